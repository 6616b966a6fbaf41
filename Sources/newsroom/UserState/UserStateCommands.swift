import ArgumentParser
import Foundation
import NewsroomCatalogue
import NewsroomModel

/// `newsroom note RECORD [TEXT]`: the user's notes.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Print, set or remove your note on a record; without a record, print all notes.",
    discussion:
      "Notes are kept in the state folder, never in the data directory. Exit status: 0; 1 when there is no note.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The record: kind:id, an id or a web address.")
  var record: String?

  @Argument(help: "The note's text. Without a text the note is printed.")
  var text: [String] = []

  @Flag(help: "Remove the note.")
  var remove = false

  func run() throws {
    try reportingFailures {
      let journal = try UserJournal.opened()
      guard let record else { return try Self.printAll(journal) }
      let address = try UserJournal.address(typed: record, options, journal)
      let key = UserState.Key(kind: .note, subject: address)
      if !text.isEmpty || remove {
        try journal.set(key, to: remove ? nil : text.joined(separator: " "))
      } else {
        guard let note = journal.state.values[key] else { throw ExitCode(1) }
        try Output.print(note)
      }
    }
  }

  private static func printAll(_ journal: UserJournal) throws {
    let notes = journal.entries(of: .note)
    for (key, note) in notes { try Output.print(line: "\(note)  [\(key.subject)]") }
    if notes.isEmpty { throw ExitCode(1) }
  }
}

/// `newsroom tag RECORD [TAG …]`: the user's tags.
struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Print, add or remove your tags of a record; without a record, print all tags.",
    discussion:
      "Tags are kept in the state folder, never in the data directory. Exit status: 0; 1 when there is no tag.")

  @OptionGroup var options: DataOptions

  @Argument(help: "The record: kind:id, an id or a web address.")
  var record: String?

  @Argument(help: "Tags to add. Without one the record's tags are printed.")
  var tags: [String] = []

  @Flag(help: "Remove the tags instead of adding them.")
  var remove = false

  func run() throws {
    try reportingFailures {
      let journal = try UserJournal.opened()
      let address = try record.map { try UserJournal.address(typed: $0, options, journal) }
      guard let address, !tags.isEmpty else {
        let found = journal.entries(of: .tag).map(\.0).filter { address == nil || $0.subject == address }
        for key in found { try Output.print(line: address == nil ? "#\(key.item)  [\(key.subject)]" : "#\(key.item)") }
        if found.isEmpty { throw ExitCode(1) }
        return
      }
      for tag in tags.map({ $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }) where !tag.isEmpty {
        try journal.set(UserState.Key(kind: .tag, subject: address, item: tag), to: remove ? nil : "")
      }
    }
  }
}

/// `newsroom dossier [NAME [RECORD [TEXT]]]`: named sets of records.
struct DossierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier", abstract: "Print a dossier, a named set of records; or add a record to it, or remove one.",
    discussion: """
      Without a name it prints the names of all dossiers. Dossiers are kept in the state folder, never in the data directory. \
      Exit status: 0; 1 when there is no such dossier.
      """)

  @OptionGroup var options: DataOptions

  @Argument(help: "The dossier's name.")
  var name: String?

  @Argument(help: "The record to add: kind:id, an id or a web address.")
  var record: String?

  @Argument(help: "What the dossier says about the record.")
  var text: [String] = []

  @Flag(help: "Remove the record from the dossier.")
  var remove = false

  func run() throws {
    try reportingFailures {
      let journal = try UserJournal.opened()
      if let name, let record {
        let address = try UserJournal.address(typed: record, options, journal)
        let key = UserState.Key(kind: .dossier, subject: name, item: address)
        try journal.set(key, to: remove ? nil : text.joined(separator: " "))
        return
      }
      let entries = journal.entries(of: .dossier).filter { name == nil || $0.0.subject == name }
      if entries.isEmpty { throw ExitCode(1) }
      guard name != nil else {
        let counts = Dictionary(grouping: entries) { $0.0.subject }.mapValues(\.count)
        for (name, count) in counts.sorted(by: { $0.key < $1.key }) { try Output.print(line: "\(name)  \(count)") }
        return
      }
      for (key, text) in entries { try Output.print(line: (text.isEmpty ? "" : text + "  ") + "[\(key.item)]") }
    }
  }
}

/// `newsroom undo`: takes back the last change of notes, tags and dossiers.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Undo the last change of your notes, tags and dossiers; or redo it.",
    discussion: "Exit status: 0; 1 when there is nothing to undo or redo.")

  @OptionGroup var options: DataOptions

  @Flag(help: "Make the change again that was undone last.")
  var redo = false

  func run() throws {
    try reportingFailures {
      let journal = try UserJournal.opened()
      guard let change = try redo ? journal.redo() : journal.undo() else {
        Output.printError("note: nothing to \(redo ? "redo" : "undo").")
        throw ExitCode(1)
      }
      let item = change.key.item.isEmpty ? "" : " \(change.key.item)"
      try Output.print(line: "\(redo ? "Redone" : "Undone"): \(change.key.kind.rawValue) \(change.key.subject)\(item)")
    }
  }
}

extension UserJournal {
  /// The journal with all that is in it; lines that cannot be read are reported.
  fileprivate static func opened() throws -> UserJournal {
    let journal = try UserJournal()
    try journal.refresh()
    if journal.unreadableLines > 0 {
      Output.printError("note: \(journal.unreadableLines) lines cannot be read and are ignored: \(journal.path)")
    }
    return journal
  }

  /// All keys of a kind with what they hold, in the order of subjects and items.
  fileprivate func entries(of kind: UserState.Kind) -> [(UserState.Key, String)] {
    state.values.filter { $0.key.kind == kind }.map { ($0.key, $0.value) }
      .sorted { ($0.0.subject, $0.0.item) < ($1.0.subject, $1.0.item) }
  }

  /// The address that a text means: as it stands where the journal has it, so that what is kept of a record that is gone can be read and
  /// removed; else of a record of the data directory.
  fileprivate static func address(typed text: String, _ options: DataOptions, _ journal: UserJournal) throws -> String {
    if journal.state.values.keys.contains(where: { $0.subject == text || $0.item == text }), RecordAddress(text) != nil
    {
      return text
    }
    let catalogue = try CatalogueLoader.open(options)
    return try catalogue.recoveringFromCorruption { try $0.address(typed: text) }.description
  }
}
