import Foundation

/// The files of the Unicode standard that conformance is tested against, as Debian's package `unicode-data` installs them.
package enum UnicodeData {
  private static let folder = "/usr/share/unicode"

  /// Whether they are there; tests that need them are skipped visibly when they are not.
  package static var isInstalled: Bool { FileManager.default.fileExists(atPath: folder + "/EastAsianWidth.txt") }

  /// The lines of a file without comments and blank lines.
  package static func lines(of name: String) throws -> [Substring] {
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let content = line.prefix { $0 != "#" }
      return content.allSatisfy(\.isWhitespace) ? nil : content
    }
  }

  /// `0041` or `0041..005A` as a range.
  package static func range(_ field: some StringProtocol) -> ClosedRange<UInt32>? {
    let ends = field.split(separator: ".").compactMap { UInt32($0, radix: 16) }
    guard let first = ends.first, let last = ends.last else { return nil }
    return first...last
  }

  /// `0041 0300` as text.
  package static func text(_ field: some StringProtocol) -> String {
    let scalars = field.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
    return String(String.UnicodeScalarView(scalars))
  }
}
