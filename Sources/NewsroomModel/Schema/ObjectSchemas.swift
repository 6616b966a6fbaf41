// The shapes of our own record kinds: Popolo 1.0 with the additions that data/README.md describes.
extension ObjectSchema {
  /// The shape of a record of `kind`.
  static func shape(of kind: RecordKind) -> ObjectSchema {
    switch kind {
    case .article: item
    case .delegation: delegation
    case .person: person
    case .organisation: organisation
    case .event: event
    case .programme: programme
    }
  }

  static let person = ObjectSchema(
    "a person",
    [
      SchemaProperty("id", .identifier, required: true, "The key."),
      SchemaProperty("name", .string, required: true, "The preferred print form."),
      SchemaProperty("family_name", .string, "Family name, where it is known which part that is."),
      SchemaProperty("given_name", .string, "Given name, where it is known which part that is."),
      SchemaProperty("sort_name", .string, "The form lists are sorted by."),
      SchemaProperty("honorific_prefix", .string, "Ms., Prof., H.E."),
      SchemaProperty("other_names", .objects(otherName), "How else the name is printed."),
      SchemaProperty("memberships", .objects(membership), "Posts held, as sources show them."),
      SchemaProperty("identifiers", .objects(identifier), "Codes by which others know the person."),
      SchemaProperty("links", .objects(link), "Addresses about the person."),
      SchemaProperty("sources", .objects(source), "Where the record comes from."),
      SchemaProperty("additional_name", .string), SchemaProperty("honorific_suffix", .string),
      SchemaProperty("patronymic_name", .string),
      SchemaProperty("email", .string), SchemaProperty("gender", .string), SchemaProperty("birth_date", .date),
      SchemaProperty("death_date", .date), SchemaProperty("image", .string), SchemaProperty("summary", .string),
      SchemaProperty("biography", .string), SchemaProperty("national_identity", .string),
      SchemaProperty("contact_details", .array(.anything)), SchemaProperty("created_at", .string),
      SchemaProperty("updated_at", .string),
      SchemaProperty("images", .array(.anything)),
    ])

  static let membership = ObjectSchema(
    "a membership",
    [
      SchemaProperty("organization_id", .reference(.organisation), "The organisation."),
      SchemaProperty("role", .string, "The post."),
      SchemaProperty("start_date", .date, "When it began, where a source says so."),
      SchemaProperty("end_date", .date, "When it ended, where a source says so."),
      SchemaProperty("label", .string, "What a source prints for the post, or says beside it."),
      SchemaProperty("attested", .array(.date), "Dates on which a source shows the person in this post."),
      SchemaProperty("acting", .string, "a.i., Officer-in-Charge."),
      SchemaProperty("former_by", .date, "The date by which a source calls the person a former holder."),
      SchemaProperty("sources", .objects(source), "Where this is said."),
      SchemaProperty(
        "on_behalf_of_id", .reference(.organisation), "The organisation for which it is held, such as a party."),
      SchemaProperty("id", .string), SchemaProperty("person_id", .reference(.person)),
      SchemaProperty("post_id", .string),
      SchemaProperty("area_id", .string),
      SchemaProperty("legislative_period_id", .string), SchemaProperty("links", .objects(link)),
      SchemaProperty("contact_details", .array(.anything)), SchemaProperty("created_at", .string),
      SchemaProperty("updated_at", .string),
    ])

  static let organisation = ObjectSchema(
    "an organisation",
    [
      SchemaProperty("id", .identifier, required: true, "The key."),
      SchemaProperty("name", .string, required: true, "The full name."),
      SchemaProperty("other_names", .objects(otherName), "Acronyms, former names, names in other languages."),
      SchemaProperty("identifiers", .objects(identifier), "Codes by which others know it."),
      SchemaProperty("classification", .string, "What kind of organisation it is."),
      SchemaProperty("parent_id", .reference(.organisation), "The organisation of which this one is a part."),
      SchemaProperty(
        "is_unit", .boolean,
        "Whether it counts for the organisation of which it is a part; otherwise its classification says."),
      SchemaProperty("founding_date", .date, "When it was founded."),
      SchemaProperty("country", .country, "ISO 3166-1 alpha-2 code of its country."),
      SchemaProperty("description", .string, "What it is, in a few sentences."),
      SchemaProperty("affiliations", .objects(affiliation), "Ties that are not parts."),
      SchemaProperty("links", .objects(link), "Addresses about it."),
      SchemaProperty("sources", .objects(source), "Where the record comes from."),
      SchemaProperty("abstract", .string), SchemaProperty("dissolution_date", .date),
      SchemaProperty("area_id", .string),
      SchemaProperty("image", .string), SchemaProperty("contact_details", .array(.anything)),
      SchemaProperty("created_at", .string),
      SchemaProperty("updated_at", .string), SchemaProperty("seats", .number), SchemaProperty("type", .string),
    ])

  static let affiliation = ObjectSchema(
    "an affiliation",
    [
      SchemaProperty("organization_id", .reference(.organisation), required: true, "The other organisation."),
      SchemaProperty("role", .string, "What the tie is."),
      SchemaProperty("start_date", .date, "When it began."),
      SchemaProperty("end_date", .date, "When it ended."),
      SchemaProperty("sources", .objects(source), "Where this is said."),
    ])

  static let delegation = ObjectSchema(
    "a delegation",
    [
      SchemaProperty("id", .identifier, required: true, "The key."),
      SchemaProperty("name", .string, required: true, "What it is called."),
      SchemaProperty("on_behalf_of_ids", .array(.reference(.organisation)), "The senders."),
      SchemaProperty("start_date", .date, "First day of the journey."),
      SchemaProperty("end_date", .date, "Last day of the journey."),
      SchemaProperty("members", .objects(participation), "Who went, with the roles held then."),
      SchemaProperty("members_complete", .boolean, "false where a source says that there were others."),
      SchemaProperty("others", .string, "Unnamed people, in words."),
      SchemaProperty("event_ids", .array(.reference(.event)), "The stops."),
      SchemaProperty("outcomes", .strings, "What came of it, a sentence each."),
      SchemaProperty("plans", .strings, "What is to follow, a sentence each; no outcome."),
      SchemaProperty("sources", .objects(source), "Where the record comes from."),
      SchemaProperty("links", .objects(link), "Addresses about it."),
      SchemaProperty("description", .string, "What it was, in a few sentences."),
    ])

  static let participation = ObjectSchema(
    "a participant",
    [
      SchemaProperty("person_id", .reference(.person), required: true, "The person."),
      SchemaProperty("role", .string, "The role as printed then."),
      SchemaProperty("organization_id", .reference(.organisation), "The organisation in which the role was held."),
      SchemaProperty("on_behalf_of_id", .reference(.organisation), "The organisation for which the person came."),
      SchemaProperty("honorific_prefix", .string, "Ms., Prof."),
      SchemaProperty("acting", .string, "a.i., Officer-in-Charge."),
      SchemaProperty("label", .string, "What a source prints for the role, or says beside it."),
      SchemaProperty("head", .boolean, "true for the head of a delegation."),
      SchemaProperty("part", .string, "The part taken in an event: counterpart, speaker, chair, signatory."),
      SchemaProperty("sources", .objects(source), "Where this is said."),
    ])

  static let event = ObjectSchema(
    "an event",
    [
      SchemaProperty("id", .identifier, required: true, "The key."),
      SchemaProperty("name", .string, required: true, "What it is called."),
      SchemaProperty("description", .string, "What happened, in a few sentences."),
      SchemaProperty("classification", .string, "visit, bilateral meeting, annual meeting, session, signing."),
      SchemaProperty("start_date", .date, "First day."),
      SchemaProperty("end_date", .date, "Last day."),
      SchemaProperty("location", .string, "Where it took place, as printed."),
      SchemaProperty("status", .string, "confirmed, cancelled, postponed."),
      SchemaProperty("parent_id", .reference(.event), "The event of which this one is a session."),
      SchemaProperty("organizers", .objects(organizer), "Who organised it and in what role."),
      SchemaProperty("organization_id", .reference(.organisation), "The organiser, where no more is known of it."),
      SchemaProperty("attendees", .objects(participation), "Who took part, with role then and part taken."),
      SchemaProperty("themes", .strings, "What was discussed, in order."),
      SchemaProperty("programme_ids", .array(.reference(.programme)), "Programmes concerned."),
      SchemaProperty("outcomes", .strings, "What came of it, a sentence each."),
      SchemaProperty("plans", .strings, "What is to follow, a sentence each; no outcome."),
      SchemaProperty("sources", .objects(source), "Where the record comes from."),
      SchemaProperty("links", .objects(link)), SchemaProperty("other_names", .objects(otherName)),
      SchemaProperty("identifiers", .objects(identifier)), SchemaProperty("area_id", .string),
      SchemaProperty("created_at", .string),
      SchemaProperty("updated_at", .string),
    ])

  static let organizer = ObjectSchema(
    "an organiser",
    [
      SchemaProperty("organization_id", .reference(.organisation), required: true, "The organisation."),
      SchemaProperty("role", .string, "organiser, co-organiser, collaborator, host."),
      SchemaProperty("sources", .objects(source), "Where this is said."),
    ])

  static let programme = ObjectSchema(
    "a programme",
    [
      SchemaProperty("id", .identifier, required: true, "The key."),
      SchemaProperty("name", .string, required: true, "What it is called."),
      SchemaProperty("other_names", .objects(otherName), "How else it is called."),
      SchemaProperty("description", .string, "What it is, in a few sentences."),
      SchemaProperty("organization_ids", .array(.reference(.organisation)), "Who runs it."),
      SchemaProperty("start_date", .date, "When it began."),
      SchemaProperty("end_date", .date, "When it ended."),
      SchemaProperty("links", .objects(link), "Addresses about it."),
      SchemaProperty("sources", .objects(source), "Where the record comes from."),
      SchemaProperty("identifiers", .objects(identifier)),
    ])
}
