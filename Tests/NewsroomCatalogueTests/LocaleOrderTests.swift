import Collation
import Foundation
import NewsroomModel
import Testing

@testable import NewsroomCatalogue

/// Lists of names stand in the order of the reader's language.
@Suite("Names in the reader's order")
struct LocaleOrderTests {
  /// People by their family names, in the order of each language.
  private static let expected: [(locale: String, names: [String])] = [
    ("sv_SE", ["Andersson", "Oslo", "Zorn", "Åkesson", "Ärlig", "Östberg"]),
    ("da_DK", ["Andersen", "Ohm", "Zobel", "Ærø", "Østergaard", "Åkesson"]),
    ("nb_NO", ["Andersen", "Ohm", "Zobel", "Ærø", "Østergaard", "Åkesson"]),
    ("en_GB", ["Ærø", "Åkesson", "Andersen", "Ohm", "Østergaard", "Zobel"]),
    // 安 ān, 毕 bì, 李 lǐ, 张 zhāng; what is not Chinese comes after.
    ("zh_CN", ["安娜", "毕小涵", "李明", "张伟", "Smith"]),
    ("ru_RU", ["Ёлкин", "Жуков", "Иванов", "Йошкин", "Adams"]),
    ("ar_EG", ["أحمد", "بدر", "تامر", "Adams"]),
    ("es_ES", ["Nuñez", "Nzé", "Ñandú", "Oro"]),
  ]

  private func data(_ names: [String]) throws -> Fixture {
    let lines = names.enumerated().map {
      #"{"id": "p\#($0)", "name": "X \#($1)", "family_name": "\#($1)", "given_name": "X"}"#
    }
    return try Fixture(["people/all.jsonl": lines.joined(separator: "\n")])
  }

  private func people(_ catalogue: Catalogue) throws -> [String] {
    try catalogue.page(ListRequest(.people, sort: .name), range: 0..<100).rows.map { String($0.title.dropFirst(2)) }
  }

  @Test("as ICU has it for the language", arguments: expected)
  func asICUHasItForTheLanguage(locale: String, names: [String]) throws {
    let fixture = try data(names.reversed())
    #expect(try people(fixture.updated(names: NameCollation(locale: locale))) == names)
    let collator = Locale(identifier: locale)
    for (left, right) in zip(names, names.dropFirst()) {
      #expect(left.compare(right, locale: collator) == .orderedAscending, "\(left) · \(right)")
    }
  }

  @Test("also after a person was renamed, and when the catalogue is opened again")
  func alsoAfterAPersonWasRenamedAndWhenTheCatalogueIsOpenedAgain() throws {
    let fixture = try data(["Zorn", "Åkesson", "Ärlig"])
    _ = try fixture.updated(names: NameCollation(locale: "sv_SE"))
    try fixture.write(#"{"id": "new", "name": "X Åberg", "family_name": "Åberg"}"#, to: "people/new.json")
    #expect(
      try people(fixture.updated(names: NameCollation(locale: "sv_SE"))) == ["Zorn", "Åberg", "Åkesson", "Ärlig"])
  }

  @Test("and another language's reader of the same directory has another order, in a catalogue beside it")
  func andAnotherLanguagesReaderOfTheSameDirectoryHasAnotherOrderInACatalogue() throws {
    let fixture = try data(["Zorn", "Åkesson"])
    let (swedish, english) = (
      try fixture.updated(names: NameCollation(locale: "sv_SE")),
      try fixture.updated(names: NameCollation(locale: "en_GB"))
    )
    #expect(try people(swedish) == ["Zorn", "Åkesson"])
    #expect(try people(english) == ["Åkesson", "Zorn"])
    #expect(try people(swedish) == ["Zorn", "Åkesson"])
  }

  @Test("for the parts of an organisation too")
  func forThePartsOfAnOrganisationToo() throws {
    let names = ["Whole", "Zorn", "Åkesson"]
    let lines = names.enumerated().map {
      #"{"id": "o\#($0)", "name": "\#($1)"\#($0 > 0 ? #", "parent_id": "o0""# : "")}"#
    }
    let fixture = try Fixture(["organisations/all.jsonl": lines.joined(separator: "\n")])
    let catalogue = try fixture.updated(names: NameCollation(locale: "sv_SE"))
    #expect(try catalogue.organisationTree(ListRequest(.articles)).map(\.name) == names)
  }

  @Test(
    "is the one that the environment asks for",
    arguments: [
      (["LANG": "sv_SE.UTF-8"], "sv"), (["LANG": "C.UTF-8"], nil), ([:], nil), (["LANG": "en_GB.UTF-8"], nil),
      (["LANG": "sv_SE.UTF-8", "LC_ALL": "C"], nil), (["LANG": "en_GB", "LC_COLLATE": "da_DK.UTF-8"], "da"),
      (["LC_ALL": "nonsense"], nil), (["LC_ALL": "../../x"], nil),
    ] as [([String: String], String?)])
  func isTheOneThatTheEnvironmentAsksFor(_ environment: [String: String], name: String?) {
    #expect(NameCollation.inEnvironment(environment).name == name)
  }
}
