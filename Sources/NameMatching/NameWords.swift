/// Words that say little about who is meant, and words of one meaning in several spellings. Tables of the language, not of cases.
enum NameWords {
  static let particleWeight = 0.3
  private static let genericWeight = 0.7

  static func weight(of word: String, length: Int) -> Double {
    if particles.contains(word) { return particleWeight }
    return generic.contains(word) ? genericWeight : 1 + Double(min(length, 10)) * 0.05
  }

  private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

  /// Titles and post-nominals, left out of the names of people.
  static let titles = set(
    """
    mr mrs ms miss dr prof professor sir dame lord lady shaikh sheikh sheik sayyid president prasident minister he hrh ambassador \
    mme mlle herr frau don dona rev excellency phd md mba eng ing arch hon gospodin gospozha xiansheng nushi
    """)

  private static let particles = set(
    """
    al el ul ad as ar an at bin ibn ben bint abu abou de del della di da dos das du la le van von der den ter zu y e na the of and for
    """)

  private static let generic = set(
    """
    business international global group systems services solutions holdings industries enterprises trading general national company \
    bank trust fund capital partners university universite universidad universitat institute ministry department office centre center \
    organization association foundation
    """)

  static let numbers: [String: String] = [
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "first": "1", "second": "2", "third": "3", "1st": "1", "2nd": "2", "3rd": "3",
  ]
  static let tens: [String: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  /// Abbreviations and British spellings, as American words.
  static let abbreviations: [String: String] = [
    "intl": "international", "organisation": "organization", "univ": "university", "dept": "department",
    "natl": "national",
    "govt": "government", "us": "united states", "uk": "united kingdom", "centre": "center", "inst": "institute",
    "min": "ministry", "cooperation": "cooperation", "programme": "program",
  ]

  /// Legal forms as sequences of words, and the class of each: forms of one class do not contradict each other.
  static let legalForms: [[String]: String] = {
    var forms: [[String]: String] = [:]
    for (name, spellings) in legalFormSpellings {
      for spelling in spellings { forms[spelling.split(separator: " ").map(String.init)] = name }
    }
    return forms
  }()
  static let longestLegalForm = 4

  private static let legalFormSpellings: [(String, [String])] = [
    ("limited", ["ltd", "limited", "co ltd", "company limited", "private limited", "pvt ltd", "pty ltd"]),
    (
      "limited liability",
      [
        "llc", "l l c", "limited liability company", "ooo", "obsestvo s ogranicennoj otvetstvennostu",
        "obsestvo s ogranicennoj otvetstvennost'u", "srl", "s r l", "societatea cu raspundere limitata", "gmbh",
        "g m b h",
        "sarl", "s a r l", "sp z o o", "bv", "b v", "bvba", "b v b a", "s l",
      ]
    ),
    ("corporation", ["inc", "incorporated", "corp", "corporation", "company", "co"]),
    ("ag", ["ag", "a g", "akg", "aktiengesellschaft", "aktiengeselschaft"]),
    (
      "joint stock",
      [
        "jsc", "joint stock company", "oao", "ojsc", "pjsc", "zao", "ao", "akcionernoe obsestvo", "s a", "sa", "a s",
        "as", "ab",
        "n v", "nv", "s a s", "sas", "spa", "s p a", "oyj", "asa",
      ]
    ),
    ("public limited", ["plc", "p l c", "public limited company"]),
    ("partnership", ["llp", "lp", "l p", "l l p"]), ("non-profit", ["ano"]),
    ("group", ["group", "gruppe", "holding", "holdings"]), ("national association", ["na", "n a"]), ("vessel", ["mv"]),
  ]
}
