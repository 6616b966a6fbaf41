/// Reads `newsroom.json`.
struct SettingsDecoder {
  /// The name of the file, at the top of the directory.
  static let path = "newsroom.json"

  /// The directory's real path.
  let root: String

  /// The settings, and what is wrong with them; settings of which nothing is known where there is no such file.
  /// - Parameter isKnown: whether there is an organisation of an id; all, unless said otherwise.
  func read(isKnown: (String) -> Bool = { _ in true }) -> (settings: NewsroomSettings, problems: [Diagnostic]) {
    let context = DecodingContext(path: Self.path)
    var settings = NewsroomSettings()
    let opened: OpenFile
    do throws(ReadError) {
      opened = try OpenFile(root + "/" + Self.path)
    } catch {
      if error != .missing { context.report(.unreadable, at: nil, error.message, hint: error.hint) }
      return (settings, context.problems)
    }
    guard let bytes = try? opened.bytes(at: 0, length: min(opened.size, 1 << 20)) else { return (settings, []) }
    bytes.withUnsafeBytes { bytes in
      JSONTextReader(file: DataFile(path: Self.path, kind: nil, size: bytes.count, modified: 0), context: context)
        .readValue(bytes) { settings = read($0, context, isKnown) }
    }
    return (settings, context.problems)
  }

  private func read(
    _ value: JSONValue, _ context: DecodingContext, _ isKnown: (String) -> Bool
  ) -> NewsroomSettings {
    var settings = NewsroomSettings()
    guard value.kind == .object else {
      context.report(.notARecord, at: value, "the settings must be an object, found \(value.summary)")
      return settings
    }
    SchemaValidator(context: context).check(value, .settings)
    let reader = ObjectReader(object: value, shape: .settings, context: context)
    settings.name = reader.string("name")
    settings.homeOrganizationID = reader.key("home_organization_id")
    settings.language = reader.string("language")
    if let home = settings.homeOrganizationID, !isKnown(home),
      let value = reader.member("home_organization_id")
    {
      context.report(.danglingReference, at: value, "unknown organisation \(JSONExcerpt.quoted(home))")
    }
    return settings
  }
}
