import Foundation
import NewsroomModel
import NewsroomTestSupport
import Testing

@testable import newsroom

@Suite("The file that is written to")
struct ExportFileTests {
  private let folder: TemporaryFolder
  private let directory: DataDirectory

  init() throws {
    folder = try TemporaryFolder()
    for name in ["data/people", "target"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    }
    try #"{"id": "a", "name": "A"}"#.write(toFile: folder.path("data/people/a.json"), atomically: true, encoding: .utf8)
    directory = try DataDirectory(path: folder.path("data"))
  }

  private func file(_ name: String = "a.csv") throws -> ExportFile {
    try ExportFile(folder.path("target/" + name), directory: directory)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path("target")) }
  }

  private func text(_ name: String = "a.csv") throws -> String {
    try String(contentsOfFile: folder.path("target/" + name), encoding: .utf8)
  }

  @Test("A file gets its name when it is whole, with the rights of any other")
  func aFileGetsItsNameWhenItIsWholeWithTheRightsOfAnyOther() throws {
    let file = try file()
    try file.write { write in
      try write(Data("one ".utf8))
      #expect(try names.count == 1)
      #expect(try names[0].hasPrefix(".newsroom-"))
      try write(Data("two".utf8))
    }
    #expect(try names == ["a.csv"])
    #expect(try text() == "one two")
    try "".write(toFile: folder.path("other"), atomically: false, encoding: .utf8)
    let rights = try [file.path, folder.path("other")].map {
      try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
    }
    #expect(rights[0] == rights[1])
  }

  @Test("~ is $HOME, as in a shell")
  func isHOMEAsInAShell() throws {
    let ours = try ExportFile("~/a.csv", directory: directory, environment: ["HOME": folder.path("target")])
    #expect(try ours.path == file().path)
  }

  @Test("Where writing ends early nothing is left")
  func whereWritingEndsEarlyNothingIsLeft() throws {
    #expect(throws: CancellationError.self) {
      try file().write { write in
        try write(Data("one".utf8))
        throw CancellationError()
      }
    }
    #expect(try names == [])
  }

  @Test("A file that came meanwhile stays, also where the file system knows no links", arguments: [true, false])
  func aFileThatCameMeanwhileStaysAlsoWhereTheFileSystemKnowsNoLinks(hasLinks: Bool) throws {
    let file = try file()
    #expect(throws: CLIError.self) {
      try file.write { write in
        try write(Data("mine".utf8))
        try Data("theirs".utf8).write(to: URL(filePath: file.path))
        if !hasLinks { try file.giveName(to: file.path + ".part", link: noLinks) }
      }
    }
    #expect(try names == ["a.csv"])
    #expect(try text() == "theirs")
  }

  @Test("Where the file system knows no links the file gets its name all the same")
  func whereTheFileSystemKnowsNoLinksTheFileGetsItsNameAllTheSame() throws {
    let part = folder.path("target/.newsroom-part")
    try Data("whole".utf8).write(to: URL(filePath: part))
    try file().giveName(to: part, link: noLinks)
    #expect(try names == ["a.csv"])
    #expect(try text() == "whole")
  }

  @Test("Of a name that cannot be given no empty file is left")
  func ofANameThatCannotBeGivenNoEmptyFileIsLeft() throws {
    #expect(throws: CLIError.self) { try file().giveName(to: folder.path("target/gone"), link: noLinks) }
    #expect(try names == [])
  }

  private func noLinks(_: UnsafePointer<CChar>, _: UnsafePointer<CChar>) -> Int32 {
    errno = EPERM
    return -1
  }
}
