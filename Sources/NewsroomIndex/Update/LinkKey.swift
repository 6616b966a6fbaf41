import NewsroomModel

/// The form in which names are compared when a mention is linked. Accents and signs count, because a wrong link is worse than
/// none.
enum LinkKey {
  static func of(_ name: String) -> String { NameForms.comparisonForm(name) }
}
