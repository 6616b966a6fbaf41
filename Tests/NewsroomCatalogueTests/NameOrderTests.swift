import Foundation
import NewsroomModel
import Testing

@testable import NewsroomCatalogue

/// Lists of names stand in the order of ICU's root collation, which most languages share.
@Suite("Names in order")
struct NameOrderTests {
  /// In order; the accented ones are those of the sample data.
  private static let names = [
    "Ambassade du Burkina Faso au Sénégal",
    "Délégation permanente de l'Allemagne auprès de l'Unesco", "Eagle Institute",
    "École normale", "ecology centre", "Élan", "Ems College", "Ørsted Institute", "Pedro, Ana", "Pedró, Francesc",
    "Pedro, Gil", "University of Yaoundé I", "University of Yaoundé II", "Virtual University of Côte d'Ivoire",
    "Zurich", "Αθήνα", "Казань", "Йошкар-Ола", "جامعة", "भारत", "北京大学", "清华大学",
  ]
  /// й is a letter of its own, after и and before к.
  private static let expected = names.filter { $0 != "Казань" && $0 != "Йошкар-Ола" }.flatMap {
    $0 == "Αθήνα" ? [$0, "Йошкар-Ола", "Казань"] : [$0]
  }

  private func order(_ names: [String]) throws -> [String] {
    let lines = names.enumerated().map { #"{"id": "o\#($0)", "name": "\#($1)"}"# }
    let fixture = try Fixture(["organisations/all.jsonl": lines.joined(separator: "\n")])
    let catalogue = try fixture.updated()
    return try catalogue.page(ListRequest(.organisations, sort: .name), range: 0..<100).rows.map(\.title)
  }

  @Test("Accents and case do not part names; scripts follow one another")
  func accentsAndCaseDoNotPartNamesScriptsFollowOneAnother() throws {
    #expect(try order(Self.expected.reversed()) == Self.expected)
    #expect(try order(Self.names) == Self.expected)
  }

  @Test("The order is the one that ICU gives")
  func theOrderIsTheOneThatICUGives() {
    let locale = Locale(identifier: "en")
    for (left, right) in zip(Self.expected, Self.expected.dropFirst()) {
      #expect(left.compare(right, locale: locale) == .orderedAscending, "\(left) · \(right)")
    }
  }

  @Test("Of names with the same letters the plain one comes first, whatever their ids")
  func ofNamesWithTheSameLettersThePlainOneComesFirstWhateverTheirIds() throws {
    let names = ["Pedró", "Pedro", "Pédro", "résumé", "resume"]
    #expect(try order(names) == ["Pedro", "Pedró", "Pédro", "resume", "résumé"])
    #expect(try order(names.reversed()) == ["Pedro", "Pedró", "Pédro", "resume", "résumé"])
  }
}
