import GRDB
import NewsroomModel

/// What organisations and events are parts of.
extension RelationStore {
  /// What a record is a part of; nil also where its link closes a circle and is cut.
  func parent(of address: RecordAddress) throws -> String? { try parent(of: address, "parent") }

  /// What a record says that it is a part of.
  func namedParent(of address: RecordAddress) throws -> String? { try parent(of: address, "named_parent") }

  private func parent(of address: RecordAddress, _ column: String) throws -> String? {
    try strings(
      "SELECT \(column) FROM \(Self.table(of: address.kind)) WHERE id = ? AND \(column) IS NOT NULL", [address.id]
    ).first
  }

  /// The records of a kind whose link to what they say they are a part of is cut.
  func cut(_ kind: RecordKind) throws -> [String] {
    try strings("SELECT id FROM \(Self.table(of: kind)) WHERE parent IS NOT named_parent", [])
  }

  /// Cuts the link of a record, or brings it back.
  func setCut(_ isCut: Bool, _ address: RecordAddress) throws {
    try database.execute(
      sql: "UPDATE \(Self.table(of: address.kind)) SET parent = iif(?, NULL, named_parent) WHERE id = ?",
      arguments: [isCut, address.id])
  }

  private static func table(of kind: RecordKind) -> String { kind == .event ? "event" : "organisation" }
}
