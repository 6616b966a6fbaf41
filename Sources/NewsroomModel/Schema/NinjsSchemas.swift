// IPTC ninjs 3.1 (www.iptc.org/std/ninjs/ninjs-schema_3.1.json), with what 1.x and 2.x wrote otherwise.
extension ObjectSchema {
  /// A news item.
  static let item: ObjectSchema = ObjectSchema(
    "an article",
    [
      SchemaProperty(
        "standard", .object(standard), olderNames: ["$standard"], "The standard and version the item follows."),
      SchemaProperty(
        "uri", .identifier, required: true, olderNames: ["guid"], "The key: an address or URN of the item."),
      SchemaProperty("type", .choice(newsTypes), "What kind of item it is."),
      SchemaProperty("language", .string, "BCP 47 tag."),
      SchemaProperty("pubStatus", .choice(publishingStatus), "Whether it may be shown."),
      SchemaProperty("versionCreated", .ninjsDate, "When this version was published."),
      SchemaProperty("firstCreated", .ninjsDate, "When the first version was published."),
      SchemaProperty("contentCreated", .ninjsDate, "When the content was made."),
      SchemaProperty("embargoedUntil", .ninjsDate, olderNames: ["embargoed"], "Not to be published before."),
      SchemaProperty("headlines", .objects(text), "Headlines; role main is the headline."),
      SchemaProperty("bodies", .objects(text), "The text, in one or more forms."),
      SchemaProperty("descriptions", .objects(text), "Short descriptions."),
      SchemaProperty("by", .string, olderNames: ["byline"], "Who wrote it."),
      SchemaProperty("people", .objects(mention), olderNames: ["person"], "People named."),
      SchemaProperty("organisations", .objects(mention), olderNames: ["organisation"], "Organisations named."),
      SchemaProperty("events", .objects(mention), olderNames: ["event"], "Occasions reported."),
      SchemaProperty("places", .objects(place), olderNames: ["place"], "Places named."),
      SchemaProperty("subjects", .objects(subject), olderNames: ["subject"], "Subjects and programmes."),
      SchemaProperty("objects", .objects(mention), olderNames: ["object"], "Things named."),
      SchemaProperty("infoSources", .objects(mention), olderNames: ["infosource"], "Publisher and other sources."),
      SchemaProperty(
        "associations", .either(.objects(item), older: .map(.object(item))),
        "Pictures and other items that belong to it."),
      SchemaProperty(
        "renditions", .either(.objects(rendition), older: .map(.object(rendition))), "Forms of the item's media."),
      SchemaProperty("altIds", .either(.objects(alternativeID), older: .map(.anything)), "Other ids of the same item."),
      SchemaProperty("title", .string, "A short name of the item."), SchemaProperty("name", .string),
      SchemaProperty("rel", .string),
      SchemaProperty("representationType", .choice(["full", "partial", "complete", "incomplete"])),
      SchemaProperty("profile", .string), SchemaProperty("version", .either(.string, older: .number)),
      SchemaProperty("urgency", .integer(1...9)),
      SchemaProperty("copyrightHolder", .string), SchemaProperty("copyrightNotice", .string),
      SchemaProperty("usageTerms", .string),
      SchemaProperty("edNote", .string), SchemaProperty("slugline", .string), SchemaProperty("located", .string),
      SchemaProperty("expires", .ninjsDate), SchemaProperty("eventDetails", .object(eventDetails)),
      SchemaProperty("plannedCoverage", .objects(plannedCoverage)),
      SchemaProperty("trustIndicators", .objects(trustIndicator), olderNames: ["trustindicator"]),
      SchemaProperty("genres", .objects(genre), olderNames: ["genre"]),
      SchemaProperty("rightsInfo", .object(rightsInfo)),
      SchemaProperty("digitalSourceType", .object(genre)),
      SchemaProperty(older: "source", .anything), SchemaProperty(older: "authors", .anything),
      SchemaProperty(older: "bylines", .anything), SchemaProperty(older: "service", .anything),
      SchemaProperty(older: "priority", .anything), SchemaProperty(older: "keywords", .anything),
      SchemaProperty(older: "headline", .string), SchemaProperty(older: "mimetype", .string),
      SchemaProperty(older: "charcount", .number), SchemaProperty(older: "wordcount", .number),
      SchemaProperty(older: "body_", .string, isPrefix: true),
      SchemaProperty(older: "description_", .string, isPrefix: true),
      SchemaProperty(older: "headline_", .string, isPrefix: true),
    ])

  static let newsTypes = [
    "text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning",
  ]
  static let publishingStatus = ["usable", "withheld", "canceled"]

  static let text = ObjectSchema(
    "a text",
    [
      SchemaProperty("role", .string, "main is what is shown."),
      SchemaProperty("contentType", .string, "Media type, such as text/html."),
      SchemaProperty("value", .text, required: true, "The text."),
      SchemaProperty("charCount", .integer(nil)), SchemaProperty("wordCount", .integer(nil)),
    ])

  static let mention = ObjectSchema("a mention", mentionKeys)
  static let place = ObjectSchema(
    "a place",
    mentionKeys + [
      SchemaProperty("geoJSON", .object(geoJSON)), SchemaProperty(older: "geometry_", .anything, isPrefix: true),
    ])
  static let subject = ObjectSchema(
    "a subject",
    mentionKeys + [
      SchemaProperty("creator", .string), SchemaProperty("relevance", .integer(0...100)),
      SchemaProperty("confidence", .integer(0...100)),
    ])

  private static let mentionKeys = [
    SchemaProperty("name", .string, "The name as printed in the article."),
    SchemaProperty("rel", .string, "about or mentions."),
    SchemaProperty("role", .string, "For sources: publisher."),
    SchemaProperty("literal", .string, olderNames: ["code"], "Our id of what is named."),
    SchemaProperty("uri", .string, "Its address elsewhere."),
    SchemaProperty("id", .string), SchemaProperty("symbols", .objects(symbol)),
    SchemaProperty("contactInfo", .objects(contactInfo)),
    SchemaProperty(older: "scheme", .string),
  ]

  static let symbol = ObjectSchema(
    "a symbol",
    [
      SchemaProperty("exchange", .string), SchemaProperty("symbolType", .string), SchemaProperty("symbol", .string),
      SchemaProperty(older: "ticker", .string),
    ])

  static let contactInfo = ObjectSchema(
    "contact information", excluding: [["value", "address"]],
    [
      SchemaProperty("type", .string), SchemaProperty("role", .string), SchemaProperty("lang", .string),
      SchemaProperty("name", .string),
      SchemaProperty("value", .string), SchemaProperty("address", .object(postalAddress)),
    ])

  static let postalAddress = ObjectSchema(
    "an address",
    [
      SchemaProperty("lines", .strings), SchemaProperty("locality", .string), SchemaProperty("area", .string),
      SchemaProperty("postalCode", .string), SchemaProperty("country", .string),
    ])

  static let geoJSON = ObjectSchema(
    "a GeoJSON object", isOpen: true,
    [
      SchemaProperty(
        "type",
        .choice([
          "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
          "Feature", "FeatureCollection",
        ]), required: true)
    ])

  static let rendition = ObjectSchema(
    "a rendition",
    [
      SchemaProperty("name", .string), SchemaProperty("href", .address), SchemaProperty("contentType", .string),
      SchemaProperty("title", .string),
      SchemaProperty("width", .number), SchemaProperty("height", .number), SchemaProperty("sizeInBytes", .number),
      SchemaProperty("duration", .number), SchemaProperty("format", .string), SchemaProperty("aspectRatio", .string),
      SchemaProperty("videoCodec", .string), SchemaProperty("frameRate", .number), SchemaProperty("poi", .anything),
      SchemaProperty("transportProtocol", .string), SchemaProperty("scanType", .choice(["progressive", "interlaced"])),
      SchemaProperty("bitrate", .string), SchemaProperty(older: "mimetype", .string),
    ])

  static let alternativeID = ObjectSchema(
    "an alternative id",
    [
      SchemaProperty("role", .string), SchemaProperty("value", .string),
    ])

  static let trustIndicator = ObjectSchema(
    "a trust indicator",
    [
      SchemaProperty("role", .string), SchemaProperty("title", .string), SchemaProperty("href", .address),
      SchemaProperty(older: "scheme", .string), SchemaProperty(older: "code", .string),
    ])

  static let genre = ObjectSchema(
    "a genre",
    [
      SchemaProperty("name", .string), SchemaProperty("uri", .string),
      SchemaProperty("literal", .string, olderNames: ["code"]),
      SchemaProperty(older: "scheme", .string),
    ])

  static let standard = ObjectSchema(
    "a standard",
    [
      SchemaProperty("name", .string), SchemaProperty("version", .string), SchemaProperty("schema", .address),
    ])

  static let rightsInfo = ObjectSchema(
    "rights information", excluding: [["linkedRights", "encodedRights"]],
    [
      SchemaProperty("langId", .string), SchemaProperty("linkedRights", .address),
      SchemaProperty("encodedRights", .string),
    ])
}
