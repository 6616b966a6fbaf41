import NewsroomModel

/// A list of names as people send it: a name a line, or a table with columns in any order.
struct GuestList {
  /// A person or organisation on the list.
  struct Guest: Equatable {
    var name: String
    var organisation: String?
    var role: String?
    var country: String?
    /// Other ways to read the row, where it does not say which part is the name.
    var alternatives: [(name: String, organisation: String)] = []

    static func == (left: Guest, right: Guest) -> Bool {
      (left.name, left.organisation, left.role, left.country) == (
        right.name, right.organisation, right.role, right.country
      )
    }
  }

  private(set) var guests: [Guest] = []

  init(_ text: String) {
    let table = DelimitedText(text)
    guard let first = table.rows.first else { return }
    let columns = first.map { Column(heading: $0) }
    if columns.contains(.name) || (columns.contains(.familyName) && columns.contains(.givenName)) {
      guests = table.rows.dropFirst().compactMap { Self.guest($0, columns) }
    } else if table.delimiter == "," || table.delimiter == nil {
      guests = text.split(whereSeparator: \.isNewline).compactMap { Self.guest(line: $0.trimmingSpaces) }
    } else {
      guests = table.rows.compactMap { row in
        row.first.flatMap { $0.isEmpty ? nil : Guest(name: $0, organisation: row.count > 1 ? row[1] : nil) }
      }
    }
  }

  private static func guest(_ row: [String], _ columns: [Column?]) -> Guest? {
    func value(_ column: Column) -> String? {
      zip(columns, row).first { $0.0 == column && !$0.1.isEmpty }?.1
    }
    let parts = [value(.givenName), value(.familyName)].compactMap(\.self)
    guard let name = value(.name) ?? (parts.isEmpty ? nil : parts.joined(separator: " ")) else { return nil }
    return Guest(name: name, organisation: value(.organisation), role: value(.role), country: value(.country))
  }

  /// A line without a heading: a name, or a name and an organisation with a comma between them.
  private static func guest(line: String) -> Guest? {
    let line = line.trimmingPrefix(/^(?:[0-9]+[.)]|[-•*])\s+/)
    guard !line.isEmpty else { return nil }
    var guest = Guest(name: String(line))
    if let comma = line.firstIndex(of: ",") {
      guest.alternatives = [(line[..<comma].trimmingSpaces, line[line.index(after: comma)...].trimmingSpaces)]
    }
    return guest
  }

  /// What a column holds.
  enum Column: CaseIterable {
    case name, familyName, givenName, organisation, role, country, title

    /// Headings in the six languages of the United Nations, folded.
    private var headings: [String] {
      switch self {
      case .name:
        [
          "name", "full name", "participant", "guest", "nom complet", "nom et prenom", "nombre", "nombre completo",
          "имя", "фио", "姓名", "名字", "الاسم",
        ]
      case .familyName:
        [
          "family name", "last name", "surname", "nom", "nom de famille", "apellido", "apellidos", "фамилия", "姓",
          "اسم العائلة",
        ]
      case .givenName:
        ["given name", "first name", "forename", "prenom", "nombre de pila", "имя собственное", "名", "الاسم الأول"]
      case .organisation:
        [
          "organisation", "organization", "institution", "affiliation", "company", "employer", "university",
          "organisme",
          "organizacion", "institucion", "организация", "учреждение", "单位", "机构", "المؤسسة", "المنظمة", "الجهة",
        ]
      case .role:
        [
          "role", "position", "function", "job title", "post", "fonction", "poste", "cargo", "должность", "职务", "职位",
          "المنصب", "الوظيفة",
        ]
      case .country: ["country", "pays", "pais", "страна", "国家", "البلد", "الدولة"]
      case .title: ["title", "salutation", "honorific", "titre", "titulo", "обращение", "称谓", "اللقب"]
      }
    }

    init?(heading: String) {
      let heading = TextNormalizer.key(of: heading)
      guard
        let column = Self.allCases.first(where: { $0.headings.map { TextNormalizer.key(of: $0) }.contains(heading) })
      else { return nil }
      self = column
    }
  }
}
