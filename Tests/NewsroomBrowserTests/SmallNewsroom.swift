import NewsroomBrowser
import NewsroomModel

/// Answers to effects for tests: a newsroom of so many articles, each with two people and an organisation.
struct SmallNewsroom {
  var articles = 30
  let kept = Kept()

  /// What outlives a question.
  final class Kept {
    var stars: Set<RecordAddress> = []
    /// Articles that came before the others since the newsroom began.
    var arrived = 0
  }

  func row(_ index: Int) -> ListRow {
    ListRow(
      address: RecordAddress(.article, "urn:\(index)"),
      date: PartialDate(year: 2024, month: 6, day: 30 - index % 28).map(DateRange.init),
      title: "Article \(index)", detail: "ICHEI")
  }

  func page(_ address: RecordAddress) -> RecordPage? {
    switch address.kind {
    case .article: article(address)
    case .person: person(address)
    case .organisation: RecordPage(address: address, title: "UNESCO-IBE")
    default: nil
    }
  }

  /// The message that answers `effect`; nil for effects that are no questions.
  func answer(_ effect: Effect) -> Message? {
    switch effect {
    case .ask(.fetchRows(let request, let range)): rows(request, range)
    case .ask(.countRows(let request)): .rowsCounted(request, total(of: request))
    case .ask(.locateRow(let address, let request)):
      .rowLocated(address, request, index: index(of: address, in: request))
    case .ask(.fetchFacet(let question)):
      .facetFetched(question, question.field == .org ? organisations : years(question))
    case .ask(.openRecord(let address)): .recordOpened(address, page(address))
    case .ask(.previewRecord(let address)): .recordPreviewed(address, page(address))
    case .ask(.findNeighbour(let request, let address, let index, let step)):
      neighbour(of: address, at: (self.index(of: address, in: request) ?? index) + step, request)
    case .recallQueries: .queriesRecalled([])
    case .ask(.countTotals): .totalsCounted(Totals(records: [.article: articles, .person: 2, .organisation: 3]))
    case .ask(.completeValue(let question)):
      .valuesCompleted(question, organisations.filter { $0.value.hasPrefix(question.prefix) })
    default: nil
    }
  }

  var organisations: [FacetRow] {
    [
      FacetRow(value: "unesco", label: "UNESCO", count: 12, hasParts: true),
      FacetRow(value: "unesco-ibe", label: "UNESCO-IBE", depth: 1, count: 4),
      FacetRow(value: "uet-lahore", label: "UET Lahore", count: 0),
    ]
  }

  /// Years, one month below each that is chosen.
  private func years(_ question: FacetRequest) -> [FacetRow] {
    let chosen = Query(question.request.query).chosenDates
    return (2020...2024).flatMap { year in
      let isOpen = (chosen.included + chosen.excluded).contains { $0.hasPrefix("\(year)") }
      let row = FacetRow(value: "\(year)", label: "\(year)", count: year - 2018, hasParts: isOpen)
      return [row] + (isOpen ? [FacetRow(value: "\(year)-05", label: "May \(year)", depth: 1, count: 1)] : [])
    }
  }

  func total(of request: ListRequest) -> Int { request.query.isEmpty ? articles + kept.arrived : min(4, articles) }

  private func index(of address: RecordAddress, in request: ListRequest) -> Int? {
    (0..<total(of: request)).first { row($0 - kept.arrived).address == address }
  }

  private func neighbour(of address: RecordAddress, at index: Int, _ request: ListRequest) -> Message {
    let row = (0..<total(of: request)).contains(index) ? row(index - kept.arrived) : nil
    return .neighbourFound(request, of: address, index: index, row)
  }

  private func rows(_ request: ListRequest, _ range: Range<Int>) -> Message {
    let range = range.clamped(to: 0..<total(of: request))
    return .rowsFetched(
      ListPage(
        request: request, start: range.lowerBound, rows: range.map { row($0 - kept.arrived) },
        total: total(of: request)))
  }

  private func article(_ address: RecordAddress) -> RecordPage {
    var page = RecordPage(address: address, title: "Visit to IBE")
    let ibe = LinkTarget.record(RecordAddress(.organisation, "unesco-ibe"))
    page.facts = [RecordPage.PageField("Published", "2024-06-07")]
    page.text =
      [.paragraph([TextRun("Three staff called on "), TextRun("UNESCO-IBE", target: ibe), TextRun(" in Geneva.")])]
      + (1...40).map { .paragraph([TextRun("Paragraph \($0) of the text, about policy dialogues.")]) }
    let person = RecordAddress(.person, "ji-lili")
    page.sections = [
      PageSection(.people, rows: [PageRow(target: .record(person), label: "JI Lili", role: "Head, IBE")]),
      PageSection(.organisations, rows: [PageRow(target: ibe, label: "UNESCO-IBE")]),
      PageSection(.sources, rows: [PageRow(target: .url("https://example.org/942"), label: "example.org/942")]),
    ]
    page.source = "https://example.org/942"
    return page
  }

  private func person(_ address: RecordAddress) -> RecordPage {
    var page = RecordPage(address: address, title: "JI Lili")
    let ibe = LinkTarget.record(RecordAddress(.organisation, "unesco-ibe"))
    page.sections = [
      PageSection(.roles, rows: [PageRow(target: ibe, label: "UNESCO-IBE", role: "Head")]),
      PageSection(
        .articles, count: 2,
        rows: [1, 2].map { PageRow(target: .record(row($0).address), label: "Article \($0)") },
        list: ListRequest(.articles, query: "person:ji-lili")),
    ]
    return page
  }
}
