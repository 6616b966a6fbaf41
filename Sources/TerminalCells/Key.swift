/// A key as the user presses it.
package enum Key: Hashable, Sendable {
  /// A key that types a character.
  case character(Character)
  /// A letter held with Ctrl, in lower case.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case altLeft, altRight, controlLeft, controlRight
  /// A key that types a character, held with Alt.
  case alt(Character)
  case altBackspace
  /// F1 is 1.
  case function(Int)
}

/// What comes from a terminal.
package enum TerminalInput: Hashable, Sendable {
  case key(Key)
  /// Pasted text, which is not a series of keys.
  case pasted(String)
  case mouse(MouseEvent)
  case resized(Size)
  /// The terminal is gone.
  case closed
}

/// What the mouse did, and where.
package struct MouseEvent: Hashable, Sendable {
  package enum Action: Hashable, Sendable { case click, doubleClick, drag, release, wheelUp, wheelDown }
  package var action: Action
  package var point: Point

  package init(_ action: Action, at point: Point) { (self.action, self.point) = (action, point) }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  package init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}
