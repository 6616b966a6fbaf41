import NewsroomModel

extension RecordKind {
  /// How the catalogue's tables write the kind.
  var number: Int {
    switch self {
    case .article: 0
    case .delegation: 1
    case .person: 2
    case .organisation: 3
    case .event: 4
    case .programme: 5
    }
  }

  /// The kind that the tables write as `number`.
  init?(number: Int) {
    switch number {
    case 0: self = .article
    case 1: self = .delegation
    case 2: self = .person
    case 3: self = .organisation
    case 4: self = .event
    case 5: self = .programme
    default: return nil
    }
  }

  /// The filter tokens that name records of this kind; articles have none.
  var category: Term.Category? {
    switch self {
    case .article: nil
    case .delegation: .delegation
    case .person: .person
    case .organisation: .organisation
    case .event: .event
    case .programme: .programme
    }
  }
}

/// The model library's record; GRDB has a class of the same name, so files that import both say this.
typealias NewsRecord = Record

/// What somebody said, in the model library; GRDB calls a prepared piece of SQL by the same name.
typealias NewsQuotation = Quotation
