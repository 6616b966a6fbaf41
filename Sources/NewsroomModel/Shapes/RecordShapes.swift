// The shapes of our own record kinds: Popolo 1.0 with the additions that data/README.md describes.
extension RecordShape {
  /// The shape of a record of `kind`.
  static func shape(of kind: RecordKind) -> RecordShape {
    switch kind {
    case .article: item
    case .delegation: delegation
    case .person: person
    case .organisation: organisation
    case .event: event
    case .programme: programme
    }
  }

  static let person = RecordShape(
    "a person",
    [
      ShapeKey("id", .identifier, required: true, "The key."),
      ShapeKey("name", .string, required: true, "The preferred print form."),
      ShapeKey("family_name", .string, "Family name, where it is known which part that is."),
      ShapeKey("given_name", .string, "Given name, where it is known which part that is."),
      ShapeKey("sort_name", .string, "The form lists are sorted by."),
      ShapeKey("honorific_prefix", .string, "Ms., Prof., H.E."),
      ShapeKey("other_names", .objects(otherName), "How else the name is printed."),
      ShapeKey("memberships", .objects(membership), "Posts held, as sources show them."),
      ShapeKey("identifiers", .objects(identifier), "Codes by which others know the person."),
      ShapeKey("links", .objects(link), "Addresses about the person."),
      ShapeKey("sources", .objects(source), "Where the record comes from."),
      ShapeKey("additional_name", .string), ShapeKey("honorific_suffix", .string), ShapeKey("patronymic_name", .string),
      ShapeKey("email", .string), ShapeKey("gender", .string), ShapeKey("birth_date", .date),
      ShapeKey("death_date", .date), ShapeKey("image", .string), ShapeKey("summary", .string),
      ShapeKey("biography", .string), ShapeKey("national_identity", .string),
      ShapeKey("contact_details", .array(.anything)), ShapeKey("created_at", .string), ShapeKey("updated_at", .string),
      ShapeKey("images", .array(.anything)),
    ])

  static let membership = RecordShape(
    "a membership",
    [
      ShapeKey("organization_id", .reference(.organisation), "The organisation."),
      ShapeKey("role", .string, "The post."),
      ShapeKey("start_date", .date, "When it began, where a source says so."),
      ShapeKey("end_date", .date, "When it ended, where a source says so."),
      ShapeKey("label", .string, "What a source prints for the post, or says beside it."),
      ShapeKey("attested", .array(.date), "Dates on which a source shows the person in this post."),
      ShapeKey("acting", .string, "a.i., Officer-in-Charge."),
      ShapeKey("former_by", .date, "The date by which a source calls the person a former holder."),
      ShapeKey("sources", .objects(source), "Where this is said."),
      ShapeKey("on_behalf_of_id", .reference(.organisation), "The organisation for which it is held, such as a party."),
      ShapeKey("id", .string), ShapeKey("person_id", .reference(.person)), ShapeKey("post_id", .string),
      ShapeKey("area_id", .string),
      ShapeKey("legislative_period_id", .string), ShapeKey("links", .objects(link)),
      ShapeKey("contact_details", .array(.anything)), ShapeKey("created_at", .string), ShapeKey("updated_at", .string),
    ])

  static let organisation = RecordShape(
    "an organisation",
    [
      ShapeKey("id", .identifier, required: true, "The key."),
      ShapeKey("name", .string, required: true, "The full name."),
      ShapeKey("other_names", .objects(otherName), "Acronyms, former names, names in other languages."),
      ShapeKey("identifiers", .objects(identifier), "Codes by which others know it."),
      ShapeKey("classification", .string, "What kind of organisation it is."),
      ShapeKey("parent_id", .reference(.organisation), "The organisation of which this one is a part."),
      ShapeKey("founding_date", .date, "When it was founded."),
      ShapeKey("country", .country, "ISO 3166-1 alpha-2 code of its country."),
      ShapeKey("description", .string, "What it is, in a few sentences."),
      ShapeKey("affiliations", .objects(affiliation), "Ties that are not parts."),
      ShapeKey("links", .objects(link), "Addresses about it."),
      ShapeKey("sources", .objects(source), "Where the record comes from."),
      ShapeKey("abstract", .string), ShapeKey("dissolution_date", .date), ShapeKey("area_id", .string),
      ShapeKey("image", .string), ShapeKey("contact_details", .array(.anything)), ShapeKey("created_at", .string),
      ShapeKey("updated_at", .string), ShapeKey("seats", .number), ShapeKey("type", .string),
    ])

  static let affiliation = RecordShape(
    "an affiliation",
    [
      ShapeKey("organization_id", .reference(.organisation), required: true, "The other organisation."),
      ShapeKey("role", .string, "What the tie is."),
      ShapeKey("start_date", .date, "When it began."),
      ShapeKey("end_date", .date, "When it ended."),
      ShapeKey("sources", .objects(source), "Where this is said."),
    ])

  static let delegation = RecordShape(
    "a delegation",
    [
      ShapeKey("id", .identifier, required: true, "The key."),
      ShapeKey("name", .string, required: true, "What it is called."),
      ShapeKey("on_behalf_of_ids", .array(.reference(.organisation)), "The senders."),
      ShapeKey("start_date", .date, "First day of the journey."),
      ShapeKey("end_date", .date, "Last day of the journey."),
      ShapeKey("members", .objects(participation), "Who went, with the roles held then."),
      ShapeKey("members_complete", .boolean, "false where a source says that there were others."),
      ShapeKey("others", .string, "Unnamed people, in words."),
      ShapeKey("event_ids", .array(.reference(.event)), "The stops."),
      ShapeKey("outcomes", .strings, "What came of it, a sentence each."),
      ShapeKey("sources", .objects(source), "Where the record comes from."),
      ShapeKey("links", .objects(link), "Addresses about it."),
      ShapeKey("description", .string, "What it was, in a few sentences."),
    ])

  static let participation = RecordShape(
    "a participant",
    [
      ShapeKey("person_id", .reference(.person), required: true, "The person."),
      ShapeKey("role", .string, "The role as printed then."),
      ShapeKey("organization_id", .reference(.organisation), "The organisation in which the role was held."),
      ShapeKey("on_behalf_of_id", .reference(.organisation), "The organisation for which the person came."),
      ShapeKey("honorific_prefix", .string, "Ms., Prof."),
      ShapeKey("acting", .string, "a.i., Officer-in-Charge."),
      ShapeKey("label", .string, "What a source prints for the role, or says beside it."),
      ShapeKey("head", .boolean, "true for the head of a delegation."),
      ShapeKey("part", .string, "The part taken in an event: counterpart, speaker, chair, signatory."),
      ShapeKey("sources", .objects(source), "Where this is said."),
    ])

  static let event = RecordShape(
    "an event",
    [
      ShapeKey("id", .identifier, required: true, "The key."),
      ShapeKey("name", .string, required: true, "What it is called."),
      ShapeKey("description", .string, "What happened, in a few sentences."),
      ShapeKey("classification", .string, "visit, bilateral meeting, annual meeting, session, signing."),
      ShapeKey("start_date", .date, "First day."),
      ShapeKey("end_date", .date, "Last day."),
      ShapeKey("location", .string, "Where it took place, as printed."),
      ShapeKey("status", .string, "confirmed, cancelled, postponed."),
      ShapeKey("parent_id", .reference(.event), "The event of which this one is a session."),
      ShapeKey("organizers", .objects(organizer), "Who organised it and in what role."),
      ShapeKey("organization_id", .reference(.organisation), "The organiser, where no more is known of it."),
      ShapeKey("attendees", .objects(participation), "Who took part, with role then and part taken."),
      ShapeKey("themes", .strings, "What was discussed, in order."),
      ShapeKey("programme_ids", .array(.reference(.programme)), "Programmes concerned."),
      ShapeKey("outcomes", .strings, "What came of it, a sentence each."),
      ShapeKey("sources", .objects(source), "Where the record comes from."),
      ShapeKey("links", .objects(link)), ShapeKey("other_names", .objects(otherName)),
      ShapeKey("identifiers", .objects(identifier)), ShapeKey("area_id", .string), ShapeKey("created_at", .string),
      ShapeKey("updated_at", .string),
    ])

  static let organizer = RecordShape(
    "an organiser",
    [
      ShapeKey("organization_id", .reference(.organisation), required: true, "The organisation."),
      ShapeKey("role", .string, "organiser, co-organiser, collaborator, host."),
      ShapeKey("sources", .objects(source), "Where this is said."),
    ])

  static let programme = RecordShape(
    "a programme",
    [
      ShapeKey("id", .identifier, required: true, "The key."),
      ShapeKey("name", .string, required: true, "What it is called."),
      ShapeKey("other_names", .objects(otherName), "How else it is called."),
      ShapeKey("description", .string, "What it is, in a few sentences."),
      ShapeKey("organization_ids", .array(.reference(.organisation)), "Who runs it."),
      ShapeKey("start_date", .date, "When it began."),
      ShapeKey("end_date", .date, "When it ended."),
      ShapeKey("links", .objects(link), "Addresses about it."),
      ShapeKey("sources", .objects(source), "Where the record comes from."),
      ShapeKey("identifiers", .objects(identifier)),
    ])
}
