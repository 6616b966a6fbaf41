import GRDB

/// The tables of the catalogue. There are no migrations: another number means another file, built anew.
enum Schema {
  /// Part of the file's name and stored in it; raised with every change of tables or of what is put into them.
  static let number = 16
  /// `PRAGMA application_id`: tells our files from foreign ones ("NEWS").
  private static let applicationID = 0x4E45_5753

  /// Whether the file holds a catalogue of this schema.
  static func isPresent(in database: Database) throws -> Bool {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version")
    return application == applicationID && version == number
  }

  /// Whether the tables can be read at all; a cheap look, not a check of every page.
  static func isUsable(in database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM (SELECT 1 FROM record LIMIT 1)") != nil
      && Int.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'generation'") != nil
  }

  /// Creates all tables; fails in a file that holds something else.
  static func create(in database: Database) throws {
    try database.execute(sql: files + records + people + occasions + search)
    try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(number)")
  }

  /// Files with their fingerprints, what is wrong in them, and counters of the catalogue itself.
  private static let files = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    INSERT INTO meta VALUES ('generation', 0), ('next_number', 1), ('follows_links', 0),
      ('count0', 0), ('count1', 0), ('count2', 0), ('count3', 0), ('count4', 0), ('count5', 0);
    CREATE TABLE file(
      id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, modified INTEGER NOT NULL,
      changed INTEGER NOT NULL, kind INTEGER, is_complete INTEGER NOT NULL);
    CREATE TABLE problem(
      file INTEGER NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL, path TEXT NOT NULL, line INTEGER,
      column_number INTEGER, position INTEGER, pointer TEXT, sentence TEXT NOT NULL, hint TEXT, record INTEGER);
    CREATE INDEX problem_file ON problem(file);
    CREATE INDEX problem_place ON problem(path, line, column_number, code);
    CREATE INDEX problem_record ON problem(record) WHERE record IS NOT NULL;
    CREATE TABLE duplicate(
      kind INTEGER NOT NULL, id TEXT NOT NULL, file INTEGER NOT NULL, PRIMARY KEY(kind, id, file)) WITHOUT ROWID;
    CREATE INDEX duplicate_file ON duplicate(file);
    CREATE TABLE stale(number INTEGER PRIMARY KEY);
    """

  /// One row a record: where it stands and what a list shows of it. Hidden ones are in no list that does not
  /// ask for them, and not in the counts of `meta`. `removed` keeps the numbers that are void. `sort_dates` has the dates of many
  /// records side by side (see ``DateColumn``).
  private static let records = """
    CREATE TABLE record(
      number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, id TEXT NOT NULL, file INTEGER NOT NULL,
      position INTEGER NOT NULL, length INTEGER NOT NULL, line INTEGER NOT NULL, sort_date INTEGER NOT NULL,
      start TEXT, finish TEXT, is_event_date INTEGER NOT NULL DEFAULT 0, title TEXT NOT NULL,
      detail TEXT NOT NULL DEFAULT '', count INTEGER, mark TEXT, sort_name TEXT NOT NULL DEFAULT '',
      is_hidden INTEGER NOT NULL DEFAULT 0);
    CREATE UNIQUE INDEX record_id ON record(kind, id);
    CREATE INDEX record_file ON record(file, position);
    CREATE INDEX record_order ON record(kind, is_hidden, sort_date DESC, number);
    CREATE TABLE sort_dates(row INTEGER PRIMARY KEY, dates BLOB NOT NULL);
    CREATE TABLE removed(number INTEGER PRIMARY KEY, generation INTEGER NOT NULL);
    CREATE INDEX removed_generation ON removed(generation);
    CREATE TABLE name(
      kind INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, folded TEXT NOT NULL,
      note TEXT);
    CREATE INDEX name_id ON name(kind, id);
    CREATE INDEX name_key ON name(key, kind);
    CREATE TABLE name_part(
      key TEXT NOT NULL, kind INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY(key, kind, id)) WITHOUT ROWID;
    CREATE TABLE alias(
      kind INTEGER NOT NULL, id TEXT NOT NULL, uri TEXT NOT NULL, PRIMARY KEY(kind, id, uri)) WITHOUT ROWID;
    CREATE INDEX alias_uri ON alias(uri, kind);
    CREATE TABLE source(
      kind INTEGER NOT NULL, id TEXT NOT NULL, url TEXT NOT NULL, PRIMARY KEY(kind, id, url)) WITHOUT ROWID;
    CREATE INDEX source_url ON source(url, kind);
    CREATE TABLE prose(kind INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY(kind, id)) WITHOUT ROWID;
    """

  /// Organisations, people and the ties between them. `named_parent` is what a record says, `parent` what is made of it: nothing,
  /// where the link closes a circle and is cut.
  private static let people = """
    CREATE TABLE organisation(
      id TEXT PRIMARY KEY, short TEXT NOT NULL, classification TEXT, country TEXT, parent TEXT, named_parent TEXT,
      is_unit INTEGER NOT NULL DEFAULT 0)
      WITHOUT ROWID;
    CREATE INDEX organisation_parent ON organisation(parent);
    CREATE INDEX organisation_named_parent ON organisation(named_parent);
    CREATE INDEX organisation_cut ON organisation(id) WHERE parent IS NOT named_parent;
    CREATE TABLE affiliation(
      organisation TEXT NOT NULL, other TEXT NOT NULL, role TEXT, start TEXT, finish TEXT);
    CREATE INDEX affiliation_organisation ON affiliation(organisation);
    CREATE INDEX affiliation_other ON affiliation(other);
    CREATE TABLE membership(
      person TEXT NOT NULL, position INTEGER NOT NULL, organisation TEXT, behalf TEXT, role TEXT, label TEXT,
      acting TEXT, start TEXT, finish TEXT, former_by TEXT, attested TEXT NOT NULL, latest TEXT NOT NULL,
      PRIMARY KEY(person, position)) WITHOUT ROWID;
    CREATE INDEX membership_organisation ON membership(organisation);
    CREATE INDEX membership_behalf ON membership(behalf) WHERE behalf IS NOT NULL;
    """

  /// Delegations, events, programmes; `participation` has the members of the ones and the attendees of the others.
  private static let occasions = """
    CREATE TABLE participation(
      kind INTEGER NOT NULL, owner TEXT NOT NULL, position INTEGER NOT NULL, person TEXT NOT NULL, role TEXT,
      organisation TEXT, behalf TEXT, acting TEXT, label TEXT, is_head INTEGER NOT NULL, part TEXT,
      honorific TEXT,
      PRIMARY KEY(kind, owner, position)) WITHOUT ROWID;
    CREATE INDEX participation_person ON participation(person);
    CREATE INDEX participation_organisation ON participation(organisation);
    CREATE INDEX participation_behalf ON participation(behalf);
    CREATE TABLE event(
      id TEXT PRIMARY KEY, classification TEXT, location TEXT, parent TEXT, named_parent TEXT, status TEXT) WITHOUT ROWID;
    CREATE TABLE outcome(
      kind INTEGER NOT NULL, owner TEXT NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY(kind, owner, position)) WITHOUT ROWID;
    CREATE INDEX event_parent ON event(parent);
    CREATE INDEX event_named_parent ON event(named_parent);
    CREATE INDEX event_cut ON event(id) WHERE parent IS NOT named_parent;
    CREATE TABLE organiser(
      event TEXT NOT NULL, position INTEGER NOT NULL, organisation TEXT NOT NULL, role TEXT, sources TEXT NOT NULL,
      PRIMARY KEY(event, position)) WITHOUT ROWID;
    CREATE INDEX organiser_organisation ON organiser(organisation);
    CREATE TABLE event_programme(
      event TEXT NOT NULL, position INTEGER NOT NULL, programme TEXT NOT NULL, PRIMARY KEY(event, position)) WITHOUT ROWID;
    CREATE INDEX event_programme_programme ON event_programme(programme);
    CREATE TABLE delegation_sender(
      delegation TEXT NOT NULL, position INTEGER NOT NULL, organisation TEXT NOT NULL,
      PRIMARY KEY(delegation, position)) WITHOUT ROWID;
    CREATE INDEX delegation_sender_organisation ON delegation_sender(organisation);
    CREATE TABLE delegation_event(
      delegation TEXT NOT NULL, position INTEGER NOT NULL, event TEXT NOT NULL,
      PRIMARY KEY(delegation, position)) WITHOUT ROWID;
    CREATE INDEX delegation_event_event ON delegation_event(event);
    CREATE TABLE programme_organisation(
      programme TEXT NOT NULL, position INTEGER NOT NULL, organisation TEXT NOT NULL,
      PRIMARY KEY(programme, position)) WITHOUT ROWID;
    CREATE INDEX programme_organisation_organisation ON programme_organisation(organisation);
    """

  /// What search and filters use. A row of `posting` is a block of tokens of one chunk, found by the first of them. The index has
  /// the first tokens alone: were the table its own index, whole blocks would fill the inner pages of a tree that is eight levels
  /// deep at a million articles. Most words stand in bodies, and the column that a place of a word need not name is the first: so
  /// bodies come first, which makes the index a fifth smaller. Segments of words are merged sixteen at a time, the most there may
  /// be, so that a build of a million records writes each word twice and not four times.
  private static let search = """
    CREATE TABLE posting(
      id INTEGER PRIMARY KEY, chunk INTEGER NOT NULL, first BLOB NOT NULL, block BLOB NOT NULL);
    CREATE UNIQUE INDEX posting_first ON posting(chunk, first);
    CREATE TABLE vocabulary(
      category TEXT NOT NULL, value TEXT NOT NULL, label TEXT NOT NULL, PRIMARY KEY(category, value)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(
      body, headline, names, content = '', tokenize = 'ascii');
    INSERT INTO words(words, rank) VALUES ('hashsize', 16000000), ('automerge', 16);
    """
}
