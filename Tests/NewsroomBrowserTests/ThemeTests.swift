import NewsroomBrowser
import TerminalCells
import Testing

@Suite("Themes")
struct ThemeTests {
  @Test(
    "Every tone of a painted theme has a contrast of at least 4.5 to 1", arguments: [Theme.dark, .light, .highContrast])
  func everyToneOfAPaintedThemeHasAContrastOfAtLeast45To1(theme: Theme) throws {
    for tone in StyleRole.allCases {
      let style = theme.style(tone)
      let (text, ground) = (try #require(RGBColour(style.foreground)), try #require(RGBColour(style.background)))
      #expect(text.contrast(with: ground) >= 4.5, "\(theme.name) \(tone)")
    }
  }

  @Test("Contrast is that of WCAG 2: white on black has 21 to 1")
  func contrastIsThatOfWCAG2WhiteOnBlackHas21To1() throws {
    let style = Theme.highContrast.style(.plain)
    let (white, black) = (try #require(RGBColour(style.foreground)), try #require(RGBColour(style.background)))
    #expect(abs(white.contrast(with: black) - 21) < 0.01)
  }

  @Test("No meaning hangs on colour alone: without colours what matters still differs from plain text")
  func noMeaningHangsOnColourAloneWithoutColoursWhatMattersStillDiffersFrom() {
    let plain = Theme.mono.style(.plain)
    for tone in [StyleRole.title, .heading, .link, .match, .focus, .activeTab, .warning] {
      #expect(Theme.mono.style(tone).attributes != plain.attributes)
      #expect(Theme.mono.style(tone).foreground == .terminal)
    }
  }

  @Test("T changes the colours at once")
  func tChangesTheColoursAtOnce() {
    var robot = Robot()
    robot.press("T")
    #expect(robot.state.theme == .dark)
    #expect(robot.state.draw().grid[0, 5].style.background != .terminal)
  }

  @Test("T walks every theme; ASCII alone is asked for with the theme of that name, and no longer after it")
  func tWalksEveryThemeASCIIAloneIsAskedForWithTheThemeOfThatNameAndNoLonger() {
    var robot = Robot()
    let count = Theme.all.count
    let names = (0..<count).map { _ in
      robot.press("T")
      let asked: Effect? = robot.state.theme == .ascii ? .setASCII(true) : nil
      let expected = asked ?? (robot.state.theme == .standard ? .setASCII(false) : nil)
      let effects = robot.effects.filter { [.setASCII(true), .setASCII(false)].contains($0) }
      #expect(effects == [expected].compactMap(\.self))
      return robot.state.theme.name
    }
    #expect(names == Theme.all.dropFirst().map(\.name) + ["standard"])
    #expect(names.contains("ascii"))
  }
}
