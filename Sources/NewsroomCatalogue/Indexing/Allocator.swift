import Foundation

/// Memory that was used and is free again.
enum Allocator {
  /// Gives it back to the system, where the C library can (glibc's `malloc_trim`, which Swift's module of it leaves out).
  static func trim() {
    guard let trim = dlsym(nil, "malloc_trim") else { return }
    _ = unsafeBitCast(trim, to: (@convention(c) (Int) -> CInt).self)(0)
  }
}
