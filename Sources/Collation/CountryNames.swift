/// Countries and regions by their names, whatever their case, as a folding of the caller compares them.
package struct CountryNames: Sendable {
  private var countries: [String: String] = [:]
  private var regions: [String: [String]] = [:]

  /// - Parameters:
  ///   - codes: the countries there are, by ISO 3166-1 code.
  ///   - fold: brings a name into the form in which it is compared.
  package init(_ codes: some Sequence<String>, fold: (String) -> String) {
    for code in codes {
      let names = [CodeDisplayNames.country(code) ?? code] + CodeDisplayNames.otherNames(ofCountry: code)
      for name in names { countries[fold(name)] = code }
      countries[fold(code)] = code
    }
    for region in RegionCodes.all {
      guard let name = RegionCodes.name(region), let members = RegionCodes.countries(in: region) else { continue }
      regions[fold(name)] = members.sorted()
      regions[region] = members.sorted()
    }
  }

  /// The country that a folded text names, with or without its article.
  package func country(_ key: String) -> String? {
    countries[key] ?? (key.hasPrefix("the ") ? countries[String(key.dropFirst(4))] : nil)
  }

  /// The countries that a folded text names: one, or those of a region of UN M49; nil where it names neither.
  package func codes(_ key: String) -> [String]? { country(key).map { [$0] } ?? regions[key] }
}
