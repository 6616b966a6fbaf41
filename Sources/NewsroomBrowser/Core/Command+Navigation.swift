import NewsroomModel
import TerminalCells

extension Command {
  /// What q does is called in one word where that is known.
  static let backOrQuit = "back or quit"

  static let following: [Command] = [
    Command(
      "open", [.enter, "l", .right], "Open the selected row or link.",
      in: [.list, .article, .record, .problems], hinted: true, waits: true, unless: { $0.followObstacle }
    ) { $0.follow() },
    Command(
      "open record", [.enter, "l", .right], "Open the (partially read) record.", in: [.place],
      hinted: true, waits: true, unless: { $0.placeRecordObstacle }
    ) { $0.openPlaceRecord() },
    Command(
      "next problem", ["J", "]"], "Go to the next problem.", in: [.place], hinted: true, waits: true,
      unless: { $0.nextProblemObstacle(1) }
    ) { $0.showNextProblem(1) },
    Command(
      "previous problem", ["K", "["], "Go to the previous problem.", in: [.place], waits: true,
      unless: { $0.nextProblemObstacle(-1) }
    ) { $0.showNextProblem(-1) },
    Command(
      "back", ["h", .left, .backspace, .control("o")], "Go back (your position is kept).",
      in: .everywhere.subtracting([.facets]), unless: { $0.backObstacle }
    ) { $0.goBack() },
    Command("back", [.backspace, .control("o")], "Go back to the list.", in: [.facets]) { $0.goBack() },
    Command(backOrQuit, ["q"], "Go back; quit from the first screen.", in: .everywhere, hinted: true) {
      $0.goBackOrQuit()
    },
    Command(
      "forward", [">", .altRight], "Go forward again after going back.", in: .everywhere,
      unless: { $0.ahead.isEmpty ? "No next screen." : nil }
    ) { $0.goForward() },
    Command(
      "previous in list", ["["], "Open the previous row of the list without going back.", in: .pages, waits: true,
      unless: { $0.neighbourObstacle(-1) }
    ) { $0.openNeighbour(-1) },
    Command(
      "next in list", ["]"], "Open the next row of the list without going back.", in: .pages, hinted: true,
      waits: true, unless: { $0.neighbourObstacle(1) }
    ) { $0.openNeighbour(1) },
    Command(
      "delegations", ["d"], "Go to the delegations of this item.", in: .pages, waits: true,
      unless: { $0.sectionObstacle(.delegation) }
    ) { $0.goToSection(.delegation) },
    Command(
      "people", ["p"], "Go to the people of this item.", in: .pages, waits: true,
      unless: { $0.sectionObstacle(.person) }
    ) { $0.goToSection(.person) },
    Command(
      "institutions", ["i"], "Go to the institutions of this item.", in: .pages, waits: true,
      unless: { $0.sectionObstacle(.organisation) }
    ) { $0.goToSection(.organisation) },
    Command(
      "events", ["v"], "Go to the events of this item.", in: .pages, waits: true,
      unless: { $0.sectionObstacle(.event) }
    ) { $0.goToSection(.event) },
    Command(
      "link by number", ["#"], "Open the link with the number you type.", in: .pages, waits: true,
      unless: { ($0.record?.layout.numberedTargets.isEmpty ?? true) ? "No links here." : nil }
    ) { $0.beginLinkNumber() },
  ]
}
