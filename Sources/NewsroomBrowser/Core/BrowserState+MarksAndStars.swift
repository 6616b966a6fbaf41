import NewsroomModel

// MARK: - Marks

extension BrowserState {
  var rowObstacle: String? { selectedAddress == nil ? "Nothing is selected." : nil }

  /// Marks the row under the cursor, or takes its mark off, and goes on to the next: several in a row are as many keys.
  mutating func toggleMark() -> [Effect] {
    guard let address = list?.selected?.address else { return [] }
    if let index = list?.marked.firstIndex(of: address) {
      list?.marked.remove(at: index)
    } else {
      list?.marked.append(address)
    }
    return move(by: 1)
  }

  mutating func unmarkAll() -> [Effect] {
    list?.marked = []
    return []
  }

  /// What commands for several records act on: the marked rows, else the one record that is selected.
  var chosenAddresses: [RecordAddress] {
    if let marked = list?.marked, !marked.isEmpty { return marked }
    return selectedAddress.map { [$0] } ?? []
  }

  /// As many pages as are opened in the web browser at once.
  static let maxSources = 10
}

// MARK: - Stars

extension BrowserState {
  /// Stars what is selected, or takes its star off. The row stays where it is, also in a list of what is starred, so that the
  /// same key puts the star back.
  mutating func toggleStar() -> [Effect] {
    guard let address = selectedAddress else { return [] }
    let isOn = !stars.contains(address)
    stars.formSymmetricDifference([address])
    let title = list?.selected?.title ?? record?.title ?? address.id
    return [.keepStar(address, title: title, isOn)]
      + inform(
        isOn ? "Starred. Filter with is:starred to see all starred items." : "Star removed. Press * to restore it.")
  }

  /// Takes in what is starred by now, here and in other newsrooms.
  mutating func show(stars: Set<RecordAddress>) -> [Effect] {
    self.stars = stars
    for index in backStack.indices.dropLast() { backStack[index].lookAtStarsAgain() }
    for index in ahead.indices { ahead[index].lookAtStarsAgain() }
    for kind in inactiveLists.keys where inactiveLists[kind]?.asksForStars == true {
      inactiveLists[kind]?.isFresh = false
    }
    return []
  }
}

extension Screen {
  fileprivate mutating func lookAtStarsAgain() {
    guard case .list(var list) = self, list.asksForStars else { return }
    list.isFresh = false
    self = .list(list)
  }
}

extension ListScreen {
  /// Wherever in the query it stands; a list too many only asks for its rows again.
  fileprivate var asksForStars: Bool { request.query.contains("\(QueryField.flag.rawValue):") }
}
