// The catalogue: a derived SQLite file that answers what lists, filters, relations and search ask of a data directory.
//
// JSON is the truth. The catalogue may be deleted at any time and is built again; it holds no text that is shown, only
// where each record stands, so that the text is read from its file when it is opened.
//
// How it answers fast at any size: every record has a number, and for every word, beginning of a word and filter value the
// catalogue keeps the set of numbers that have it ("postings", compact bitmaps). A query is ANDs and ORs of such sets; the
// order of a list is one array of numbers; a window of rows is fetched by number. FTS5 holds the positions of words, for
// phrases and for ranking.
//
// Invariant: this is the only target with SQL and GRDB, and it knows no terminals. No SQL is put together from user text.
