/// Follows `parent_id` upwards and finds where it comes back to where it began.
struct HierarchyCheck {
  /// What there is.
  let known: KnownRecords

  /// A finding for each circle, at the member whose file comes first.
  func findings() -> [Finding] {
    circles(.organisation, known.organisations.compactMapValues(\.parentID))
      + circles(.event, known.events.compactMapValues(\.parentID))
  }

  private func circles(_ kind: RecordKind, _ parents: [String: String]) -> [Finding] {
    var done: Set<String> = []
    var findings: [Finding] = []
    for start in parents.keys.sorted() where !done.contains(start) {
      var path: [String] = []
      var position: [String: Int] = [:]
      var next: String? = start
      while let id = next, position[id] == nil, !done.contains(id) {
        position[id] = path.count
        path.append(id)
        next = parents[id]
      }
      if let id = next, let first = position[id] { findings += circle(kind, Array(path[first...]), parents) }
      done.formUnion(path)
    }
    return findings
  }

  private func circle(_ kind: RecordKind, _ members: [String], _ parents: [String: String]) -> [Finding] {
    let places = members.compactMap { id in known.places[RecordAddress(kind, id)].map { (id: id, location: $0) } }
    guard
      let first = places.min(by: {
        ($0.location.path, $0.location.offset) < ($1.location.path, $1.location.offset)
      }), let start = members.firstIndex(of: first.id), let parent = parents[first.id]
    else { return [] }
    let path = members[start...] + members[..<start] + [first.id]
    return [
      Finding(
        .parentCycle, in: first.location, at: .value(within: nil, key: "parent_id", text: parent),
        "the chain of parents comes back to where it began: \(path.joined(separator: " → "))",
        hint: "this link is left out; remove the one that is wrong")
    ]
  }
}
