import NewsroomBrowser
import NewsroomModel
import NewsroomTestSupport
import TerminalCells
import Testing

/// Every screen at a narrow, a medium and a wide size, over the sample data. Read them in `Screens/`.
@Suite("Screens")
struct ScreenTests {
  /// A screen: its name, and the keys that lead to it from the start.
  struct Walk: Sendable, CustomTestStringConvertible {
    var name: String
    var keys: [Key]
    var testDescription: String { name }

    init(_ name: String, _ keys: [Key]) { (self.name, self.keys) = (name, keys) }
  }

  static let visit = keys("/visits the UNESCO International Bureau") + [.enter, .enter]

  static func keys(_ text: String) -> [Key] { text.map { .character($0) } }

  static let walks: [Walk] = [
    Walk("articles", []),
    Walk("articles-filtered", keys("/micro-certification")),
    Walk("articles-by-organisation", keys("/org:unesco-ibe") + [.enter]),
    Walk("articles-half-understood", keys("/orgg:ibe visit") + [.enter]),
    Walk("articles-marked", ["j", "m", "m", "j", "*"]),
    Walk("export", ["x"]),
    Walk("articles-none", keys("/zebra") + [.enter]),
    Walk("facet-organisations", ["f", "j"]),
    Walk("facet-years", ["f", "l", "l"]),
    Walk("facet-months", ["f", "l", "l", "j", .enter]),
    Walk("delegations", ["2"]),
    Walk("people", ["3"]),
    Walk("organisations", ["4"]),
    Walk("events", ["5"]),
    Walk("article", visit),
    Walk("article-link-focused", visit + [.tab, .tab]),
    Walk("article-searched", visit + keys("/policy") + [.enter]),
    Walk("article-arabic", [.enter]),
    Walk("article-chinese", keys("/priority lang:zh") + [.enter, .enter]),
    Walk("delegation", visit + ["d", .enter]),
    Walk("person", keys("3/BI Xiaohan") + [.enter, .enter]),
    Walk("organisation", keys("4/unesco-ibe") + [.enter, .enter]),
    Walk("event", keys("5/Annual Partnership and IIOE") + [.enter, .enter]),
    Walk("programme", visit + [.tab, "#", "1", "1", .enter]),
    Walk("problems", ["!"]),
    Walk("help", ["?"]),
    Walk("palette", [":"] + keys("sea")),
    Walk("go-to", [.control("p")] + keys("bei")),
    Walk("completion", keys("/org:uni") + [.tab]),
  ]

  static let brokenWalks: [Walk] = [
    Walk("problems-many", ["!"]),
    Walk("problem", ["!", "j", "j", .enter]),
    Walk("problem-whole-file", keys("!/latin") + [.enter, .enter]),
    Walk("problem-help", ["!", .enter, "?"]),
  ]

  static let sizes = [Size(columns: 60, rows: 20), Size(columns: 110, rows: 34), Size(columns: 180, rows: 50)]

  @Test(
    "The smallest screens show what matters",
    arguments: walks.filter {
      [
        "articles", "articles-marked", "export", "facet-organisations", "article", "person", "help", "completion",
        "go-to",
      ]
      .contains($0.name)
    })
  func theSmallestScreensShowWhatMatters(walk: Walk) throws {
    try screen(walk: walk, size: Size(columns: 40, rows: 12))
  }

  @Test("The screens of broken data look as recorded", arguments: brokenWalks, [Size(columns: 40, rows: 12)] + sizes)
  func theScreensOfBrokenDataLookAsRecorded(walk: Walk, size: Size) throws {
    try expect(walk, size, SampleNewsroom.broken.get())
  }

  @Test("A screen looks as recorded", arguments: walks, sizes)
  func screen(walk: Walk, size: Size) throws {
    try expect(walk, size, SampleNewsroom.shared.get())
  }

  private func expect(_ walk: Walk, _ size: Size, _ newsroom: SampleNewsroom) throws {
    var robot = Robot(columns: size.columns, rows: size.rows, answer: newsroom.answer)
    for key in walk.keys { robot.press(key) }
    let frame = robot.state.draw()
    expectScreen(frame.grid, cursor: frame.cursor, named: "\(walk.name)-\(size.columns)x\(size.rows)")
  }
}
