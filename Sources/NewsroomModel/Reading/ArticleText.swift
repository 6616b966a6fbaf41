/// One of the forms in which an item gives a text: ninjs `{role, contentType, value}`.
struct ArticleText {
  /// "main", "caption", or whatever the agency calls it.
  var role: String?
  /// Media type.
  var contentType: String?
  /// The text.
  var value: String

  init(role: String?, contentType: String?, value: String) {
    (self.role, self.contentType, self.value) = (role, contentType, value)
  }

  /// A text that ninjs 1 wrote under a key such as `body_html`; `olderForm` is what follows the underscore.
  init(olderForm form: String, value: String) {
    let isHTML = form.hasSuffix("html") || form.hasSuffix("html5") || form.hasSuffix("xml") || form.hasSuffix("nitf")
    self.init(role: form, contentType: isHTML ? "text/html" : form.hasSuffix("text") ? "text/plain" : nil, value: value)
  }

  /// Whether the text is HTML or near enough: by its type, else by its looks.
  var isHTML: Bool {
    if let contentType { return PlainText.contains(contentType, "html") || PlainText.contains(contentType, "xml") }
    return PlainText.contains(value, "</") || PlainText.contains(value, "/>") || PlainText.contains(value, "<br>")
  }

  /// The body to show: of the main texts, or of all where none is called main, HTML before plain text; the first of each.
  static func body(of texts: [ArticleText]) -> Article.Body? {
    let readable = texts.filter { $0.value.contains { !$0.isWhitespace } }
    let main = readable.filter { $0.role == "main" }
    let candidates = main.isEmpty ? readable : main
    if let text = candidates.first(where: \.isHTML) { return Article.Body(format: .html, value: text.value) }
    return candidates.first.map { Article.Body(format: .plain, value: $0.value) }
  }

  /// The description to show: the main one, else the first, plain text before HTML.
  static func summary(of texts: [ArticleText]) -> String? {
    guard let text = texts.first(where: { $0.role == "main" }) ?? texts.first(where: { !$0.isHTML }) ?? texts.first
    else { return nil }
    return PlainText.oneLine(text.isHTML ? PlainText.withoutTags(text.value) : text.value)
  }
}
