import NewsroomModel

/// What the user keeps about records: notes, tags and dossiers. A value is a map from keys to texts; a change sets one key.
///
/// Keys hold addresses of records, so the state stays valid when the data directory is moved or copied.
struct UserState: Equatable, Sendable {
  enum Kind: String, Codable, Sendable {
    /// Of a record: its text.
    case note
    /// A tag of a record.
    case tag
    /// A record in a dossier: what the dossier says about it.
    case dossier
  }

  struct Key: Hashable, Codable, Sendable {
    var kind: Kind
    /// The record's address, or the dossier's name.
    var subject: String
    /// The tag, or the address of a record in a dossier; empty for a note.
    var item = ""
  }

  /// One change of one key. A line of the journal.
  struct Change: Codable, Equatable, Sendable {
    /// Unique in every journal, so that a change that is imported twice counts once.
    var id: String
    /// When it was made, in UTC.
    var time: String
    var key: Key
    /// What the key held before; absent for nothing.
    var before: String?
    /// What it holds now; absent for nothing.
    var after: String?
    /// The change that this one takes back.
    var undoes: String?
    /// The change that this one makes again.
    var redoes: String?
    /// Whether this stands for all changes of the key that compaction removed; it cannot be undone.
    var snapshot: Bool?
  }

  private(set) var values: [Key: String] = [:]
  /// What `undo` takes back, the last first to go.
  private(set) var undoable: [Change] = []
  /// What `redo` makes again, the last first to go.
  private(set) var redoable: [Change] = []
  private var seen: Set<String> = []

  /// Applies a change, once.
  /// - Returns: whether it was new.
  @discardableResult
  mutating func apply(_ change: Change) -> Bool {
    guard seen.insert(change.id).inserted else { return false }
    values[change.key] = change.after
    if change.snapshot == true { return true }
    if let id = change.undoes {
      if let index = undoable.lastIndex(where: { $0.id == id }) { redoable.append(undoable.remove(at: index)) }
    } else if let id = change.redoes {
      if let index = redoable.lastIndex(where: { $0.id == id }) { undoable.append(redoable.remove(at: index)) }
    } else {
      undoable.append(change)
      redoable = []
    }
    return true
  }
}
