// The small objects that Popolo's records share.
extension ObjectSchema {
  static let otherName = ObjectSchema(
    "another name",
    [
      SchemaProperty("name", .string, required: true, "The name as printed."),
      SchemaProperty("note", .string, "What kind of name it is: acronym, former name, a language."),
      SchemaProperty("start_date", .date, "When it began to be used."),
      SchemaProperty("end_date", .date, "When it ceased to be used."),
      SchemaProperty("family_name", .string), SchemaProperty("given_name", .string),
      SchemaProperty("additional_name", .string),
      SchemaProperty("honorific_prefix", .string), SchemaProperty("honorific_suffix", .string),
      SchemaProperty("patronymic_name", .string), SchemaProperty("lang", .string),
      SchemaProperty("sources", .objects(source)),
    ])

  static let identifier = ObjectSchema(
    "an identifier",
    [
      SchemaProperty("identifier", .string, required: true, "The code itself."),
      SchemaProperty("scheme", .string, "Who issues it: ROR, wikidata."),
    ])

  static let link = ObjectSchema(
    "a link",
    [
      SchemaProperty("url", .address, required: true, "The address."),
      SchemaProperty("note", .string, "What is found there."),
    ])

  static let source = ObjectSchema(
    "a source",
    [
      SchemaProperty("url", .address, "Address of the page."),
      SchemaProperty("note", .string, "What the source says or how it was read."),
    ])

  /// `newsroom.json`.
  static let settings = ObjectSchema(
    "newsroom.json",
    [
      SchemaProperty("name", .string, "The name of the newsroom."),
      SchemaProperty("home_organization_id", .reference(.organisation), "The organisation whose newsroom it is."),
      SchemaProperty("language", .string, "BCP 47 tag."),
    ])
}
