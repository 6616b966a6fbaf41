import ArgumentParser
import Foundation
import NewsroomModel
import TerminalText

/// Why the program ends without having done what was asked: one sentence for standard error, and an exit code.
struct CLIError: Error, Equatable {
  /// Exit codes of sysexits.h.
  enum Code: Int32 {
    /// The command was used wrongly.
    case usage = 64
    /// The input is not in the form that the command reads.
    case dataError = 65
    /// The input does not exist or cannot be read.
    case noInput = 66
    /// Something the program needs is not available.
    case unavailable = 69
  }

  var message: String
  var code: Code

  init(_ message: String, code: Code) { (self.message, self.code) = (message, code) }

  /// Prints the sentence and gives what ArgumentParser exits with.
  func report() -> ExitCode {
    Output.printError("error: \(message)")
    return ExitCode(code.rawValue)
  }
}

extension CLIError {
  static func emptyDirectory(_ path: String, unread: [Diagnostic] = []) -> CLIError {
    if let first = unread.first {
      return CLIError(
        "the data directory '\(path)' holds no records that can be read. \(first.path): \(first.explanation)",
        code: .noInput)
    }
    return CLIError(
      "the data directory '\(path)' holds no records. Put articles into '\(path)/articles/'; data/README.md shows how.",
      code: .noInput)
  }

  static func unknownSubcommand(_ word: String, _ names: [String]) -> CLIError {
    let nearest = SpellingSuggestion.nearest(to: word, in: names).map { " Did you mean '\($0)'?" } ?? ""
    return CLIError(
      "there is no subcommand '\(word)'.\(nearest) Subcommands: \(names.joined(separator: ", ")); "
        + "'newsroom --help' says what they do.", code: .usage)
  }

  static func unknownAddress(_ text: String) -> CLIError {
    CLIError("No record “\(text)”. Use a name, or kind:id such as person:bi-xiaohan.", code: .usage)
  }

  static func severalRecords(_ text: String, _ addresses: [String]) -> CLIError {
    let named = addresses.prefix(5).joined(separator: ", ") + (addresses.count > 5 ? " …" : "")
    return CLIError("\(addresses.count) records match “\(text)”. Specify one of them: \(named)", code: .usage)
  }

  static func missingRecord(_ address: String) -> CLIError {
    CLIError("there is no \(address) in this data directory. 'newsroom list' shows what there is.", code: .noInput)
  }
}

extension ParsableCommand {
  /// Runs `body`; a failure ends the program with its sentence and exit code.
  func reportingFailures(_ body: () throws -> Void) throws {
    do { try body() } catch let failure as CLIError { throw failure.report() }
  }
}
