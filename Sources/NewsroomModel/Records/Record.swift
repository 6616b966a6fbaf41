/// One record of any kind, as reading a data directory gives it.
public enum Record: Hashable, Sendable {
  /// A news item.
  case article(Article)
  /// A delegation.
  case delegation(Delegation)
  /// A person.
  case person(Person)
  /// An organisation.
  case organisation(Organisation)
  /// An event.
  case event(Event)
  /// A programme.
  case programme(Programme)

  /// What names the record.
  public var address: RecordAddress {
    switch self {
    case .article(let article): RecordAddress(.article, article.uri)
    case .delegation(let delegation): RecordAddress(.delegation, delegation.id)
    case .person(let person): RecordAddress(.person, person.id)
    case .organisation(let organisation): RecordAddress(.organisation, organisation.id)
    case .event(let event): RecordAddress(.event, event.id)
    case .programme(let programme): RecordAddress(.programme, programme.id)
    }
  }
}
