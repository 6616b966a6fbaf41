/// One line of a list, whatever its kind.
public struct ListRow: Hashable, Sendable {
  /// The record.
  public var address: RecordAddress
  /// The date shown before it.
  public var date: DateRange?
  /// True where an article's date is that of its event, because no publication date is known.
  public var usesEventDate: Bool
  /// Headline or name.
  public var title: String
  /// A second column: publisher, host, role and organisation, kind of event, country.
  public var detail: String
  /// A figure that belongs to the row, such as the members of a delegation or the articles about an organisation.
  public var count: Int?
  /// Where the query matched when that is not visible in title or detail: `in text: "…"`.
  public var match: String?
  /// Withheld, canceled, embargoed, read in part: said beside the row.
  public var mark: String?

  /// A row put together from its parts.
  public init(
    address: RecordAddress, date: DateRange? = nil, usesEventDate: Bool = false, title: String, detail: String = "",
    count: Int? = nil, match: String? = nil, mark: String? = nil
  ) {
    (self.address, self.date, self.usesEventDate, self.title) = (address, date, usesEventDate, title)
    (self.detail, self.count, self.match, self.mark) = (detail, count, match, mark)
  }
}

/// One line of the organisation pane: an organisation at its depth in the tree, with the rows that concern it.
public struct OrganisationTreeRow: Hashable, Sendable {
  /// The organisation's id.
  public var id: String
  /// Its short name.
  public var name: String
  /// 0 for an organisation that is a part of none.
  public var depth: Int
  /// Rows of the list that concern it or a part of it under the present query, the organisation filter itself left aside.
  public var count: Int
  /// Whether it has parts.
  public var hasParts: Bool
  /// All its names, folded, a line each: what it is found by.
  package var searched = ""

  /// A row put together from its parts.
  public init(id: String, name: String, depth: Int, count: Int, hasParts: Bool) {
    (self.id, self.name, self.depth, self.count, self.hasParts) = (id, name, depth, count, hasParts)
  }
}
