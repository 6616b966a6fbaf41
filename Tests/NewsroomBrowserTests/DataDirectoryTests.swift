import NewsroomBrowser
import NewsroomModel
import TerminalCells
import Testing

@Suite("The data directory in the title bar")
struct DataDirectoryTests {
  @Test("That it is gone stands on every screen until it is back", arguments: [40, 80, 180])
  func thatItIsGoneStandsOnEveryScreenUntilItIsBack(columns: Int) {
    var robot = Robot(columns: columns)
    robot.give(.directoryGone(true))
    let screens: [[Key]] = [[], [.enter], ["q", "!"], ["q", "?"], ["q", "3"]]
    for keys in screens {
      for key in keys { robot.press(key) }
      #expect(robot.screen[0].contains(columns < 80 ? "data gone" : "the data directory is gone"), "\(keys)")
      #expect(!robot.screen[0].hasPrefix(" data"), "what else the first row says is still there")
    }
    robot.give(.directoryGone(false))
    #expect(!robot.text.contains("gone"))
  }

  @Test("Another name is in the title bar at once")
  func anotherNameIsInTheTitleBarAtOnce() {
    var robot = Robot(columns: 180)
    robot.give(.renamed("The Harbour\u{1B}[2J Desk"))
    #expect(robot.screen[0].contains("The Harbour"))
    #expect(!robot.text.unicodeScalars.contains("\u{1B}"))
  }

  @Test("That there is nothing of a kind is said only once the files have been looked at")
  func thatThereIsNothingOfAKindIsSaidOnlyOnceTheFilesHaveBeenLookedAt() {
    var robot = Robot(answer: SmallNewsroom(articles: 0).answer)
    #expect(robot.text.contains("Reading the files"))
    robot.give(.updateFinished(changed: false))
    #expect(robot.text.contains("There are no articles in this data directory."))
  }
}
