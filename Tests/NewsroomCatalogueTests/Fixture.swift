import Collation
import Foundation
import NewsroomModel

@testable import NewsroomCatalogue

/// A data directory of a test's own, deleted with it.
final class Fixture {
  let folder: String
  let cache: String

  init(_ files: [String: String]) throws {
    let base = FileManager.default.temporaryDirectory.path + "/newsroom-index-\(UUID().uuidString)"
    (folder, cache) = (base + "/data", base + "/cache")
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent) }

  func write(_ text: String, to path: String) throws {
    let file = folder + "/" + path
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  func delete(_ path: String) throws { try FileManager.default.removeItem(atPath: folder + "/" + path) }

  /// The directory's catalogue, in its cache folder, not updated yet.
  func catalogue(names: NameCollation = .root) throws -> Catalogue {
    try Catalogue(directory: DataDirectory(path: folder), folder: cache, names: names)
  }

  /// The directory's catalogue, brought up to date.
  func updated(names: NameCollation = .root, _ limits: SearchLimits = SearchLimits()) throws -> Catalogue {
    let catalogue = try Catalogue(
      directory: DataDirectory(path: folder), folder: cache, names: names, limits: limits)
    _ = try catalogue.update()
    return catalogue
  }
}

extension Catalogue {
  /// The ids of a list's first rows.
  func ids(_ list: ListKind, _ query: String = "", sort: NewsroomModel.SortOrder = .newest) throws -> [String] {
    try page(ListRequest(list, query: query, sort: sort), range: 0..<1000).rows.map(\.address.id)
  }

  /// The labels of a section, with role and date behind a bar.
  func section(_ relation: SectionKind, of address: String) throws -> [String] {
    guard let address = RecordAddress(address), let page = try record(address) else { return ["no \(address)"] }
    return page.sections.first { $0.relation == relation }?.rows.map { row in
      [row.label, row.role, row.displayDate ?? "", row.count.map(String.init) ?? ""].filter { !$0.isEmpty }
        .joined(separator: " | ")
    } ?? []
  }
}
