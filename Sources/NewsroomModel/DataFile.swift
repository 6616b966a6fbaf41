/// A file of the data directory and its fingerprint: while path, size and times stay, its records stay.
public struct DataFile: Hashable, Sendable {
  /// Path below the data directory.
  public var path: String
  /// The kind of record it holds; nil for a Popolo collection, which may hold several.
  public var kind: RecordKind?
  /// Size in bytes.
  public var size: Int
  /// Time of last modification in nanoseconds since 1970.
  public var modified: Int64
  /// Time of the last change of content, permissions or name in nanoseconds since 1970, which no program can set: it tells of
  /// a text of the same size and time, and of a file that may be read now.
  public var changed: Int64

  /// A file put together from its parts.
  public init(path: String, kind: RecordKind?, size: Int, modified: Int64, changed: Int64 = 0) {
    (self.path, self.kind, self.size, self.modified, self.changed) = (path, kind, size, modified, changed)
  }
}

/// A record and where it stands.
public struct LocatedRecord: Hashable, Sendable {
  /// The record.
  public var record: Record
  /// Where it stands.
  public var location: RecordLocation
  /// True where something of the record could not be used, so that it is shown in part.
  public var isPartial: Bool

  /// True where it was written in another dialect and converted.
  public var isConverted: Bool

  /// A record with its place.
  public init(record: Record, location: RecordLocation, isPartial: Bool = false, isConverted: Bool = false) {
    (self.record, self.location, self.isPartial, self.isConverted) = (record, location, isPartial, isConverted)
  }
}
