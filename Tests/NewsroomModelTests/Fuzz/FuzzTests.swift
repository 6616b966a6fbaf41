import Foundation
import NewsroomTestSupport
import Testing

@testable import NewsroomModel

@Suite("Spoiled records")
struct FuzzTests {
  /// A record of each kind that has everything.
  static let samples: [(RecordKind, String)] = [
    (.article, "articles/2024/ichei-942.json"), (.delegation, "delegations/2024-06-ichei-to-ibe.json"),
    (.event, "events/2024-06-06-ichei-at-ibe.json"), (.person, "people/bi-xiaohan.json"),
  ]

  private func sample(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: Places.fixtures + "/one-visit/" + path)))
  }

  @Test("Whatever bytes are spoiled, there is a record or a problem with a place", arguments: samples)
  func whateverBytesAreSpoiledThereIsARecordOrAProblemWithAPlace(_ kind: RecordKind, _ path: String) throws {
    let text = try sample(path)
    var mutation = Mutation(random: Fuzz.random(1))
    Fuzz.rounds(atLeast: 1500) { judge(mutation.bytes(of: text), kind, "bytes") }
  }

  @Test("Whatever is put in a value's place, there is a record or a problem with a place", arguments: samples)
  func whateverIsPutInAValuesPlaceThereIsARecordOrAProblemWithAPlace(_ kind: RecordKind, _ path: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(try sample(path)))
    var mutation = Mutation(random: Fuzz.random(2))
    Fuzz.rounds(atLeast: 700) {
      let spoiled = mutation.structure(of: mutation.structure(of: value))
      let data = try? JSONSerialization.data(withJSONObject: spoiled, options: [.fragmentsAllowed, .sortedKeys])
      if let data { judge([UInt8](data), kind, "structure") }
    }
  }

  private func judge(_ bytes: [UInt8], _ kind: RecordKind, _ round: String) {
    let file = TextOfFile(bytes: bytes, path: "x.json", kind: kind)
    if bytes == Array("[]".utf8) { return }
    let hasPlace = file.problems.contains { $0.severity == .error && $0.line != nil && $0.column != nil }
    #expect(!file.records.isEmpty || hasPlace, "\(round): \(String(decoding: bytes, as: UTF8.self))")
    for article in file.articles { _ = (article.body?.blocks.plainText, article.statements) }
    for located in file.records {
      #expect(located.location.offset + located.location.length <= bytes.count)
    }
  }

  @Test("A spoiled line costs its own record only, and is named")
  func aSpoiledLineCostsItsOwnRecordOnlyAndIsNamed() throws {
    let directory = try TemporaryDirectory()
    let good = (0..<8).map { #"{"id": "p\#($0)", "name": "Person \#($0)", "memberships": [{"role": "Clerk"}]}"# }
    var mutation = Mutation(random: SeededGenerator(seed: 3))
    for round in 0..<300 {
      let spoiled = Int.random(in: 0..<good.count, using: &mutation.random)
      var bytes: [UInt8] = []
      for (index, line) in good.enumerated() {
        let line = index == spoiled ? mutation.bytes(of: Array(line.utf8)).filter { $0 != 10 } : Array(line.utf8)
        bytes += line + [10]
      }
      try directory.write(bytes, to: "people/all.jsonl")
      let data = try DataDirectory(path: directory.path)
      var lines: [Int] = []
      let file = try #require(data.files().first)
      let problems = data.read(file) { lines.append($0.location.line) }
      let others = Set(1...good.count).subtracting([spoiled + 1])
      #expect(others.isSubset(of: lines), "round \(round)")
      #expect(problems.allSatisfy { $0.line == nil || $0.line == spoiled + 1 }, "round \(round): \(problems)")
      let isBlank = lines.count == good.count - 1 && problems.isEmpty
      #expect(lines.contains(spoiled + 1) || !problems.isEmpty || isBlank, "round \(round)")
    }
  }

  @Test("Spoiled HTML gives blocks or nothing")
  func spoiledHTMLGivesBlocksOrNothing() throws {
    let html =
      "<p>a<b>b</b></p><ul><li>c<ol><li>d</ol></ul><table><tr><td>e</table><blockquote>f<footer>g</footer></blockquote><figure><figcaption>h</figcaption></figure><pre>i</pre><aside>j</aside>"
    var mutation = Mutation(random: SeededGenerator(seed: 4))
    for _ in 0..<2000 {
      let text = String(decoding: mutation.bytes(of: Array(html.utf8)), as: UTF8.self)
      let blocks = Article.Body(format: .html, value: text).blocks
      #expect(blocks.plainText.utf8.count <= text.utf8.count + 64)
    }
  }
}
