// The shared model library: what a newsroom's records are, how a directory of JSON is read, and what is wrong in it.
//
// JSON/      a scanner that writes down where each value stands; places, pointers, decoding
// Shapes/    tables of what each record may hold: the one source of checks, suggestions and schemas
// Reading/   files, containers, dialects, and the records that come of them
// Checking/  what is wrong in a file, and between records
// Records/   the records        Lists/  what lists and pages of the browser are made of
// Text/      HTML into blocks, folding for search        Names/  names found in texts, who said what
// Schemas/   JSON Schemas of the records      Query/  what the user typed        Watching/  changes on disk
//
// Nothing here knows SQL, terminals or the catalogue. Other programs may read the same directory with it:
//
//     let directory = try DataDirectory(path: "data")
//     let newsroom = directory.load()
//     for article in newsroom.articles { print(article.title) }
//     for problem in newsroom.problems { print(problem) }
