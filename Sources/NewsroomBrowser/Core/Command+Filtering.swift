import NewsroomModel
import TerminalCells

extension Command {
  static let narrowing: [Command] = [
    Command("choose", [.enter], "Select or deselect this value.", in: [.facets], hinted: true, waits: true) {
      $0.chooseFacetValue()
    },
    Command("exclude", ["x"], "Exclude this value, or stop excluding it.", in: [.facets], hinted: true, waits: true) {
      $0.excludeFacetValue()
    },
    Command("find", ["/"], "Find a value of this facet as you type.", in: [.facets], hinted: true) {
      $0.beginFacetFilter()
    },
    Command("list", ["f"], "Go back to the list.", in: [.facets], hinted: true) { $0.toggleFacetPane() },
    Command("next facet", ["l", .right], "Go to the next facet.", in: [.facets], hinted: true) {
      $0.changeFacet(by: 1)
    },
    Command("filter", ["F"], filterSentence, in: [.facets]) { $0.beginFilter() },
    Command("filter", ["/", "F"], filterSentence, in: [.list], hinted: true) { $0.beginFilter() },
    Command("filter", ["/", "F"], "Filter the problems as you type.", in: [.problems], hinted: true) {
      $0.beginProblemFilter()
    },
    Command("filter", ["/", "F"], "Filter the help as you type.", in: [.help], hinted: true) { $0.beginHelpFilter() },
    Command("search", ["/"], "Search within the text.", in: .pages, hinted: true, waits: true) { $0.beginSearch() },
    Command(
      "next match", ["n"], "Go to the next match in the text.", in: .pages, waits: true, unless: { $0.searchObstacle }
    ) {
      $0.goToMatch(1)
    },
    Command(
      "previous match", ["N"], "Go to the previous match in the text.", in: .pages, waits: true,
      unless: { $0.searchObstacle }
    ) { $0.goToMatch(-1) },
    Command(
      "facets", ["f"], "Filter the list by organisation, kind, year, language, country, programme.", in: [.list],
      hinted: true
    ) { $0.toggleFacetPane() },
    Command("previous facet", ["h", .left], "Go to the previous facet.", in: [.facets]) { $0.changeFacet(by: -1) },
    Command("fold", ["-"], "Collapse or expand its units.", in: [.facets], waits: true) {
      $0.toggleFolding()
    },
    Command("sort", ["s"], "Change the sort order: newest, oldest, best match, name.", in: .lists, hinted: true) {
      $0.sortByNextOrder()
    },
    Command("clear", [.escape], "Cancel; or clear the filter or search.", in: .everywhere) { $0.cancel() },
    Command("articles", ["1"], "Go to the articles.", in: .lists) { $0.goToList(.articles) },
    Command("delegations", ["2"], "Go to the delegations.", in: .lists) { $0.goToList(.delegations) },
    Command("people", ["3"], "Go to the people.", in: .lists) { $0.goToList(.people) },
    Command("organisations", ["4"], "Go to the organisations.", in: .lists) { $0.goToList(.organisations) },
    Command("events", ["5"], "Go to the events.", in: .lists) { $0.goToList(.events) },
  ]

  private static let filterSentence = "Filter the list as you type; Ctrl-p and Ctrl-n bring back earlier queries."
}
