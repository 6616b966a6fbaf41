import Foundation
import NewsroomModel

/// What the user starred: `stars.json` in the folder for state (XDG), which a person can read, edit and copy to another machine.
///
///     {"stars": [{"address": "person:ji-lili", "title": "JI Lili"}]}
///
/// One file for every data directory, so that a directory that is moved or copied keeps its stars. Other keys, and
/// stars of records that this newsroom does not know, stay as they are. A file that is broken is said and never written to.
struct StarsFile: Sendable {
  let path: String

  /// Room for half a million stars.
  private static let maxBytes = 50_000_000

  /// - Returns: nil where there is no folder for state.
  init?(environment: [String: String] = processEnvironment) {
    guard let folder = StateFolder.path(environment) else { return nil }
    path = folder + "/stars.json"
  }

  /// The records that are starred; none where there is no file.
  /// - Throws: a ``CLIError`` when the file cannot be read as what it should be.
  func read() throws -> Set<RecordAddress> { Set(Self.stars(try contents()).compactMap(Self.address)) }

  /// Gives a record a star, or takes it away, in the file as it is by now: another newsroom may have written it.
  /// - Returns: the records that are starred then.
  func keep(_ address: RecordAddress, title: String, isOn: Bool) throws -> Set<RecordAddress> {
    let lock = try lock()
    defer { close(lock) }
    var contents = try contents()
    var stars = Self.stars(contents)
    let count = stars.count
    stars.removeAll { Self.address($0) == address && !isOn }
    if isOn, !stars.contains(where: { Self.address($0) == address }) {
      stars.append(["address": address.description, "title": title])
    }
    contents["stars"] = stars
    if stars.count != count { try write(contents) }
    return Set(stars.compactMap(Self.address))
  }

  /// A star is written in no time; who holds the file for longer was stopped.
  private static let patience = Duration.seconds(2)

  /// - Returns: a file that nobody else has locked until it is closed.
  private func lock() throws -> Int32 {
    let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    let end = ContinuousClock.now + Self.patience
    while lock < 0 || flock(lock, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      guard lock >= 0, [EWOULDBLOCK, EINTR].contains(code), .now < end else {
        if lock >= 0 { close(lock) }
        if code == EWOULDBLOCK { throw failure("is held by another newsroom") }
        throw failure("cannot be written: \(String(cString: strerror(code)))")
      }
      usleep(10_000)
    }
    return lock
  }

  private static func stars(_ contents: [String: Any]) -> [[String: Any]] {
    contents["stars"] as? [[String: Any]] ?? []
  }

  /// The file's object; empty where there is no file.
  private func contents() throws -> [String: Any] {
    let data: Data?
    do { data = try AtomicFile.read(path, maxBytes: Self.maxBytes) } catch { throw failure("cannot be read") }
    guard let data else { return [:] }
    guard let contents = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let stars = contents["stars"] as? [[String: Any]], stars.allSatisfy({ $0["address"] is String })
    else { throw failure("is broken") }
    return contents
  }

  private func write(_ contents: [String: Any]) throws {
    do {
      let data = try JSONSerialization.data(
        withJSONObject: contents, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
      try AtomicFile.write(data + Data("\n".utf8), to: path)
    } catch {
      throw failure(
        "cannot be written: \((error as? POSIXError).map { String(cString: strerror($0.code.rawValue)) } ?? "\(error)")"
      )
    }
  }

  private func failure(_ what: String) -> CLIError {
    CLIError("The file of your stars \(what), so it stays as it is: \(path)", code: .unavailable)
  }

  private static func address(_ star: [String: Any]) -> RecordAddress? {
    (star["address"] as? String).flatMap { RecordAddress($0) }
  }
}
