import CICU

extension NameCollation {
  /// The version of the ICU library in use, for example 72.1.
  package static var libraryVersion: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(U_MAX_VERSION_STRING_LENGTH)) { text in
      guard let start = text.baseAddress else { return "" }
      newsroom_u_get_version(start)
      return String(cString: start)
    }
  }
}
