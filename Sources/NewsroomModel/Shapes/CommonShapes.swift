// The small objects that Popolo's records share.
extension RecordShape {
  static let otherName = RecordShape(
    "another name",
    [
      ShapeKey("name", .string, required: true, "The name as printed."),
      ShapeKey("note", .string, "What kind of name it is: acronym, former name, a language."),
      ShapeKey("start_date", .date, "When it began to be used."),
      ShapeKey("end_date", .date, "When it ceased to be used."),
      ShapeKey("family_name", .string), ShapeKey("given_name", .string), ShapeKey("additional_name", .string),
      ShapeKey("honorific_prefix", .string), ShapeKey("honorific_suffix", .string),
      ShapeKey("patronymic_name", .string), ShapeKey("lang", .string), ShapeKey("sources", .objects(source)),
    ])

  static let identifier = RecordShape(
    "an identifier",
    [
      ShapeKey("identifier", .string, required: true, "The code itself."),
      ShapeKey("scheme", .string, "Who issues it: ROR, wikidata."),
    ])

  static let link = RecordShape(
    "a link",
    [
      ShapeKey("url", .address, required: true, "The address."),
      ShapeKey("note", .string, "What is found there."),
    ])

  static let source = RecordShape(
    "a source",
    [
      ShapeKey("url", .address, "Address of the page."),
      ShapeKey("note", .string, "What the source says or how it was read."),
    ])

  /// `newsroom.json`.
  static let settings = RecordShape(
    "newsroom.json",
    [
      ShapeKey("name", .string, "The name of the newsroom."),
      ShapeKey("home_organization_id", .reference(.organisation), "The organisation whose newsroom it is."),
      ShapeKey("language", .string, "BCP 47 tag."),
    ])
}
