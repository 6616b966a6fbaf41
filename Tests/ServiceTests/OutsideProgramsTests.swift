import Foundation
import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import newsroom

@Suite("What programs outside are given")
struct OutsideProgramsTests {
  private let folder: TemporaryFolder
  private let directory: DataDirectory
  private let address = "https://example.org/942"

  init() throws {
    folder = try TemporaryFolder()
    directory = try folder.oneArticle()
  }

  private func programs(_ environment: [String: String]) -> ExternalPrograms {
    ExternalPrograms(directory: directory, environment: environment)
  }

  /// A program of this name that keeps its arguments, a line each, and what it reads, in files beside it. An editor reads nothing:
  /// it has the terminal.
  private func program(_ name: String, reads: Bool = true) throws -> String {
    let path = folder.path(name)
    let script = """
      #!/bin/sh
      for word in "$@"; do echo "$word"; done > '\(path).part'
      \(reads ? "cat > '\(path).input'" : ":")
      mv '\(path).part' '\(path).words'

      """
    return try folder.writeProgram(name, script)
  }

  /// The arguments that a program was started with.
  private func words(of program: String) throws -> [String] {
    try Deadline.wait(for: "the program") { FileManager.default.fileExists(atPath: program + ".words") }
    let text = try String(contentsOfFile: program + ".words", encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  @Test("The pager reads nothing that could move, recolour or reorder the screen")
  func thePagerReadsNothingThatCouldMoveRecolourOrReorderTheScreen() throws {
    let pager = try program("pager")
    #expect(programs(["PAGER": pager]).page("One\n\u{9B}31mRED \u{202E}back\u{1B}]2;x\u{07}\n") == .done(nil))
    let text = try String(contentsOfFile: pager + ".input", encoding: .utf8)
    #expect(text.hasPrefix("One\n") && text.contains("RED"))
    let controls = text.unicodeScalars.filter { $0 != "\n" && $0.properties.generalCategory == .control }
    #expect(controls.isEmpty && !text.contains("\u{202E}"))
  }

  @Test("A word of $EDITOR in quotation marks is one, also an empty one")
  func aWordOfEDITORInQuotationMarksIsOneAlsoAnEmptyOne() throws {
    let editor = try program("my editor", reads: false)
    #expect(
      programs(["EDITOR": "'\(editor)' -t -a \"\" \"a b\"c"]).edit("articles/one.json", line: 1) == .done(nil))
    let text = try String(contentsOfFile: editor + ".words", encoding: .utf8)
    let file = directory.root + "/articles/one.json"
    #expect(text == "-t\n-a\n\na bc\n+1\n\(file)\n")
  }

  @Test(
    "Each editor is told the line in its own way",
    arguments: [
      ("code", ["--wait", "--goto", "FILE:1"]), ("subl", ["--wait", "FILE:1"]), ("nano", ["--wait", "+1", "FILE"]),
    ])
  func eachEditorIsToldTheLineInItsOwnWay(name: String, expected: [String]) throws {
    let editor = try program(name, reads: false)
    #expect(programs(["VISUAL": "\(editor) --wait"]).edit("articles/one.json", line: 1) == .done(nil))
    let file = directory.root + "/articles/one.json"
    #expect(try words(of: editor) == expected.map { $0.replacing("FILE", with: file) })
  }

  @Test("$BROWSER may have arguments, and a place for the address among them")
  func browserMayHaveArgumentsAndAPlaceForTheAddressAmongThem() throws {
    let browser = try program("browser")
    #expect(programs(["BROWSER": browser + " --private"]).openAddress(address) == .done("Opened \(address)"))
    #expect(try words(of: browser) == ["--private", address])
    let other = try program("other")
    #expect(programs(["BROWSER": other + " --url=%s --new"]).openAddress(address) == .done("Opened \(address)"))
    #expect(try words(of: other) == ["--url=\(address)", "--new"])
  }

  @Test(
    "$BROWSER may not make the address a part of shell code",
    arguments: ["sh -c 'true %s'", "sh -c %s", "bash -lc \"echo %s\"", "xterm -e 'lynx %s'"])
  func browserMayNotMakeTheAddressAPartOfShellCode(browser: String) {
    guard case .failed(let message) = programs(["BROWSER": browser]).openAddress(address) else {
      Issue.record("opened")
      return
    }
    #expect(message.contains("hands the address to a shell"))
  }

  @Test("The entries of $BROWSER are tried in turn")
  func theEntriesOfBROWSERAreTriedInTurn() throws {
    let browser = try program("browser")
    let list = folder.path("missing") + " --private::\(browser):" + (try program("third"))
    #expect(programs(["BROWSER": list]).openAddress(address) == .done("Opened \(address)"))
    #expect(try words(of: browser) == [address])
    #expect(!FileManager.default.fileExists(atPath: folder.path("third.words")))
  }
}
