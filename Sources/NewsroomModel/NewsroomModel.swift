// The shared model library: the records of a newsroom, how a directory of JSON is read, and how its problems are found.
//
// Records/       the kinds of record, dates, addresses
// Decoding/      files, containers, dialects, and the records that result
// JSON/          a scanner that records the position of each value; JSON Pointers, line and column
// Schema/        the keys of each record: one source for checks, suggestions and JSON Schemas
// Validation/    problems within a file and between records
// Presentation/  rows and pages, as values
// Text/          HTML into blocks, normalisation for search
// Names/         names found in texts, quotations and their speakers
// Query/         the query language
// FileWatcher/   changes on disk
//
// Nothing here knows SQL, terminals or the catalogue. Other programs may read the same directory with it:
//
//     let directory = try DataDirectory(path: "data")
//     let archive = directory.load()
//     for article in archive.articles { print(article.title) }
//     for problem in archive.problems { print(problem) }
