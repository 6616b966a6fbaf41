// The shared model library: what a newsroom's records are, how a directory of JSON is read, and what is wrong in it.
//
// Nothing here knows SQL, terminals or the catalogue. Other programs may read the same directory with it:
//
//     let directory = try DataDirectory(path: "data")
//     let newsroom = directory.load()
//     for article in newsroom.articles { print(article.headline ?? article.uri) }
