import Collation
import NewsroomModel

/// The countries of places and journeys, as their names say them.
enum PlaceCountries {
  /// Countries and regions by folded names.
  static let names = CountryNames(CountryCode.all) { TextNormalizer.key(of: $0) }

  /// The countries of a place: those that its name ends in, `Geneva, Switzerland`, or consists of, `Egypt; Djibouti`.
  static func codes(ofPlace place: String) -> [String] {
    place.split { ",;(/".contains($0) }.compactMap { part in
      // "CH" within a name may be anything.
      let key = TextNormalizer.key(of: String(part))
      return key.utf8.count > 2 ? names.country(key) : nil
    }.uniqued()
  }

  /// The countries to which a journey went by its name: `… delegation to Poland and Hungary`.
  static func codes(ofJourney name: String) -> [String] {
    let words = name.split(separator: " ")
    guard let to = words.lastIndex(of: "to") else { return [] }
    let goal = words[(to + 1)...].joined(separator: " ").replacing(" and ", with: ",")
    return codes(ofPlace: goal)
  }
}
