import Foundation
import NewsroomTestSupport
import Testing

@Suite("The user's settings")
struct ConfigurationTests {
  @Test("All that is wrong in them is said at once")
  func allThatIsWrongInThemIsSaidAtOnce() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path("newsroom"), withIntermediateDirectories: true)
    let settings = #"{"theme": "pink", "mouse": "maybe", "colour": 1}"#
    try Data(settings.utf8).write(to: URL(filePath: folder.path("newsroom/config.json")))
    let visitor = try Visitor(environment: ["XDG_CONFIG_HOME": folder.path(".")])
    try visitor.terminal.waitUntil("what is wrong") { screen in
      let text = screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return ["There is no such theme.", "'mouse' cannot be maybe.", "'colour' is no setting."].allSatisfy(
        text.contains)
    }
  }
}
