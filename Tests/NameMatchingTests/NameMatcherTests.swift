import Foundation
import Testing

@testable import NameMatching

@Suite("Matching names")
struct NameMatcherTests {
  private func match(_ left: String, _ right: String, _ kind: NameKind = .person) -> NameMatch {
    NameMatcher.match(PreparedName(left, kind: kind), PreparedName(right, kind: kind))
  }

  @Test(
    "matches a person's name as people write it, and says how it differs",
    arguments: [
      ("ZHAN Tao", "Tao Zhan", MatchReason.order), ("Oestveit, Svein", "Svein Oesttveit", .spelling),
      ("Чжань Тао", "Zhan Tao", .script), ("Prof. Dr. Hans Meyer", "Hans Meyer", .exact),
      ("H. Meyer", "Hans Meyer", .initials),
      ("JC Juncker", "Jean-Claude Juncker", .initials), ("Ali Akbar Velayati", "Ali Velayati", .missing),
      ("José García", "Jose Garcia", .exact), ("Mohammed Al-Rashid", "Muhammad Alrashid", .joined),
      ("Yusuf Demir", "Youssouf Demir", .spelling), ("김철수", "Kim Cheolsu", .script),
      ("Margarita-Simonyan", "Margarita Simonyan", .exact),
    ])
  func matchesAPersonsNameAsPeopleWriteItAndSaysHowItDiffers(left: String, right: String, reason: MatchReason) {
    let result = match(left, right)
    #expect(result.isMatch && result.reasons.contains(reason), "\(result)")
    #expect(match(right, left).isMatch)
  }

  @Test(
    "keeps people apart whose names contradict each other",
    arguments: [
      ("Hafez Makhlouf", "Rami Makhlouf"), ("LI Ming", "LI Xing"), ("HAN Wei", "HAN Xibin"), ("JIN Li", "JIN Haichi"),
      ("LI Xue", "Li Xu"),
      ("Tatiana Murovana", "Tatiana Shutova"), ("이재형", "이재명"), ("Michelle Obama", "Barack Obama"), ("", "Barack Obama"),
    ])
  func keepsPeopleApartWhoseNamesContradictEachOther(left: String, right: String) {
    #expect(!match(left, right).isMatch, "\(match(left, right))")
  }

  @Test(
    "matches organisations by acronym, legal form and spelling",
    arguments: [
      ("IBE", "International Bureau of Education", MatchReason.acronym),
      ("Siemens Aktiengesellschaft", "Siemens AG", .exact),
      ("World Health Organisation", "World Health Organization", .exact),
      ("Al-Qa'ida/Islamic Army", "Al Qaeda", .spelling),
      ("Brigade Forty-Four", "Brigade 44", .exact), ("Good Will Company", "Goodwill Company", .joined),
      ("ABC Co.", "A.B.C. Company", .exact),
    ])
  func matchesOrganisationsByAcronymLegalFormAndSpelling(left: String, right: String, reason: MatchReason) {
    let result = match(left, right, .organisation)
    #expect(result.isMatch && result.reasons.contains(reason), "\(result)")
  }

  @Test func contradictingLegalFormsAreTwoOrganisations() {
    #expect(!match("Deutsche Bank AG", "Deutsche Bank GmbH", .organisation).isMatch)
    #expect(!match("Bowne of South Bend, Inc.", "Bowne of Boston, Inc.", .organisation).isMatch)
  }

  @Test func partOfANameFindsItOnlyWhereItIsAQuery() {
    let (part, whole) = (PreparedName("Oestveit", kind: .person), PreparedName("Svein Oesttveit", kind: .person))
    #expect(NameMatcher.match(part, whole, isQuery: true).isMatch)
    #expect(!NameMatcher.match(part, whole).isMatch)
  }

  @Test func namesThatMatchShareAKey() {
    for (left, right) in [("Oestveit", "Svein Oesttveit"), ("Чжань Тао", "ZHAN Tao"), ("PolPot", "Pol Pot")] {
      let keys = [left, right].map { NameKeys.keys(of: PreparedName($0, kind: .person)) }
      #expect(!keys[0].isDisjoint(with: keys[1]), "\(left) \(right)")
    }
  }

  @Test func longNamesAreCutBeforeTheyAreCompared() {
    let long = String(repeating: "abc def ", count: 5_000)
    #expect(match(long, long + "x").score > 0)
  }

  @Test(
    "counts edits, with transpositions as one",
    arguments: [("", "", 0), ("a", "", 1), ("macron", "marcon", 1), ("kitten", "sitting", 3), ("abc", "abc", 0)])
  func editDistanceCountsEdits(left: String, right: String, distance: Int) {
    let (one, other) = (left.unicodeScalars.map(\.value), right.unicodeScalars.map(\.value))
    #expect(EditDistance.between(one, other) == distance)
    #expect(EditDistance.between(one, other, limit: 1) == min(distance, 2))
  }
}

private let pairsFile: URL? = {
  let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let beside = tests.appending(path: "../../shared/conformance").standardized
  let named = ProcessInfo.processInfo.environment["NEWSROOM_CONFORMANCE"].map { URL(filePath: $0) }
  return [named, beside].compactMap { $0?.appending(path: "names/pairs.csv") }.first {
    FileManager.default.fileExists(atPath: $0.path())
  }
}()

/// Labelled pairs of real matching work (OpenSanctions' name benchmark), read in place.
@Suite("The labelled pairs of names", .enabled(if: pairsFile != nil))
struct PairsTests {
  /// Cells of a line of CSV; this file has no line breaks within cells.
  private static func cells(_ line: Substring) -> [String] {
    var (cells, cell, isQuoted): ([String], String, Bool) = ([], "", false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        cells.append(cell)
        cell = ""
      default: cell.append(character)
      }
    }
    return cells + [cell]
  }

  @Test func reachF1Of088WithNoStrongPairWrong() throws {
    let lines = try String(contentsOf: #require(pairsFile), encoding: .utf8).split(whereSeparator: \.isNewline)
    var (hits, falseAlarms, misses, strong): (Double, Double, Double, [String]) = (0, 0, 0, [])
    for line in lines.dropFirst() {
      let cells = Self.cells(line)
      let kind: NameKind = cells[1] == "Person" ? .person : .organisation
      let isMatch = NameMatcher.match(PreparedName(cells[2], kind: kind), PreparedName(cells[3], kind: kind)).isMatch
      let expected = cells[4] == "true"
      if isMatch && expected { hits += 1 }
      if isMatch && !expected { falseAlarms += 1 }
      if !isMatch && expected { misses += 1 }
      if isMatch != expected, cells[5] == "STRONG" { strong.append(String(line)) }
    }
    let (precision, recall) = (hits / (hits + falseAlarms), hits / (hits + misses))
    #expect(lines.count == 448 && strong.isEmpty, "\(strong)")
    #expect(2 * precision * recall / (precision + recall) >= 0.88, "precision \(precision), recall \(recall)")
  }
}
