import Foundation

/// The sample data that are installed with the program, in `../share/newsroom/sample` beside its folder.
enum SampleData {
  /// The installed sample; nil where there is none.
  static var path: String? {
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
    let path = URL(filePath: program).deletingLastPathComponent().appending(path: "../share/newsroom/sample")
      .standardizedFileURL
      .path()
    return FileManager.default.fileExists(atPath: path + "/articles") ? path : nil
  }

  /// A sentence that names the sample; empty where there is none.
  static var hint: String { path.map { ". The sample data are in \($0)" } ?? "" }

  /// The options as they are; with the sample as the data directory where there is no other and the user, asked, wants it.
  static func offered(instead options: DataOptions) throws -> DataOptions {
    guard options.named == nil, !FileManager.default.fileExists(atPath: "data"), let path,
      isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1
    else { return options }
    try Output.print("There is no folder “data” here, and neither --data nor NEWSROOM_DATA names another.")
    try Output.prompt("Open the sample data in \(path)? [Y/n] ")
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
    guard let answer, ["", "y", "yes"].contains(answer) else { return options }
    var options = options
    options.data = path
    return options
  }
}
