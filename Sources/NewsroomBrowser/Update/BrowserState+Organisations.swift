import NewsroomModel

extension BrowserState {
  var organisationPaneObstacle: String? {
    list?.request.list == .articles ? nil : "Organisations filter the articles. Press 1 for the articles."
  }

  mutating func toggleOrganisationPane() -> [Effect] {
    guard var list else { return [] }
    list.pane = list.pane == .organisations ? .list : .organisations
    self.list = list
    fitCursors()
    return []
  }

  /// Filters by the organisation under the cursor, or by none when it is the one filtered by already.
  mutating func toggleOrganisationFilter() -> [Effect] {
    guard let id = selectedOrganisation?.id else { return [] }
    let isChosen = list.map { OrganisationFilter.ids(in: $0.request.query).contains(id) } ?? false
    changeRequest { $0.query = OrganisationFilter.toggling(id, in: $0.query) }
    if !isChosen, panes(for: list ?? ListScreen(ListRequest(.articles))).list == nil { list?.pane = .list }
    return []
  }

  /// The organisation under the cursor of the pane.
  var selectedOrganisation: OrganisationTreeRow? {
    guard let pane = list?.organisations else { return nil }
    let rows = pane.visibleRows
    return rows.indices.contains(pane.cursor.index) ? rows[pane.cursor.index] : nil
  }

  mutating func toggleFolding() -> [Effect] {
    guard let row = selectedOrganisation, row.hasParts else { return inform("This organisation has no parts here.") }
    list?.organisations.folded.formSymmetricDifference([row.id])
    fitCursors()
    return []
  }
}
