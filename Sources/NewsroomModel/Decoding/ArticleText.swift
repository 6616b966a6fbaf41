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
    let isHTML = form.hasSuffix("html") || form.hasSuffix("html5")
    self.init(role: form, contentType: isHTML ? "text/html" : form.hasSuffix("text") ? "text/plain" : nil, value: value)
  }

  /// How the text is written: by its type, else by its looks.
  private var form: Form {
    guard let contentType else { return looksMarkedUp ? .html : .plain }
    if PlainText.contains(contentType, "html") { return .html }
    return looksMarkedUp && !PlainText.contains(contentType, "plain") ? .markup : .plain
  }

  /// Forms in the order in which a body is chosen. Other markup, such as NITF, has paragraphs like HTML's.
  private enum Form: Int { case html, plain, markup }

  private var looksMarkedUp: Bool {
    PlainText.contains(value, "</") || PlainText.contains(value, "/>") || PlainText.contains(value, "<br>")
  }

  /// Whether the text is HTML or markup like it.
  var isHTML: Bool { form != .plain }

  /// Whether nothing of the markup is text: `<p>&nbsp;</p>`, or nothing but an embedded video.
  private var isEmptyMarkup: Bool {
    !HTMLTextProbe.surelyHasText(value) && HTMLParser.blocks(of: value).plainText.isBlank
  }

  /// The body to show: of the main texts, or of all where none is called main, HTML before plain text before other markup;
  /// the first of each.
  static func body(of texts: [ArticleText]) -> Article.Body? {
    var chosen: (text: ArticleText, form: Form, rank: (Int, Int))?
    for text in texts where text.value.contains(where: { !$0.isWhitespace }) {
      let form = text.form
      if form != .plain, text.isEmptyMarkup { continue }
      let rank = (text.role == "main" ? 0 : 1, form.rawValue)
      if chosen.map({ rank < $0.rank }) ?? true { chosen = (text, form, rank) }
    }
    return chosen.map { Article.Body(format: $0.form == .plain ? .plain : .html, value: $0.text.value) }
  }

  /// The description to show: the main one, else the first, plain text before HTML.
  static func summary(of texts: [ArticleText]) -> String? {
    guard let text = texts.first(where: { $0.role == "main" }) ?? texts.first(where: { !$0.isHTML }) ?? texts.first
    else { return nil }
    return text.isHTML ? PlainText.oneLine(PlainText.withoutTags(text.value)) : PlainText.title(text.value)
  }
}
