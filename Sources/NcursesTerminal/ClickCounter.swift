import TerminalCells

/// Turns the codes that a terminal sends into mouse events; detects double clicks.
struct ClickCounter: Sendable {
  private var last: (point: Point, milliseconds: Int)?
  /// Two clicks at one place within this time are a double click.
  private static let doubleClickMilliseconds = 400

  /// - Parameter code: xterm's: the button in the low two bits, 32 for motion, 64 for the wheel, 128 for the buttons from the
  ///   eighth on, which mean nothing here.
  mutating func event(code: Int, isRelease: Bool, at point: Point, _ milliseconds: Int) -> TerminalInput? {
    guard point.column >= 0, point.row >= 0, code & 128 == 0 else { return nil }
    switch (code & 64 != 0, code & 32 != 0, code & 3) {
    case (true, _, 0): return .mouse(MouseEvent(.wheelUp, at: point))
    case (true, _, 1): return .mouse(MouseEvent(.wheelDown, at: point))
    case (true, _, _): return nil
    case (false, _, _) where isRelease: return .mouse(MouseEvent(.release, at: point))
    case (false, true, 0): return .mouse(MouseEvent(.drag, at: point))
    case (false, false, 0): return .mouse(MouseEvent(press(at: point, milliseconds), at: point))
    default: return nil
    }
  }

  private mutating func press(at point: Point, _ milliseconds: Int) -> MouseEvent.Action {
    if let last, last.point == point, milliseconds - last.milliseconds <= ClickCounter.doubleClickMilliseconds {
      self.last = nil
      return .doubleClick
    }
    last = (point, milliseconds)
    return .click
  }
}
