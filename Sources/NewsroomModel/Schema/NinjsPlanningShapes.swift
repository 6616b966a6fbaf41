// The parts of ninjs 3.1 that announce events and plan their coverage.
extension ObjectSchema {
  static let eventDetails = ObjectSchema(
    "event details",
    [
      SchemaProperty("eventStatus", .string), SchemaProperty("plannedCoverageStatus", .string),
      SchemaProperty("dates", .object(dates)),
      SchemaProperty("organiser", .object(mention)),
    ])

  static let dates = ObjectSchema(
    "dates", excluding: [["startDate", "expectedStartDate"], ["endDate", "expectedEndDate"]],
    [
      SchemaProperty("startDate", .ninjsDate), SchemaProperty("endDate", .ninjsDate),
      SchemaProperty("expectedStartDate", .ninjsDate),
      SchemaProperty("expectedEndDate", .ninjsDate), SchemaProperty("expectedDuration", .string),
      SchemaProperty("recurrence", .object(recurrence)),
    ])

  static let recurrence = ObjectSchema(
    "a recurrence",
    [
      SchemaProperty("recurrenceDates", .anything), SchemaProperty("recurrenceRules", .objects(recurrenceRule)),
    ])

  static let recurrenceRule = ObjectSchema(
    "a recurrence rule", isOpen: true,
    [
      SchemaProperty(
        "frequency", .choice(["secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly"])),
      SchemaProperty("interval", .integer(nil)), SchemaProperty("until", .ninjsDate),
      SchemaProperty("count", .integer(nil)),
    ])

  static let plannedCoverage = ObjectSchema(
    "planned coverage", isOpen: true,
    [
      SchemaProperty("uri", .string), SchemaProperty("title", .string),
      SchemaProperty("pubStatus", .choice(publishingStatus)),
      SchemaProperty("type", .choice(newsTypes)), SchemaProperty("commissioned", .anything),
      SchemaProperty("dates", .object(dates)),
      SchemaProperty("audiences", .anything), SchemaProperty("exclAudience", .anything),
      SchemaProperty("edNote", .string),
      SchemaProperty("urgency", .integer(1...9)), SchemaProperty("language", .string),
      SchemaProperty("itemCount", .anything),
      SchemaProperty("wordCount", .integer(nil)), SchemaProperty("renditions", .objects(rendition)),
    ])
}
