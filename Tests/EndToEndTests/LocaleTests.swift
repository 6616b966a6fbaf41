import NewsroomTestSupport
import Testing

/// Environments as they come over SSH, from other systems and in containers.
@Suite("Locales that the machine does not have")
struct LocaleTests {
  @Test(
    "draw every character by C.UTF-8, and one notice says so",
    arguments: ["LANG=xx_YY.UTF-8", "LC_CTYPE=UTF-8", "LC_ALL=zz_ZZ.utf8"])
  func unknownLocaleFallsBackToUTF8(setting: String) throws {
    let visitor = try Visitor(prefix: ["env", "-u", "LANG", "-u", "LC_ALL", "-u", "LC_CTYPE", setting])
    let screen = try visitor.see("C.UTF-8 is used.")
    #expect(screen.contains(setting.split(separator: "=")[1]))
    try visitor.press("/")
    try visitor.type("毕小涵")
    try visitor.see("毕小涵")
  }

  @Test func noLocaleAtAllDrawsEveryCharacterWithoutANotice() throws {
    let visitor = try Visitor(prefix: ["env", "-u", "LANG", "-u", "LC_ALL", "-u", "LC_CTYPE"])
    try visitor.seeSample()
    try visitor.press("/")
    try visitor.type("毕小涵")
    #expect(!(try visitor.see("毕小涵")).contains("C.UTF-8"))
  }

  @Test func localeOfASCIIAloneWritesDatesAsISOAndSaysSo() throws {
    let visitor = try Visitor(prefix: ["env", "LC_ALL=C"])
    try visitor.see("has ASCII only")
  }

  @Test func lettersOfARussianKeyboardRunTheCommandsAtTheSamePosition() throws {
    let visitor = try Visitor()
    try visitor.seeSample()
    try visitor.type("о")
    let second = try visitor.focusedRow()
    try visitor.type("л")
    #expect(try visitor.focusedRow() != second)
    try visitor.type("Й")
    #expect(try visitor.terminal.waitForExit() == 0)
  }
}
