import NewsroomModel

extension BrowserState {
  /// The pair page shown now, when it is one.
  package var pair: PairScreen? {
    get { if case .pair(let pair) = screen { pair } else { nil } }
    set { if let newValue { screen = .pair(newValue) } }
  }

  /// Receives the history of two parties, unless another page is shown by now.
  mutating func receive(_ answer: PairAnswer, for request: PairRequest) -> [Effect] {
    guard var pair, pair.request == request else { return [] }
    (pair.answer, pair.isAwaited) = (answer, false)
    if case .history(let history) = answer { pair.title = "\(history.leftName) and \(history.rightName)" }
    self.pair = pair
    relayout()
    return []
  }

  // MARK: Two sides

  /// The two records whose history `=` opens: two marked rows, or the record of the page and the row that has the keys.
  private var pairedRecords: (left: RecordAddress, right: RecordAddress)? {
    if let marked = list?.marked, marked.count == 2, marked.allSatisfy(\.kind.isParty) { return (marked[0], marked[1]) }
    guard let record, record.address.kind.isParty else { return nil }
    guard case .target(.record(let other))? = record.focusedStop?.destination, other.kind.isParty,
      other != record.address
    else { return nil }
    return (record.address, other)
  }

  /// The first side, where `=` asks for the second.
  private var firstSide: String? {
    if let pair { return pair.request.left }
    guard let address = selectedAddress, address.kind.isParty else { return nil }
    return address.description
  }

  var pairDisabledReason: String? {
    if let marked = list?.marked, !marked.isEmpty, pairedRecords == nil {
      return "Mark exactly two organisations, people or programmes to see their history."
    }
    return firstSide == nil ? "A history has two sides. Select an organisation, person or programme." : nil
  }

  mutating func openPair() -> [Effect] {
    guard let (left, right) = pairedRecords else {
      return firstSide.map { beginPalette(.secondSide(of: $0)) } ?? []
    }
    push(.pair(PairScreen(PairRequest(left.description, right.description))))
    return []
  }

  // MARK: Text

  var pairTextDisabledReason: String? { pair?.history == nil ? "Still loading." : nil }
  mutating func copyPairAddress() -> [Effect] { pair.map { [.copy($0.request.description)] } ?? [] }
  mutating func copyPairText() -> [Effect] { pair?.history.map { [.copy($0.plainText)] } ?? [] }
  mutating func showPairInPager() -> [Effect] { pair?.history.map { [.page($0.plainText)] } ?? [] }
}

extension RecordKind {
  /// Whether records of this kind can be a side of a history.
  var isParty: Bool {
    switch self {
    case .person, .organisation, .programme: true
    case .article, .delegation, .event: false
    }
  }
}
