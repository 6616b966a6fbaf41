extension CodeDisplayNames {
  /// What a country is called besides: as the United Nations' list of member states has it, and for short. Only names with other
  /// words than ICU's.
  package static func otherNames(ofCountry code: String) -> [String] { otherNames[code.uppercased()] ?? [] }

  private static let otherNames: [String: [String]] = [
    "AE": ["UAE"], "BN": ["Brunei Darussalam"], "BO": ["Plurinational State of Bolivia"],
    "CD": ["Democratic Republic of the Congo", "DRC"], "CG": ["Republic of the Congo"], "CI": ["Ivory Coast"],
    "CV": ["Cabo Verde", "Cape Verde"], "CZ": ["Czech Republic"], "FM": ["Federated States of Micronesia"],
    "GB": ["United Kingdom of Great Britain and Northern Ireland", "UK"], "IR": ["Islamic Republic of Iran"],
    "KP": ["Democratic People's Republic of Korea", "DPRK"], "KR": ["Republic of Korea", "ROK"],
    "LA": ["Lao People's Democratic Republic", "Lao PDR"], "MD": ["Republic of Moldova"],
    "NL": ["Kingdom of the Netherlands", "Holland"], "PS": ["State of Palestine"], "RU": ["Russian Federation"],
    "SY": ["Syrian Arab Republic"], "SZ": ["Swaziland"], "TL": ["East Timor"], "TR": ["Türkiye", "Turkey"],
    "TZ": ["United Republic of Tanzania"], "US": ["United States of America", "USA"], "VA": ["Holy See"],
    "VE": ["Bolivarian Republic of Venezuela"], "VN": ["Viet Nam"],
  ]
}
