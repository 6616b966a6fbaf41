import Foundation
import Generator

// generate ARTICLES FOLDER [files|lines [short]]
let arguments = CommandLine.arguments
guard arguments.count >= 3, let count = Int(arguments[1]) else {
  FileHandle.standardError.write(Data("usage: generate ARTICLES FOLDER [files|lines [short]]\n".utf8))
  exit(64)
}
let layout = arguments.count > 3 ? Generation.Layout(rawValue: arguments[3]) ?? .lines : .lines
let paragraphs = arguments.dropFirst(4).first == "short" ? 1...1 : 2...4
var generation = Generation(
  articles: count, folder: URL(fileURLWithPath: arguments[2]), layout: layout, paragraphs: paragraphs)
print(try generation.write())
