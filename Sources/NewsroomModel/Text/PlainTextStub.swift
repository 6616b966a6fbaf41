extension [TextBlock] {
  /// Stub.
  public var plainText: String { "" }
}
