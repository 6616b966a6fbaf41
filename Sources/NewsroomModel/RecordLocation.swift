/// Where a record stands: what an editor opens and an error names.
public struct RecordLocation: Hashable, Sendable {
  /// Path below the data directory, with `/` between its parts.
  public var path: String
  /// First byte of the record in the file.
  public var offset: Int
  /// Length of the record in bytes.
  public var length: Int
  /// Line of the first byte, from 1.
  public var line: Int

  /// A location put together from its parts.
  public init(path: String, offset: Int, length: Int, line: Int) {
    self.path = path
    self.offset = offset
    self.length = length
    self.line = line
  }
}
