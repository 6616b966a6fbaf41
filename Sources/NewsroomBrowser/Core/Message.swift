package import NewsroomModel
package import TerminalCells

/// What happened. Messages are the only way anything reaches the browser.
package enum Message: Equatable, Sendable {
  case keyPressed(Key)
  case textPasted(String)
  case mouseUsed(MouseEvent)
  case resized(Size)
  /// A window of a list came.
  case rowsFetched(ListPage)
  /// How many rows a list has.
  case rowsCounted(ListRequest, Int)
  /// Where a record stands in a list; nil when it is not in it.
  case rowLocated(RecordAddress, ListRequest, index: Int?)
  /// The values of a facet for a list.
  case facetFetched(FacetRequest, [FacetRow])
  /// A record came to be shown in full; nil when there is no such record any more.
  case recordOpened(RecordAddress, RecordPage?)
  /// Why a record being read is gone: its file cannot be read any more, or the record is not in it.
  case lossFound(RecordAddress, isUnreadable: Bool)
  /// A record came to be shown beside a list or a section.
  case recordPreviewed(RecordAddress, RecordPage?)
  /// The row before or after a record being read, and where it stands in the list by now; nil where the list ends.
  case neighbourFound(ListRequest, of: RecordAddress, index: Int, ListRow?)
  /// The pages on the web that records come from, of those that name one.
  case sourcesFound(of: [RecordAddress], [String])
  /// Where a record stands; nil when there is no such record any more.
  case fileFound(of: RecordAddress, RecordLocation?)
  /// Values with which the one being typed can be completed, best first.
  case valuesCompleted(CompletionRequest, [FacetRow])
  /// What happened between two parties.
  case historyFetched(PairRequest, PairAnswer)
  /// Records whose names match what is typed in the palette, best first.
  case namesFound(String, [ListRow])
  /// A window of what is wrong in the data.
  case problemsFetched(matching: String, start: Int, [Diagnostic], total: Int)
  /// The lines around the place of a problem came.
  case placeRead(Diagnostic, ProblemContext)
  /// What is starred by now.
  case starsKept(Set<RecordAddress>)
  /// The queries typed in earlier runs, the last one last.
  case queriesRecalled([String])
  /// A file is being written.
  case exportProgressed(ExportProgress)
  /// A file was written, or writing it was stopped; the sentence says which.
  case exportFinished(String)
  /// A file cannot be written at that path; the sentence says why.
  case exportRefused(ExportRequest, String)
  /// How much there is of everything.
  case totalsCounted(Totals)
  /// The catalogue is being brought up to date.
  case updateProgressed(UpdateStage)
  /// Part of what is being read can be seen.
  case catalogueChanged
  /// The catalogue is up to date; `changed` when something in it is different now.
  case updateFinished(changed: Bool)
  /// The data directory is not there any more, or there again.
  case directoryGone(Bool)
  /// The newsroom has another name now.
  case renamed(String)
  /// Time asked for with `Effect.startTimer` has passed.
  case timerFired(BrowserTimer)
  /// Another program had the terminal and gave it back.
  case terminalReturned
  /// A question had no answer; the sentence says why. It may be asked again.
  case questionFailed(Question, String)
  /// Something could not be done; the sentence says what and what to do next.
  case failed(String)
  /// Something was done that leaves no trace on the screen.
  case succeeded(String)
}

/// What stands where a problem is.
package struct ProblemContext: Equatable, Sendable {
  /// The lines; nil where the file cannot be read.
  package var excerpt: FileExcerpt?
  /// False once the problem is mended, or its place has become another one.
  package var isThere: Bool
  /// The record it is in, shown as far as it could be read; nil where it could not be read at all.
  package var record: RecordAddress?

  package init(excerpt: FileExcerpt?, isThere: Bool = true, record: RecordAddress? = nil) {
    (self.excerpt, self.isThere, self.record) = (excerpt, isThere, record)
  }
}

/// How much there is: shown in the tabs.
package struct Totals: Equatable, Sendable {
  package var records: [RecordKind: Int]
  package var problems: Int

  package init(records: [RecordKind: Int] = [:], problems: Int = 0) {
    (self.records, self.problems) = (records, problems)
  }
}

/// How far bringing the catalogue up to date has come.
package struct UpdateStage: Equatable, Sendable {
  /// Files checked or read so far.
  package var done: Int
  /// Files in all; nil while they are still being found.
  package var total: Int?

  package init(done: Int, total: Int?) { (self.done, self.total) = (done, total) }
}

/// What the browser can ask to be reminded of.
package enum BrowserTimer: Hashable, Sendable {
  /// No second digit followed the first digits of a link number.
  case linkNumber(Int)
  /// A notice has been on the screen long enough.
  case notice(Int)
}

extension Message {
  /// Whether it comes from the user.
  var isInput: Bool {
    switch self {
    case .keyPressed, .textPasted, .mouseUsed: true
    case .resized, .rowsFetched, .rowsCounted, .rowLocated, .facetFetched, .recordOpened, .lossFound, .recordPreviewed,
      .neighbourFound, .sourcesFound, .fileFound, .valuesCompleted, .historyFetched, .namesFound, .problemsFetched,
      .placeRead,
      .starsKept,
      .queriesRecalled, .exportProgressed, .exportFinished, .exportRefused, .totalsCounted, .updateProgressed,
      .catalogueChanged, .updateFinished, .directoryGone, .renamed, .timerFired, .terminalReturned, .questionFailed,
      .failed, .succeeded:
      false
    }
  }

  /// Whether a question had no answer.
  var isFailedQuestion: Bool { if case .questionFailed = self { true } else { false } }
}

/// What the browser asks the catalogue. Each question is answered by one message, which carries the question's own values, so
/// that an answer that comes too late is recognised; or by `Message.questionFailed`.
///
/// No switch over questions has a `default`: a new question does not compile until every place that answers questions and the
/// one that handles their failure know it.
package enum Question: Equatable, Sendable {
  case fetchRows(ListRequest, Range<Int>)
  case countRows(ListRequest)
  case locateRow(RecordAddress, ListRequest)
  case fetchFacet(FacetRequest)
  case openRecord(RecordAddress)
  case previewRecord(RecordAddress)
  /// Finds out why a record that stood in a file is gone.
  case findLoss(RecordAddress, path: String)
  /// Finds the row a step before or after a record, which stood at `index` of the list when it was opened.
  case findNeighbour(ListRequest, of: RecordAddress, index: Int, step: Int)
  /// Finds the pages on the web that records come from.
  case findSources([RecordAddress])
  /// Finds the file in which a record stands.
  case findFile(RecordAddress)
  /// Finds the values with which one being typed can be completed.
  case completeValue(CompletionRequest)
  /// Finds what happened between two parties.
  case fetchHistory(PairRequest)
  /// Finds records by what they are called.
  case findNames(String)
  case fetchProblems(matching: String, Range<Int>)
  /// Reads the lines around the place of a problem.
  case readPlace(Diagnostic)
  case countTotals
}
