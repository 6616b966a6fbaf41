import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import NewsroomModel

/// Data of this checkout, through a catalogue in memory: what the screens in the goldens show.
final class SampleNewsroom: Sendable {
  /// The sample data.
  static let shared = Result { try SampleNewsroom("../../data") }
  /// Data with every fault.
  static let broken = Result { try SampleNewsroom("../Fixtures/broken") }

  private let catalogue: Catalogue

  private init(_ folder: String) throws {
    let data = URL(filePath: #filePath).deletingLastPathComponent().appending(path: folder)
    catalogue = try Catalogue(directory: DataDirectory(path: data.standardizedFileURL.path()), folder: nil)
    _ = try catalogue.update(progress: { _ in }, isCancelled: { false })
  }

  /// The message that answers `effect`; nil for effects that are no questions.
  func answer(_ effect: Effect) -> Message? {
    guard case .ask(let question) = effect else { return nil }
    do {
      return try message(for: question)
    } catch {
      return .questionFailed(question, "\(error)")
    }
  }

  private func message(for question: Question) throws -> Message? {
    switch question {
    case .fetchRows(let request, let range):
      .rowsFetched(try catalogue.page(request, range: range, highlight: true))
    case .countRows(let request): .rowsCounted(request, try catalogue.count(request))
    case .locateRow(let address, let request):
      .rowLocated(address, request, index: try catalogue.index(of: address, in: request))
    case .fetchFacet(let question): .facetFetched(question, try facetRows(question))
    case .openRecord(let address): .recordOpened(address, try catalogue.record(address))
    case .previewRecord(let address): .recordPreviewed(address, try catalogue.record(address))
    case .findNeighbour(let request, let address, let index, let step):
      try neighbour(of: address, at: index, step, request)
    case .countTotals: .totalsCounted(Totals(records: try catalogue.totals(), problems: try catalogue.problemCount()))
    case .fetchProblems(let filter, let range):
      .problemsFetched(
        matching: filter, start: range.lowerBound, try catalogue.problems(matching: filter, range: range),
        total: try catalogue.problemCount(matching: filter))
    case .readPlace(let problem):
      try .placeRead(
        problem,
        ProblemContext(
          excerpt: catalogue.excerpt(around: problem), isThere: catalogue.standing(of: problem).isThere,
          record: catalogue.standing(of: problem).record))
    case .fetchHistory(let pair): .historyFetched(pair, try history(of: pair))
    case .findNames(let text): .namesFound(text, try catalogue.records(called: text, limit: Palette.maxRows))
    case .completeValue(let question):
      .valuesCompleted(
        question,
        try catalogue.completions(
          field: question.field, prefix: question.prefix, in: question.request, limit: Completion.maxCandidates
        ).map { FacetRow(value: $0.value, label: $0.label, count: $0.count) })
    default: nil
    }
  }

  private func history(of pair: PairRequest) throws -> PairAnswer {
    guard let left = try catalogue.parties(typed: pair.left).first else { return .unknown(pair.left) }
    guard let right = try catalogue.parties(typed: pair.right).first else { return .unknown(pair.right) }
    return .history(try catalogue.history(left, right))
  }

  private func neighbour(
    of address: RecordAddress, at index: Int, _ step: Int, _ request: ListRequest
  ) throws -> Message {
    let (index, row) = try catalogue.neighbour(of: address, at: index, step: step, in: request)
    return .neighbourFound(request, of: address, index: index, row)
  }

  private func facetRows(_ question: FacetRequest) throws -> [FacetRow] {
    let resolvedValues = try catalogue.resolvedValues(of: question.field, in: question.request.query)
    guard question.field == .org else {
      return try catalogue.facet(question.field, question.request).map {
        FacetRow.rows($0, resolvedValues: resolvedValues)
      } ?? []
    }
    return FacetRow.rows(try catalogue.organisationTree(question.request), resolvedValues: resolvedValues)
  }
}
