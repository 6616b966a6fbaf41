/// A manual page being written, in the macros of man(7).
struct ManualPage {
  private(set) var text: String

  /// - Parameter date: `YYYY-MM-DD`, or empty.
  init(name: String, section: Int, date: String, version: String) {
    text = ".TH \(name.uppercased()) \(section) \"\(date)\" \"\(version)\" \"User Commands\"\n"
  }

  mutating func section(_ heading: String) { request("SH", heading) }

  mutating func subsection(_ heading: String) { request("SS", heading) }

  /// A paragraph for each line of `prose`.
  mutating func paragraphs(_ prose: String) {
    for line in prose.split(separator: "\n") { text += ".PP\n\(Self.escaped(line))\n" }
  }

  /// A term and, indented below it, what it means.
  mutating func entry(_ term: String, _ meaning: String) {
    request("TP", nil)
    request("B", term)
    text += Self.escaped(meaning) + "\n"
  }

  /// Lines that stay as they are.
  mutating func example(_ lines: [String]) {
    text += ".PP\n.nf\n.RS 4\n" + lines.map { Self.escaped($0) + "\n" }.joined() + ".RE\n.fi\n"
  }

  private mutating func request(_ name: String, _ argument: String?) {
    text += ".\(name)" + (argument.map { " \"\(Self.escaped($0).replacing("\"", with: "\\(dq"))\"" } ?? "") + "\n"
  }

  /// Text in which nothing is a request or an escape: a hyphen stays one that can be searched for and copied.
  private static func escaped(_ text: some StringProtocol) -> String {
    let escaped = text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case "`": "\\(ga"
      case "'": "\\(aq"
      default: String(character)
      }
    }
    return (text.hasPrefix(".") ? "\\&" : "") + escaped.joined()
  }
}
