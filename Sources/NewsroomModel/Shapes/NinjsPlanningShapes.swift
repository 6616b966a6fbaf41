// The parts of ninjs 3.1 that announce events and plan their coverage.
extension RecordShape {
  static let eventDetails = RecordShape(
    "event details",
    [
      ShapeKey("eventStatus", .string), ShapeKey("plannedCoverageStatus", .string), ShapeKey("dates", .object(dates)),
      ShapeKey("organiser", .object(mention)),
    ])

  static let dates = RecordShape(
    "dates", excluding: [["startDate", "expectedStartDate"], ["endDate", "expectedEndDate"]],
    [
      ShapeKey("startDate", .ninjsDate), ShapeKey("endDate", .ninjsDate), ShapeKey("expectedStartDate", .ninjsDate),
      ShapeKey("expectedEndDate", .ninjsDate), ShapeKey("expectedDuration", .string),
      ShapeKey("recurrence", .object(recurrence)),
    ])

  static let recurrence = RecordShape(
    "a recurrence",
    [
      ShapeKey("recurrenceDates", .anything), ShapeKey("recurrenceRules", .objects(recurrenceRule)),
    ])

  static let recurrenceRule = RecordShape(
    "a recurrence rule", isOpen: true,
    [
      ShapeKey(
        "frequency", .choice(["secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly"])),
      ShapeKey("interval", .integer(nil)), ShapeKey("until", .ninjsDate), ShapeKey("count", .integer(nil)),
    ])

  static let plannedCoverage = RecordShape(
    "planned coverage", isOpen: true,
    [
      ShapeKey("uri", .string), ShapeKey("title", .string), ShapeKey("pubStatus", .choice(publishingStatus)),
      ShapeKey("type", .choice(newsTypes)), ShapeKey("commissioned", .anything), ShapeKey("dates", .object(dates)),
      ShapeKey("audiences", .anything), ShapeKey("exclAudience", .anything), ShapeKey("edNote", .string),
      ShapeKey("urgency", .integer(1...9)), ShapeKey("language", .string), ShapeKey("itemCount", .anything),
      ShapeKey("wordCount", .integer(nil)), ShapeKey("renditions", .objects(rendition)),
    ])
}
