extension SafeText {
  /// The text on one line without what is never drawn: soft hyphens and joiners are gone, a line feed is a space. For places
  /// outside the screen, such as a window's title.
  package var plainLine: String {
    if isPlainASCII { return string }
    var line = String.UnicodeScalarView()
    for scalar in string.unicodeScalars where scalar != "\u{AD}" && scalar != "\u{200D}" {
      line.append(scalar == "\n" ? " " : scalar)
    }
    return String(line)
  }
}
