import Foundation
import NewsroomModel
import NewsroomTestSupport
import Testing

/// The code of the guides, compiled and run as other programs would: by the public interface alone.
@Suite("The guides of the library")
struct GuideTests {
  private let path = Places.fixtures + "/one-visit"

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("contain only code that this file compiles")
  func containOnlyCodeThatThisFileCompiles() throws {
    let folder = Self.root.appending(path: "Sources/NewsroomModel/NewsroomModel.docc")
    let source = try Self.words(String(contentsOfFile: #filePath, encoding: .utf8))
    var blocks = 0
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      let text = try String(contentsOf: file, encoding: .utf8)
      for block in text.components(separatedBy: "```swift\n").dropFirst() {
        let code = try #require(block.components(separatedBy: "```").first)
        #expect(source.contains(Self.words(code)), "\(file.lastPathComponent): \(code)")
        blocks += 1
      }
    }
    #expect(blocks >= 5)
  }

  private static func words(_ code: String) -> String {
    code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func loadingEverythingPrintsArticles() throws {
    var lines: [String] = []
    func print(_ words: String...) { lines.append(words.joined(separator: " ")) }
    let directory = try DataDirectory(path: path)
    let archive = directory.load()
    for article in archive.articles {
      print(article.published?.dateOnly.description ?? "undated", article.headline ?? article.uri)
    }
    #expect(lines.first?.hasPrefix("2024-06-07 ") == true, "\(lines)")
  }

  @Test func readingFileByFileCountsPeople() throws {
    var lines: [String] = []
    func print(_ words: Any...) { lines.append(words.map { "\($0)" }.joined(separator: " ")) }
    let directory = try DataDirectory(path: path)
    var count = 0
    for file in directory.files() {
      let problems = directory.read(file) { located in
        if located.record.address.kind == .person { count += 1 }
      }
      for problem in problems { print(problem) }
    }
    print("\(count) people")
    #expect(lines.last == "\(directory.load().people.count) people" && count > 0)
  }

  @Test func walkingFromAnArticleNamesPeopleInTheirRoles() throws {
    let first = try DataDirectory(path: path).load().articles.first { !$0.events.isEmpty }
    let uri = try #require(first?.uri)
    var lines: [String] = []
    func print(_ words: String...) { lines.append(words.joined(separator: " ")) }
    func walk() throws {
      let archive = try DataDirectory(path: path).load()
      guard let article = archive.article(uri) else { return }
      for mention in article.events {
        guard let id = mention.literal, let event = archive.event(id) else { continue }
        print(event.name, event.startDate?.description ?? "")
        for attendee in event.attendees {
          let person = archive.person(attendee.personID)
          let organisation = attendee.organizationID.flatMap { archive.organisation($0) }
          print(person?.name ?? attendee.personID, attendee.role ?? "", organisation?.name ?? "")
        }
        for organiser in event.organizers {
          print(organiser.role ?? "organiser", archive.organisation(organiser.organizationID)?.name ?? "")
        }
      }
    }
    try walk()
    #expect(lines.contains { $0.contains("Director") }, "\(lines)")
  }

  @Test func delegationsOfAnEventNameTheirSenders() throws {
    var lines: [String] = []
    func print(_ words: String...) { lines.append(words.joined(separator: " ")) }
    let eventID = try #require(try DataDirectory(path: path).load().delegations.first?.eventIDs.first)
    func walk() throws {
      let archive = try DataDirectory(path: path).load()
      let delegations = archive.delegations.filter { $0.eventIDs.contains(eventID) }
      for delegation in delegations {
        let senders = delegation.onBehalfOfIDs.compactMap { archive.organisation($0)?.name }
        print(delegation.name, senders.joined(separator: ", "))
      }
    }
    try walk()
    #expect(lines.count == 1 && lines[0].contains("UNESCO"), "\(lines)")
  }

  @Test func reportingProblemsGivesPathLineAndMessage() throws {
    let path = Places.fixtures + "/broken"
    var lines: [String] = []
    func print(_ words: Any...) { lines.append(words.map { "\($0)" }.joined(separator: " ")) }
    let problems = try DataDirectory(path: path).check()
    for problem in problems where problem.severity == .error {
      print(problem)
    }
    let unknownKeys = problems.filter { $0.code == .unknownKey }
    for problem in unknownKeys {
      print(problem.path, problem.line ?? 0, problem.message, problem.hint ?? "")
    }
    #expect(lines.contains { $0.hasPrefix("newsroom.json 1 unknown key \"langauge\" in newsroom.json did you mean") })
  }
}
