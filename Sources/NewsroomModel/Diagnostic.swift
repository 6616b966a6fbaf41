/// Something wrong in the data directory, said so that it can be mended: where, what, and what to do next.
///
/// Printed `file:line:column: severity CODE /json/pointer: message; hint`.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Worth knowing; nothing is lost.
    case note
    /// Something could not be used as it stands; the record is shown.
    case warning
    /// A record or file could not be used.
    case error

    /// Notes before warnings before errors.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// What kind of problem it is.
  public var code: DiagnosticCode
  /// How bad it is.
  public var severity: Severity
  /// Path below the data directory.
  public var path: String
  /// Line from 1; nil when the whole file is meant.
  public var line: Int?
  /// Column in characters from 1; nil when the whole file is meant.
  public var column: Int?
  /// Offset in the file of the first byte meant, from 0; nil when the whole file is meant.
  public var offset: Int?
  /// JSON Pointer (RFC 6901) to the value meant, from the top of the file.
  public var pointer: String?
  /// One sentence, quoting the user's own text.
  public var message: String
  /// What to do next, where something can be suggested.
  public var hint: String?

  /// A problem put together from its parts.
  public init(
    code: DiagnosticCode, severity: Severity? = nil, path: String, line: Int? = nil, column: Int? = nil,
    offset: Int? = nil, pointer: String? = nil, message: String, hint: String? = nil
  ) {
    (self.code, self.severity, self.path) = (code, severity ?? code.severity, path)
    (self.line, self.column, self.offset, self.pointer) = (line, column, offset, pointer)
    (self.message, self.hint) = (message, hint)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The problem on one line, as `newsroom check` prints it.
  public var description: String {
    var place = path
    if let line { place += ":\(line)" }
    if let line = column, self.line != nil { place += ":\(line)" }
    let pointed = pointer.map { $0.isEmpty ? "" : " \($0)" } ?? ""
    let line = "\(place): \(severity.rawValue) \(code.rawValue)\(pointed): \(explanation)"
    // The name of a file or key may hold a line break, and this is one line for whoever reads it.
    return line.contains(where: \.isNewline) ? String(line.map { $0.isNewline ? "␊" : $0 }) : line
  }

  /// What is wrong and what to do next.
  public var explanation: String {
    guard let hint else { return message }
    // A question is a sentence of its own: "… Did you mean …?"
    return message + (hint.first?.isUppercase == true ? ". " : "; ") + hint
  }
}
