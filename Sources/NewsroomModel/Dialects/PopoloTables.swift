/// What memberships of a Popolo collection refer to that is no record of its own: posts, areas and legislative periods.
struct PopoloTables: Sendable {
  /// A post: what a membership without a role of its own is.
  struct Post: Sendable {
    var role: String?
    var label: String?
    var organizationID: String?
    var area: String?
    var startDate: PartialDate?
    var endDate: PartialDate?
  }

  /// When a legislature was in office.
  struct Period: Sendable {
    var startDate: PartialDate?
    var endDate: PartialDate?
  }

  private(set) var posts: [String: Post] = [:]
  private(set) var areas: [String: String] = [:]
  private(set) var periods: [String: Period] = [:]

  /// The tables of a collection.
  init(_ collection: JSONValue, _ context: DecodingContext) {
    func readers(_ name: StaticString, in value: JSONValue) -> [ObjectReader] {
      (value.member(name).map { Array($0.elements) } ?? []).filter { $0.kind == .object }
        .map { ObjectReader(object: $0, shape: .membership, context: context) }
    }
    for area in readers("areas", in: collection) {
      if let id = area.key("id") { areas[id] = area.line("name") }
    }
    let holders = readers("organizations", in: collection)
    for post in readers("posts", in: collection) + holders.flatMap({ readers("posts", in: $0.object) }) {
      if let id = post.key("id") { posts[id] = post.popoloPost(areas) }
    }
    for period in readers("events", in: collection) + readers("legislative_periods", in: collection) {
      if let id = period.key("id") {
        periods[id] = Period(startDate: period.date("start_date"), endDate: period.date("end_date"))
      }
    }
  }
}

extension ObjectReader {
  /// The post that an object is.
  func popoloPost(_ areas: [String: String]) -> PopoloTables.Post {
    PopoloTables.Post(
      role: line("role"), label: line("label"), organizationID: key("organization_id") ?? embeddedID("organization"),
      area: areaName(areas), startDate: date("start_date"), endDate: date("end_date"))
  }

  /// The id of an object that stands in the place of a reference.
  func embeddedID(_ name: StaticString) -> String? { object(name, .membership)?.key("id") }

  private func areaName(_ areas: [String: String]) -> String? {
    object("area", .membership)?.line("name") ?? key("area_id").flatMap { areas[$0] }
  }

  /// A membership with what its post, its area and its legislative period say of it.
  func completed(_ membership: Membership) -> Membership {
    var membership = membership
    let tables = context.popolo
    let post =
      object("post", .membership)?.popoloPost(tables?.areas ?? [:]) ?? key("post_id").flatMap { tables?.posts[$0] }
    membership.organizationID = membership.organizationID ?? embeddedID("organization") ?? post?.organizationID
    membership.onBehalfOfID = membership.onBehalfOfID ?? embeddedID("on_behalf_of")
    membership.personID = membership.personID ?? embeddedID("person")
    membership.role = membership.role ?? post?.label ?? post?.role
    let area = areaName(tables?.areas ?? [:]) ?? post?.area
    if let area, !(membership.role ?? "").contains(area), !(membership.label ?? "").contains(area) {
      membership.role = membership.role.map { "\($0) (\(area))" } ?? area
    }
    let period = key("legislative_period_id").flatMap { tables?.periods[$0] }
    if membership.startDate == nil, membership.endDate == nil {
      (membership.startDate, membership.endDate) = (post?.startDate, post?.endDate)
    }
    let (start, end) = (membership.startDate ?? period?.startDate, membership.endDate ?? period?.endDate)
    // Whoever came or left within a period was there for a part of it.
    if let start, let end, end.lastDay < start.firstDay { return membership }
    (membership.startDate, membership.endDate) = (start, end)
    return membership
  }
}

/// What a Popolo collection says of its records apart from them.
struct PopoloFrame: Sendable {
  /// The memberships that stand apart from their persons, by person.
  let memberships: [String: [DetachedMembership]]
  let tables: PopoloTables
}
