import Foundation
import NewsroomBrowser
import NewsroomCatalogue
import TerminalCells

/// The user's settings: `config.json` in the folder for configuration (XDG), then the options of the command line.
///
///     {"theme": "dark", "mouse": false, "bidi": "auto", "dates": "iso", "restore": true}
struct Configuration: Equatable {
  var theme: String?
  var mouse = true
  var bidi = "auto"
  var dates = "locale"
  /// Whether newsroom begins where one left off. Where nobody says, it begins at the articles, and keeps where one leaves off for
  /// when that is asked for.
  var restore: Bool?
  /// What is wrong in the file, a sentence each.
  private var problems: [String] = []
  private var path: String?

  /// Reads the file at its place; without one everything is as usual.
  init(environment: [String: String] = processEnvironment) {
    guard let path = Self.path(environment) else { return }
    self.path = path
    let data: Data?
    do { data = try AtomicFile.read(path) } catch {
      problems = ["The file cannot be read; it was passed over."]
      return
    }
    guard let data else { return }
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      problems = ["This is no JSON object; it was passed over."]
      return
    }
    for (key, value) in object.sorted(by: { $0.key < $1.key }) { set(key, to: value) }
  }

  /// All that is wrong in the file; nil where nothing is.
  var errorMessage: String? {
    problems.isEmpty ? nil : "\(path ?? ""): " + problems.joined(separator: " ")
  }

  static func path(_ environment: [String: String]) -> String? {
    UserFolder.configuration.path(environment).map { $0 + "/config.json" }
  }

  private mutating func set(_ key: String, to value: Any) {
    switch (key, value) {
    case ("theme", let name as String) where Theme.named(name) != nil: theme = name
    case ("mouse", let isOn as Bool): mouse = isOn
    case ("bidi", let mode as String) where Self.bidiModes.contains(mode): bidi = mode
    case ("dates", let form as String) where ["iso", "locale"].contains(form): dates = form
    case ("restore", let isOn as Bool): restore = isOn
    case ("theme", _): problems.append("There is no such theme. Themes: \(Self.themes).")
    case ("mouse", _), ("bidi", _), ("dates", _), ("restore", _):
      problems.append("'\(key)' cannot be \(value).")
    default: problems.append("'\(key)' is no setting. Settings: theme, mouse, bidi, dates, restore.")
    }
  }

  static let bidiModes = ["off", "on", "auto"]

  static var themes: String { Theme.all.map(\.name).joined(separator: ", ") }
}

extension Configuration {
  /// Takes in what the command line says instead.
  mutating func take(theme: String?, bidi: String?, mouse: Bool?) throws {
    if let theme {
      guard Theme.named(theme) != nil else {
        throw CLIError("there is no theme '\(theme)'. Themes: \(Self.themes).", code: .usage)
      }
      self.theme = theme
    }
    if let bidi {
      guard Self.bidiModes.contains(bidi) else {
        throw CLIError("--bidi takes off, on or auto, not '\(bidi)'.", code: .usage)
      }
      self.bidi = bidi
    }
    self.mouse = mouse ?? self.mouse
  }

  /// Whether newsroom orders right-to-left text itself in this terminal.
  var reordersBidi: Bool {
    BidiMode(rawValue: bidi)?.reordersBidi(in: processEnvironment) ?? true
  }

  /// The theme asked for; without colours where NO_COLOR says so.
  var browserTheme: Theme {
    let noColour = processEnvironment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let theme = theme.flatMap(Theme.named) ?? .standard
    return noColour && !theme.isASCII ? .mono : theme
  }
}
