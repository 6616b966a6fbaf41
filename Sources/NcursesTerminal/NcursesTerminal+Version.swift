import CNcurses

extension NcursesTerminal {
  /// The version of the ncurses library in use, for example 6.4.20221231.
  package static var libraryVersion: String {
    let text = curses_version().map { String(cString: $0) } ?? ""
    return text.hasPrefix("ncurses ") ? String(text.dropFirst("ncurses ".count)) : text
  }
}
