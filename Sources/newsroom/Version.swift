import Collation
import Foundation
import NcursesTerminal
import NewsroomCatalogue
import NewsroomModel

/// The version of the program, and of the C libraries it uses.
enum Version {
  static let number = "0.2.0"
  static let text = "newsroom \(number)"

  /// What `newsroom --version` prints. A library that is a part of the program is updated with the program only, a shared one with the
  /// system.
  static var details: String {
    // A file of /proc has no size, so it is read to its end.
    let mapped = try? FileHandle(forReadingAtPath: "/proc/self/maps")?.readToEnd()
    let maps = String(decoding: mapped ?? Data(), as: UTF8.self)
    let libraries = [
      ("ICU", NameCollation.libraryVersion, "libicuuc"), ("libxml2", HTMLLibrary.version, "libxml2"),
      ("ncurses", NcursesTerminal.libraryVersion, "libncursesw"), ("SQLite", Catalogue.libraryVersion, "libsqlite3"),
    ]
    let lines = libraries.map { name, version, file in
      "\(name) \(version) (\(maps.contains("/\(file).so") ? "shared" : "static"))"
    }
    return ([text] + lines).joined(separator: "\n")
  }
}
