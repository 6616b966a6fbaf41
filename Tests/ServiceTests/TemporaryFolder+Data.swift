import Foundation
import NewsroomModel
import NewsroomTestSupport

extension TemporaryFolder {
  /// A data directory of one article, `urn:1`.
  func oneArticle() throws -> DataDirectory {
    try dataDirectory(file: "one.json", #"{"uri": "urn:1", "headlines": [{"value": "One"}]}"#)
  }

  /// A data directory of one file of articles.
  func dataDirectory(file: String, _ text: String) throws -> DataDirectory {
    try FileManager.default.createDirectory(atPath: path("data/articles"), withIntermediateDirectories: true)
    try text.write(toFile: path("data/articles/\(file)"), atomically: true, encoding: .utf8)
    return try DataDirectory(path: path("data"))
  }
}
