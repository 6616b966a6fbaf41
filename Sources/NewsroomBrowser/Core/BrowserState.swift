package import NewsroomModel
package import TerminalCells

/// Everything the browser knows. One value: equal states draw equal screens.
package struct BrowserState: Equatable, Sendable {
  package var size: Size
  /// The screens one walked through; the last is the one shown. Never empty.
  package var backStack: [Screen]
  /// The screens one came back from, nearest last.
  package var ahead: [Screen] = []
  /// The lists not shown now, as they were left.
  package var inactiveLists: [ListKind: ListScreen] = [:]
  /// The line being typed.
  package var prompt: PromptLine?
  /// The queries that can be brought back while one is typed.
  package var queries = QueryHistory()
  /// With what the value typed in a filter can be completed.
  package var completion: Completion?
  /// The box over the screen.
  package var palette: Palette?
  package var notice: Notice?
  /// Keys pressed before what they act on was there, in order; they are given when it is.
  package var typeAhead: [Key] = []
  package var totals = Totals()
  /// Set while the catalogue is being brought up to date.
  package var stage: UpdateStage?
  /// Set while a file is being written.
  package var export: ExportProgress?
  /// Digits of a link number typed so far.
  package var linkNumber: Int?
  /// Counts link numbers and notices, each by itself, so that a timer for an older one can be told.
  package var linkNumberCount = 0
  package var noticeCount = 0
  /// Whether the files are being compared for the first time since the start and nothing was typed or clicked yet.
  package var isBeginning = true
  /// What the user starred, in this run and before.
  package var stars: Set<RecordAddress> = []
  package var theme: Theme
  /// Whether the screen puts right-to-left text into visual order itself.
  package var reordersBidi: Bool
  /// Whether the mouse is the browser's; else the terminal's, to select text with.
  package var usesMouse = true
  package var paneWidths = PaneWidths()
  /// The line between two panes that the mouse holds.
  package var heldDivider: PaneWidths.Divider?
  /// The name in the title bar.
  package var newsroomName: String
  /// Whether the files have been looked at since newsroom began, so that what is not there is gone.
  package var isUpToDate = false
  /// Whether the data directory is not there: what is shown was read before.
  package var isDirectoryGone = false

  package init(size: Size, theme: Theme = .standard, reordersBidi: Bool = true, newsroomName: String = "Newsroom") {
    (self.size, self.theme, self.reordersBidi, self.newsroomName) = (size, theme, reordersBidi, newsroomName)
    backStack = [.list(ListScreen(ListRequest(.articles)))]
  }

  /// The smallest terminal the browser can be used in.
  package static let smallestSize = Size(columns: 40, rows: 10)

  package var isTooSmall: Bool { size.columns < Self.smallestSize.columns || size.rows < Self.smallestSize.rows }
}

extension BrowserState {
  /// The screen shown now.
  package var screen: Screen {
    get { backStack[backStack.count - 1] }
    set { backStack[backStack.count - 1] = newValue }
  }

  /// The list shown now, when it is one.
  package var list: ListScreen? {
    get { if case .list(let list) = screen { list } else { nil } }
    set { if let newValue { screen = .list(newValue) } }
  }

  /// The record shown now, when it is one.
  package var record: RecordScreen? {
    get { if case .record(let record) = screen { record } else { nil } }
    set { if let newValue { screen = .record(newValue) } }
  }
}
