/// Follows `parent_id` upwards and finds where it comes back to where it began.
struct HierarchyCheck<Known: RecordLookup> {
  /// What there is.
  let known: Known
  /// A chain is followed so far; nothing real is a part of so many wholes.
  private static var longestChain: Int { 1_000 }

  /// A finding for the circle that a record is in, at the member whose file comes first.
  func findings(in located: LocatedRecord) throws(Known.Failure) -> [Finding] {
    let address = located.record.address
    guard address.kind == .organisation || address.kind == .event, let parent = try known.parent(of: address) else {
      return []
    }
    let members = try circle(through: address, parent)
    for id in members {
      guard let other = try known.location(of: RecordAddress(address.kind, id)) else { return [] }
      if Self.precedes(other, located.location) { return [] }
    }
    guard !members.isEmpty else { return [] }
    return [
      Finding(
        .parentCycle, in: located, at: .value(within: nil, key: "parent_id", text: parent),
        "the chain of parents comes back to where it began: \((members + [address.id]).joined(separator: " → "))",
        hint: "this link is left out; remove the one that is wrong")
    ]
  }

  /// The records from `address` upwards until it comes again; none where it does not.
  private func circle(through address: RecordAddress, _ parent: String) throws(Known.Failure) -> [String] {
    var members = [address.id]
    var next: String? = parent
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
