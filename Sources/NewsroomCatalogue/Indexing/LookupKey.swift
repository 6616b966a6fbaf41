import NewsroomModel

/// The form in which names are compared when a mention is linked. Accents and signs count, because a wrong link is worse than
/// none.
enum LookupKey {
  static func of(_ name: String) -> String { NameForms.comparisonForm(name) }
}
