import GRDB
import NewsroomModel

extension PageSource {
  /// The page with known names in its text as links: the names of the people, organisations and programmes of its sections.
  func linkingNames(in page: RecordPage) throws -> RecordPage {
    guard !page.text.isEmpty else { return page }
    let addresses = page.sections.flatMap(\.rows).compactMap { row -> RecordAddress? in
      guard case .record(let address)? = row.target, Self.namedInTexts.contains(address.kind) else { return nil }
      return address == page.address ? nil : address
    }
    var names: [(name: String, address: RecordAddress)] = []
    for address in addresses.uniqued() {
      names += try namesForTexts(of: address).map { ($0, address) }
    }
    var linked = page
    linked.text = NameFinder(names).link(page.text)
    return linked
  }

  private static let namedInTexts: Set<RecordKind> = [.person, .organisation, .programme]

  /// The names by which a record is called in texts; known misprints are left alone.
  private func namesForTexts(of address: RecordAddress) throws -> [String] {
    try ties.strings(
      "SELECT name FROM name WHERE kind = ? AND id = ? AND (note IS NULL OR note NOT LIKE 'misprint%')",
      [address.kind.number, address.id])
  }
}
