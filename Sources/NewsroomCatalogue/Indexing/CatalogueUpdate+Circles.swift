import GRDB
import NewsroomModel

extension CatalogueUpdate {
  /// Cuts the links that close circles of parents, the same that the check names (NR305), and brings those back that close none any
  /// more. Whatever asks for parts and wholes then meets no circle.
  /// - Parameter known: what there is, the records that changed included.
  func cutCircles(_ known: some RecordLookup) throws {
    let hierarchy = HierarchyCheck(known: known)
    for kind in [RecordKind.organisation, .event] {
      let cut = Set(try relationStore.cut(kind))
      var looked: Set<String> = []
      for id in cut.union(changed.filter { $0.kind == kind }.map(\.id)) where !looked.contains(id) {
        let members = try hierarchy.circle(through: RecordAddress(kind, id))
        let first = try hierarchy.cut(in: members, kind)
        for member in Set(members + [id]) where looked.insert(member).inserted {
          guard cut.contains(member) != (member == first) else { continue }
          let address = RecordAddress(kind, member)
          try relationStore.setCut(member == first, address)
          changed.insert(address)
        }
      }
    }
  }
}
