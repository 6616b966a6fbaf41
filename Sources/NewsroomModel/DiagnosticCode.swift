/// The kinds of problem a data directory can have; the table in data/README.md describes each.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  /// The file cannot be read.
  case unreadable = "E101"
  /// The file is not UTF-8.
  case notUTF8 = "E102"
  /// The file is not JSON by RFC 8259.
  case notJSON = "E103"
  /// The file begins with a byte order mark.
  case byteOrderMark = "W104"
  /// Nested too deeply, or the file is over the limit.
  case tooLarge = "E105"
  /// A key stands twice in one object.
  case duplicateKey = "W106"
  /// The top level is neither an object nor an array, or a JSON Lines line is no object.
  case notARecord = "E110"
  /// A required key is missing.
  case missingKey = "E201"
  /// A value has the wrong type.
  case wrongType = "E202"
  /// An id stands twice within a kind.
  case duplicateID = "E203"
  /// A value outside a list.
  case unknownValue = "W204"
  /// A key that is not known.
  case unknownKey = "W205"
  /// A reference leads nowhere.
  case danglingReference = "E301"
  /// An article's `literal` leads nowhere.
  case unknownLiteral = "W302"
  /// A name matches two records.
  case ambiguousName = "W303"
  /// Two organisations share a name.
  case sharedAlias = "W304"
  /// `parent_id` leads back to where it began.
  case parentCycle = "E305"
  /// The date does not exist.
  case impossibleDate = "E401"
  /// The end comes before the start.
  case endBeforeStart = "W402"
  /// The event comes after its report, or long before it.
  case oddEventDate = "W403"
  /// A membership does not cover the event's date.
  case membershipDate = "W404"
  /// The role is not among the person's memberships.
  case roleUnknown = "W405"
  /// A delegation travelled at another time than its event took place.
  case delegationDates = "W406"
  /// One person stands on both sides of a visit.
  case bothSides = "W407"
  /// The body is missing, or empty after cleaning.
  case noBody = "W501"
  /// Control characters were removed.
  case controlCharacters = "W502"
  /// Another dialect was read.
  case dialect = "N601"

  /// How bad a problem of this kind is, unless its finder says otherwise.
  public var severity: Diagnostic.Severity {
    switch rawValue.first {
    case "E": .error
    case "N": .note
    default: .warning
    }
  }
}
