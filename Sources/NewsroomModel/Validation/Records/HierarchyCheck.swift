/// Follows `parent_id` upwards and finds where it comes back to where it began.
package struct HierarchyCheck<Known: RecordLookup> {
  /// What there is.
  private let known: Known

  /// - Parameter known: what there is.
  package init(known: Known) { self.known = known }

  /// A chain is followed so far; nothing real is a part of so many wholes.
  private static var longestChain: Int { 1_000 }

  /// A finding for the circle that a record is in, at the member whose file comes first.
  func issues(in located: LocatedRecord) throws(Known.CLIError) -> [RecordIssue] {
    let address = located.record.address
    guard address.kind == .organisation || address.kind == .event else { return [] }
    let members = try circle(through: address)
    guard try cut(in: members, address.kind) == address.id, let parent = try known.parent(of: address) else {
      return []
    }
    return [
      RecordIssue(
        .parentCycle, in: located, at: .value(within: nil, key: "parent_id", text: parent),
        "cycle of parents: \((members + [address.id]).joined(separator: " → "))",
        hint: "this link is ignored; remove the wrong one")
    ]
  }

  /// The member of a circle whose link is left out: that whose file comes first. Nil where there is no circle.
  package func cut(in members: [String], _ kind: RecordKind) throws(Known.CLIError) -> String? {
    var first: (id: String, location: RecordLocation)?
    for id in members {
      guard let location = try known.location(of: RecordAddress(kind, id)) else { return nil }
      if first.map({ Self.precedes(location, $0.location) }) ?? true { first = (id, location) }
    }
    return first?.id
  }

  /// The records from `address` upwards until it comes again; none where it does not.
  package func circle(through address: RecordAddress) throws(Known.CLIError) -> [String] {
    var members = [address.id]
    var next = try known.parent(of: address)
    while let id = next, id != address.id {
      guard members.count < Self.longestChain else { return [] }
      members.append(id)
      next = try known.parent(of: RecordAddress(address.kind, id))
    }
    return next == nil ? [] : members
  }

  private static func precedes(_ left: RecordLocation, _ right: RecordLocation) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    return left.offset < right.offset
  }
}
