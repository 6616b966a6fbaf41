import NewsroomModel

extension BrowserState {
  /// Gives the keys to the facet pane, or back to the list.
  mutating func toggleFacetPane() -> [Effect] {
    guard var list else { return [] }
    list.pane = list.pane == .facets ? .list : .facets
    list.facets.filter = ""
    self.list = list
    fitCursors()
    return []
  }

  /// Takes in the values of a facet, unless another one or another query is looked at by now.
  mutating func show(_ rows: [FacetRow], of question: FacetRequest) -> [Effect] {
    guard var list, list.facets.field == question.field, list.request == question.request else { return [] }
    let selected = selectedFacetRow?.value
    (list.facets.rows, list.facets.shown, list.facets.awaited) = (rows, question, nil)
    // The cursor stays on its value while the pane has the keys; else the first values are what one wants to see.
    let kept = list.pane == .facets ? list.facets.visibleRows.firstIndex { $0.value == selected } : 0
    if let kept { list.facets.cursor.index = kept }
    self.list = list
    fitCursors()
    return []
  }

  mutating func changeFacet(by step: Int) -> [Effect] {
    guard let list else { return [] }
    let fields = QueryField.facets(of: list.request.list)
    let index = fields.firstIndex(of: list.facets.field) ?? 0
    return show(facet: fields[(index + step + fields.count) % fields.count])
  }

  /// Shows the values of another facet, and gives them the keys.
  mutating func show(facet field: QueryField) -> [Effect] {
    guard let list else { return [] }
    if list.facets.field != field { self.list?.facets = FacetPane(field: field, folded: list.facets.folded) }
    self.list?.pane = .facets
    return []
  }

  /// Chooses the value under the cursor, or drops it when it is chosen; the visible query says so.
  mutating func chooseFacetValue() -> [Effect] {
    rewriteQuery { query, field, value in
      field == .year ? query.togglingDate(value) : query.toggling(field, value)
    }
  }

  /// Leaves the value under the cursor out, or stops leaving it out.
  mutating func excludeFacetValue() -> [Effect] {
    rewriteQuery { query, field, value in
      // A month is no value of `year:`, to which the facet belongs.
      let field = field == .year && value.count > 4 ? .on : field
      return query.values(of: field).excluded.contains(value)
        ? query.dropping(field, value) : query.excluding(field, value)
    }
  }

  private mutating func rewriteQuery(_ change: (Query, QueryField, String) -> Query) -> [Effect] {
    guard let list, let row = selectedFacetRow else { return [] }
    let field = list.facets.field
    // What was typed for this value, and perhaps for others as well, is written as the values it stands for.
    let written = row.spellings.reduce(Query(list.request.query)) { query, spelling in
      query.replacing(field, spelling, with: list.facets.rows.filter { $0.spellings.contains(spelling) }.map(\.value))
    }
    let query = change(written, field, row.value)
    changeRequest { $0.query = query.description }
    return []
  }

  /// The value under the cursor of the pane.
  var selectedFacetRow: FacetRow? {
    guard let pane = list?.facets else { return nil }
    let rows = pane.visibleRows
    return rows.indices.contains(pane.cursor.index) ? rows[pane.cursor.index] : nil
  }

  mutating func toggleFolding() -> [Effect] {
    guard let row = selectedFacetRow, row.hasParts else { return inform("This value has no units.") }
    list?.facets.folded.formSymmetricDifference([row.value])
    fitCursors()
    return []
  }

  /// Finds a value by what is typed.
  mutating func filterFacet(by text: String) -> [Effect] {
    list?.facets.filter = text
    list?.facets.cursor = ListSelection()
    fitCursors()
    return []
  }
}
