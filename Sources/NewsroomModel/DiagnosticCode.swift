/// The kinds of problem a data directory can have. The code carries no severity; the table in data/README.md gives cause and remedy.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  /// The file cannot be read.
  case unreadable = "NR101"
  /// The file is not UTF-8.
  case notUTF8 = "NR102"
  /// The file is not JSON by RFC 8259.
  case notJSON = "NR103"
  /// The file begins with a byte order mark.
  case byteOrderMark = "NR104"
  /// Nested too deeply, or the file is over the limit.
  case tooLarge = "NR105"
  /// A key stands twice in one object.
  case duplicateKey = "NR106"
  /// Files that newsroom does not read.
  case unread = "NR107"
  /// The top level is neither an object nor an array, or a JSON Lines line is no object.
  case notARecord = "NR110"
  /// A required key is missing.
  case missingKey = "NR201"
  /// A value has the wrong type.
  case wrongType = "NR202"
  /// An id stands twice within a kind.
  case duplicateID = "NR203"
  /// A value outside a list.
  case unknownValue = "NR204"
  /// A key that is not known.
  case unknownKey = "NR205"
  /// A reference leads nowhere.
  case danglingReference = "NR301"
  /// An article's `literal` leads nowhere.
  case unknownLiteral = "NR302"
  /// A name matches two records.
  case ambiguousName = "NR303"
  /// Two organisations share a name.
  case sharedAlias = "NR304"
  /// `parent_id` leads back to where it began.
  case parentCycle = "NR305"
  /// The date does not exist.
  case impossibleDate = "NR401"
  /// The end comes before the start.
  case endBeforeStart = "NR402"
  /// The event comes after its report, or long before it.
  case oddEventDate = "NR403"
  /// A membership does not cover the event's date.
  case membershipDate = "NR404"
  /// The role is not among the person's memberships.
  case roleUnknown = "NR405"
  /// A delegation travelled at another time than its event took place.
  case delegationDates = "NR406"
  /// One person stands on both sides of a visit.
  case bothSides = "NR407"
  /// The body is missing, or empty after cleaning.
  case noBody = "NR501"
  /// Control characters were removed.
  case controlCharacters = "NR502"
  /// Another dialect was read.
  case dialect = "NR601"

  /// The severity of a problem of this kind, unless the check that finds it gives another one.
  public var severity: Diagnostic.Severity {
    switch self {
    case .unreadable, .notUTF8, .notJSON, .tooLarge, .notARecord, .missingKey, .wrongType, .duplicateID,
      .danglingReference, .parentCycle, .impossibleDate:
      .error
    case .byteOrderMark, .duplicateKey, .unknownValue, .unknownKey, .unknownLiteral, .ambiguousName, .sharedAlias,
      .endBeforeStart, .oddEventDate, .membershipDate, .roleUnknown, .delegationDates, .bothSides, .noBody,
      .controlCharacters:
      .warning
    case .dialect, .unread: .note
    }
  }

  /// Whether something in the file of such a problem could not be read as a record.
  package var preventsReading: Bool {
    switch self {
    case .unreadable, .notUTF8, .notJSON, .tooLarge, .notARecord, .missingKey, .wrongType, .duplicateID: true
    case .byteOrderMark, .duplicateKey, .unread, .unknownValue, .unknownKey, .danglingReference, .unknownLiteral,
      .ambiguousName, .sharedAlias, .parentCycle, .impossibleDate, .endBeforeStart, .oddEventDate, .membershipDate,
      .roleUnknown, .delegationDates, .bothSides, .noBody, .controlCharacters, .dialect:
      false
    }
  }
}
