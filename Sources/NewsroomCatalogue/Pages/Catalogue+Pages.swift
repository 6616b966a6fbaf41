import GRDB
public import NewsroomModel

extension Catalogue {
  /// The page of a record: the record itself read from its file, its relations from the catalogue. Nil when it is not there.
  public func record(_ address: RecordAddress) throws -> RecordPage? {
    try reading { database, state in
      let relationStore = RelationStore(database: database)
      guard let location = try relationStore.location(of: address) else { return nil }
      let institutions = try state.institutions ?? InstitutionTable(database)
      state.institutions = institutions
      let postings = Postings(database: database, limit: state.limit)
      let source = PageSource(
        directory: directory, relationStore: relationStore, postings: postings,
        records: state.records, orders: state.orders, names: state.printedNames, dates: dates,
        relations: RelationSource(
          store: relationStore, institutions: institutions, postings: postings, records: state.records,
          orders: state.orders))
      guard let record = directory.record(address.kind, at: location), record.address == address else { return nil }
      var page = try source.page(of: record)
      let marks = try relationStore.strings(
        "SELECT mark FROM record WHERE kind = ? AND id = ? AND mark = 'read in part'",
        [address.kind.number, address.id])
      if let mark = marks.first { page.addStatus(mark) }
      page.location = location
      return page
    }
  }
}

extension PageSource {
  /// The page of a record just read.
  func page(of record: NewsRecord) throws -> RecordPage {
    switch record {
    case .article(let article): try page(of: article)
    case .delegation(let delegation): try page(of: delegation)
    case .person(let person): try page(of: person)
    case .organisation(let organisation): try page(of: organisation)
    case .event(let event): try page(of: event)
    case .programme(let programme): try page(of: programme)
    }
  }

  /// The first source that can be opened on the web.
  static func webSource(_ sources: [Source]) -> String? {
    sources.compactMap(\.url).first { WebAddress($0) != nil }
  }
}

extension RecordPage {
  /// Says beside what is said of the record's status already, where it is an article, that something else is to be known of it.
  fileprivate mutating func addStatus(_ mark: String) {
    if let index = facts.firstIndex(where: { $0.label == "Status" }) {
      facts[index].value += ", \(mark)"
    } else {
      facts.append(PageField("Status", mark))
    }
  }
}
