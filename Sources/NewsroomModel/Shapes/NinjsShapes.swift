// IPTC ninjs 3.1 (www.iptc.org/std/ninjs/ninjs-schema_3.1.json), with what 1.x and 2.x wrote otherwise.
extension RecordShape {
  /// A news item.
  static let item: RecordShape = RecordShape(
    "an article",
    [
      ShapeKey("standard", .object(standard), olderNames: ["$standard"], "The standard and version the item follows."),
      ShapeKey("uri", .identifier, required: true, "The key: an address or URN of the item."),
      ShapeKey("type", .choice(newsTypes), "What kind of item it is."),
      ShapeKey("language", .string, "BCP 47 tag."),
      ShapeKey("pubStatus", .choice(publishingStatus), "Whether it may be shown."),
      ShapeKey("versionCreated", .ninjsDate, "When this version was published."),
      ShapeKey("firstCreated", .ninjsDate, "When the first version was published."),
      ShapeKey("contentCreated", .ninjsDate, "When the content was made."),
      ShapeKey("embargoedUntil", .ninjsDate, olderNames: ["embargoed"], "Not to be published before."),
      ShapeKey("headlines", .objects(text), "Headlines; role main is the headline."),
      ShapeKey("bodies", .objects(text), "The text, in one or more forms."),
      ShapeKey("descriptions", .objects(text), "Short descriptions."),
      ShapeKey("by", .string, olderNames: ["byline"], "Who wrote it."),
      ShapeKey("people", .objects(mention), olderNames: ["person"], "People named."),
      ShapeKey("organisations", .objects(mention), olderNames: ["organisation"], "Organisations named."),
      ShapeKey("events", .objects(mention), olderNames: ["event"], "Occasions reported."),
      ShapeKey("places", .objects(place), olderNames: ["place"], "Places named."),
      ShapeKey("subjects", .objects(subject), olderNames: ["subject"], "Subjects and programmes."),
      ShapeKey("objects", .objects(mention), olderNames: ["object"], "Things named."),
      ShapeKey("infoSources", .objects(mention), olderNames: ["infosource"], "Publisher and other sources."),
      ShapeKey(
        "associations", .either(.objects(item), older: .map(.object(item))),
        "Pictures and other items that belong to it."),
      ShapeKey(
        "renditions", .either(.objects(rendition), older: .map(.object(rendition))), "Forms of the item's media."),
      ShapeKey("altIds", .either(.objects(alternativeID), older: .map(.anything)), "Other ids of the same item."),
      ShapeKey("title", .string, "A short name of the item."), ShapeKey("name", .string), ShapeKey("rel", .string),
      ShapeKey("representationType", .choice(["full", "partial", "complete", "incomplete"])),
      ShapeKey("profile", .string), ShapeKey("version", .string), ShapeKey("urgency", .integer(1...9)),
      ShapeKey("copyrightHolder", .string), ShapeKey("copyrightNotice", .string), ShapeKey("usageTerms", .string),
      ShapeKey("edNote", .string), ShapeKey("slugline", .string), ShapeKey("located", .string),
      ShapeKey("expires", .ninjsDate), ShapeKey("eventDetails", .object(eventDetails)),
      ShapeKey("plannedCoverage", .objects(plannedCoverage)),
      ShapeKey("trustIndicators", .objects(trustIndicator), olderNames: ["trustindicator"]),
      ShapeKey("genres", .objects(genre), olderNames: ["genre"]), ShapeKey("rightsInfo", .object(rightsInfo)),
      ShapeKey("digitalSourceType", .object(genre)),
      ShapeKey(older: "headline", .string), ShapeKey(older: "mimetype", .string),
      ShapeKey(older: "charcount", .number), ShapeKey(older: "wordcount", .number),
      ShapeKey(older: "body_", .string, isPrefix: true), ShapeKey(older: "description_", .string, isPrefix: true),
      ShapeKey(older: "headline_", .string, isPrefix: true),
    ])

  static let newsTypes = [
    "text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning",
  ]
  static let publishingStatus = ["usable", "withheld", "canceled"]

  static let text = RecordShape(
    "a text",
    [
      ShapeKey("role", .string, "main is what is shown."),
      ShapeKey("contentType", .string, "Media type, such as text/html."),
      ShapeKey("value", .text, required: true, "The text."),
      ShapeKey("charCount", .integer(nil)), ShapeKey("wordCount", .integer(nil)),
    ])

  static let mention = RecordShape("a mention", mentionKeys)
  static let place = RecordShape(
    "a place",
    mentionKeys + [
      ShapeKey("geoJSON", .object(geoJSON)), ShapeKey(older: "geometry_", .anything, isPrefix: true),
    ])
  static let subject = RecordShape(
    "a subject",
    mentionKeys + [
      ShapeKey("creator", .string), ShapeKey("relevance", .integer(0...100)), ShapeKey("confidence", .integer(0...100)),
    ])

  private static let mentionKeys = [
    ShapeKey("name", .string, "The name as printed in the article."),
    ShapeKey("rel", .string, "about or mentions."),
    ShapeKey("role", .string, "For sources: publisher."),
    ShapeKey("literal", .string, olderNames: ["code"], "Our id of what is named."),
    ShapeKey("uri", .string, "Its address elsewhere."),
    ShapeKey("id", .string), ShapeKey("symbols", .objects(symbol)), ShapeKey("contactInfo", .objects(contactInfo)),
    ShapeKey(older: "scheme", .string),
  ]

  static let symbol = RecordShape(
    "a symbol",
    [
      ShapeKey("exchange", .string), ShapeKey("symbolType", .string), ShapeKey("symbol", .string),
      ShapeKey(older: "ticker", .string),
    ])

  static let contactInfo = RecordShape(
    "contact information", excluding: [["value", "address"]],
    [
      ShapeKey("type", .string), ShapeKey("role", .string), ShapeKey("lang", .string), ShapeKey("name", .string),
      ShapeKey("value", .string), ShapeKey("address", .object(postalAddress)),
    ])

  static let postalAddress = RecordShape(
    "an address",
    [
      ShapeKey("lines", .strings), ShapeKey("locality", .string), ShapeKey("area", .string),
      ShapeKey("postalCode", .string), ShapeKey("country", .string),
    ])

  static let geoJSON = RecordShape(
    "a GeoJSON object", isOpen: true,
    [
      ShapeKey(
        "type",
        .choice([
          "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
          "Feature", "FeatureCollection",
        ]), required: true)
    ])

  static let rendition = RecordShape(
    "a rendition",
    [
      ShapeKey("name", .string), ShapeKey("href", .address), ShapeKey("contentType", .string),
      ShapeKey("title", .string),
      ShapeKey("width", .number), ShapeKey("height", .number), ShapeKey("sizeInBytes", .number),
      ShapeKey("duration", .number), ShapeKey("format", .string), ShapeKey("aspectRatio", .string),
      ShapeKey("videoCodec", .string), ShapeKey("frameRate", .number), ShapeKey("poi", .anything),
      ShapeKey("transportProtocol", .string), ShapeKey("scanType", .choice(["progressive", "interlaced"])),
      ShapeKey("bitrate", .string), ShapeKey(older: "mimetype", .string),
    ])

  static let alternativeID = RecordShape(
    "an alternative id",
    [
      ShapeKey("role", .string), ShapeKey("value", .string),
    ])

  static let trustIndicator = RecordShape(
    "a trust indicator",
    [
      ShapeKey("role", .string), ShapeKey("title", .string), ShapeKey("href", .address),
      ShapeKey(older: "scheme", .string), ShapeKey(older: "code", .string),
    ])

  static let genre = RecordShape(
    "a genre",
    [
      ShapeKey("name", .string), ShapeKey("uri", .string), ShapeKey("literal", .string, olderNames: ["code"]),
      ShapeKey(older: "scheme", .string),
    ])

  static let standard = RecordShape(
    "a standard",
    [
      ShapeKey("name", .string), ShapeKey("version", .string), ShapeKey("schema", .address),
    ])

  static let rightsInfo = RecordShape(
    "rights information", excluding: [["linkedRights", "encodedRights"]],
    [
      ShapeKey("langId", .string), ShapeKey("linkedRights", .address), ShapeKey("encodedRights", .string),
    ])
}
