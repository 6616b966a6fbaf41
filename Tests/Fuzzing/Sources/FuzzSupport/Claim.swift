/// Ends the program, which is how libFuzzer learns of a finding; it keeps the input.
package func claim(_ holds: Bool, _ what: @autoclosure () -> String) {
  if !holds { fatalError(what()) }
}

/// The bytes that libFuzzer made up.
package func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}
