import Foundation
import NewsroomTestSupport
import Testing

extension Command {
  /// Runs a program that has to end well.
  static func expect(_ words: [String]) throws {
    let outcome = try run(words)
    try #require(outcome.status == 0, "\(words): \(outcome.errors)")
  }
}

extension DataFolder {
  /// Runs a subcommand as a user whom file modes bind: root, whom they do not, becomes nobody.
  func asNobody(_ arguments: String...) throws -> Command.Outcome {
    guard getuid() == 0 else { return try Command.run(command(arguments), environment: Self.environment) }
    let open = beside("open")
    try FileManager.default.createDirectory(atPath: open, withIntermediateDirectories: true)
    try Command.expect(["chmod", "a+rx", beside(".")])
    try Command.expect(["chmod", "a+rwx", open])
    // The checkout may lie in a folder that nobody may enter.
    let program = open + "/newsroom"
    if !FileManager.default.fileExists(atPath: program) {
      try FileManager.default.copyItem(atPath: BuiltProducts.program("newsroom").path(), toPath: program)
    }
    let words =
      [program] + arguments + ["--data", path] + (arguments.first == "check" ? [] : ["--cache", open + "/cache"])
    let become = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
    return try Command.run(become + words, environment: Self.environment, directory: "/")
  }

  /// What a list is when it is read from the files alone.
  func truth(_ list: String) throws -> String {
    let program = BuiltProducts.program("newsroom").path()
    let fresh = try TemporaryFolder()
    return try Command.run(
      [program, "list", list, "--data", path, "--cache", fresh.path("cache")], environment: Self.environment,
      directory: "/"
    ).output
  }
}

/// File systems in memory, for tests of full and vanished ones.
enum Mounts {
  /// Only root may mount, and not in every container.
  static let areAllowed: Bool = {
    guard let folder = try? TemporaryFolder(), (try? mount(kilobytes: 16, at: folder.url.path)) != nil else {
      return false
    }
    try? unmount(folder.url.path)
    return true
  }()

  static func mount(kilobytes: Int, at path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Command.expect(["mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "none", path])
  }

  /// Unmounts also what is in use.
  static func unmount(_ path: String) throws { try Command.expect(["umount", "-l", path]) }
}

extension Command {
  /// Runs a program and measures the most memory it had.
  static func measured(_ words: [String], environment: [String: String]) throws -> (outcome: Outcome, megabytes: Int) {
    let script = """
      import resource, subprocess, sys
      status = subprocess.call(sys.argv[1:])
      print("peak", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, file=sys.stderr)
      sys.exit(status)
      """
    let outcome = try run(["python3", "-c", script] + words, environment: environment, directory: "/")
    let peak = outcome.errors.split(separator: "\n").last { $0.hasPrefix("peak ") }
    return (outcome, peak.flatMap { Int($0.dropFirst(5)) } ?? .max)
  }
}

/// A socket in the file system that nobody answers.
struct UnixSocket {
  private let descriptor: Int32

  init(_ path: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let capacity = MemoryLayout.size(ofValue: address.sun_path)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(capacity - 1)) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
    }
    guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  }

  func close() { Foundation.close(descriptor) }
}
