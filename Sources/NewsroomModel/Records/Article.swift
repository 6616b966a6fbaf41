/// A news item in IPTC ninjs 3.1, as far as newsroom uses it.
///
/// Older dialects are folded to this shape while they are read. Only `uri` is required, so every reader of this type copes
/// with an article that has nothing else.
public struct Article: Hashable, Sendable {
  /// The article's key (ninjs `uri`).
  public var uri: String
  /// ninjs `type`: "text", "picture", "event" …
  public var type: String?
  /// BCP 47 language tag of the text.
  public var language: String?
  /// ninjs `pubStatus`: usable, withheld or canceled.
  public var pubStatus: String?
  /// When this version was published (ninjs `versionCreated`, else `contentCreated`, `firstCreated`).
  public var published: PartialDate?
  /// When this version was made, where that is said apart from ``published`` (JSON Feed `date_modified`).
  public var modified: PartialDate?
  /// The number of this version (ninjs `version`).
  public var version: String?
  /// Not to be published before then (ninjs `embargoed`).
  public var embargoed: PartialDate?
  /// The main headline; nil where the item has none.
  public var headline: String?
  /// Headlines of other roles.
  public var otherHeadlines: [String]
  /// Who wrote it (ninjs `by`).
  public var by: String?
  /// A short description, where there is one.
  public var summary: String?
  /// The full text, where there is one.
  public var body: Body?
  /// People named.
  public var people: [Mention]
  /// Organisations named.
  public var organisations: [Mention]
  /// Occasions reported.
  public var events: [Mention]
  /// Places named.
  public var places: [Mention]
  /// Subjects; a programme is named by `literal`.
  public var subjects: [Mention]
  /// Publisher and other sources of information.
  public var infoSources: [Mention]
  /// Other addresses of the same item (ninjs `altIds`).
  public var altIDs: [String]
  /// Pictures, audio and video that belong to the item, by their descriptions.
  public var media: [String]
  /// Recordings, videos and documents that belong to the item, by their addresses.
  public var attachments: [Link]

  /// An article of which only the key is known.
  public init(uri: String) {
    self.uri = uri
    (otherHeadlines, altIDs, media, attachments) = ([], [], [], [])
    (people, organisations, events, places, subjects, infoSources) = ([], [], [], [], [], [])
  }

  /// The full text in its source form.
  public struct Body: Hashable, Sendable {
    /// How `value` is written.
    public enum Format: Hashable, Sendable {
      /// HTML, as fragments of a page.
      case html
      /// Plain text; an empty line separates paragraphs.
      case plain
    }
    /// How `value` is written.
    public var format: Format
    /// The text.
    public var value: String
    /// The address to which those in the text are relative; nil where none is known.
    public var base: String?

    /// A body put together from its parts.
    public init(format: Format, value: String, base: String? = nil) {
      (self.format, self.value, self.base) = (format, value, base)
    }
  }

  /// Something an article names: a person, an organisation, an event, a place, a subject, a source.
  public struct Mention: Hashable, Sendable {
    /// The name as printed in the article.
    public var name: String?
    /// ninjs `rel`: about, mentions.
    public var rel: String?
    /// ninjs `role`, for sources: "publisher".
    public var role: String?
    /// Our id of the entity.
    public var literal: String?
    /// The entity's address elsewhere.
    public var uri: String?

    /// A mention put together from its parts.
    public init(
      name: String? = nil, rel: String? = nil, role: String? = nil, literal: String? = nil, uri: String? = nil
    ) {
      (self.name, self.rel, self.role, self.literal, self.uri) = (name, rel, role, literal, uri)
    }
  }
}

extension Article {
  /// What it is called in lists: its headline; where it has none the beginning of its description or of its text, else its
  /// ``uri``.
  public var title: String {
    if let headline { return headline }
    let first = [summary, body?.blocks.plainText.split(whereSeparator: \.isNewline).first.map(String.init)]
    guard let line = first.lazy.compactMap({ $0.map(PlainText.oneLine) }).first(where: { !$0.isBlank }) else {
      return uri
    }
    return line.count > Self.longestTitle ? line.prefix(Self.longestTitle - 1) + "…" : line
  }

  private static let longestTitle = 120

  /// The source that published the article, else the first source named.
  public var publisher: Mention? { infoSources.first { $0.role == "publisher" } ?? infoSources.first }
}
