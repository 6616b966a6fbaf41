/// The folders in which a program keeps what is the user's (XDG Base Directory Specification).
package enum UserFolder: String {
  case configuration = "XDG_CONFIG_HOME"
  case state = "XDG_STATE_HOME"
  case cache = "XDG_CACHE_HOME"

  /// Newsroom's own folder in it: where the environment says, else in the home folder. A path that is empty or relative is none.
  /// - Returns: nil where the environment names neither.
  package func path(_ environment: [String: String]) -> String? {
    let paths = [environment[rawValue], environment["HOME"]].map { $0.flatMap { $0.hasPrefix("/") ? $0 : nil } }
    return (paths[0] ?? paths[1].map { $0 + usual }).map { $0 + "/newsroom" }
  }

  private var usual: String {
    switch self {
    case .configuration: "/.config"
    case .state: "/.local/state"
    case .cache: "/.cache"
    }
  }
}
