/// Checks a whole directory: each file by itself, then its records against each other.
///
/// Records other than articles are read first and held in memory; then articles are gone through file by file, of which only
/// a fingerprint of each `uri` is kept. Some files may be all that is wanted: what is wrong in them depends on the others.
struct DataCheck {
  /// The directory.
  let directory: DataDirectory
  /// The files whose problems are wanted; nil for all.
  private let chosen: ChosenFiles?
  private let walk: DirectoryWalk

  /// - Parameter names: the files whose problems are wanted, as somebody typed them; nil for all.
  init(_ directory: DataDirectory, files names: [String]?) {
    (self.directory, walk) = (directory, directory.walk())
    chosen = names.map { [walk] in
      let paths = walk.files.map(\.path) + walk.problems.map(\.path) + [SettingsDecoder.path]
      return ChosenFiles($0, below: directory.root, among: paths)
    }
  }

  /// What is wrong, sorted by file and place.
  func problems() -> [Diagnostic] {
    let (problems, mixed) = problems(walk, collections: [])
    // Hardly anybody keeps people among the articles; what articles say of them can be judged only once they are known.
    return mixed.isEmpty ? problems : self.problems(walk, collections: mixed).problems
  }

  /// - Parameter collections: files of articles that have other records as well.
  /// - Returns: what is wrong, and the files of articles that turned out to have other records.
  private func problems(
    _ walk: DirectoryWalk, collections: Set<String>
  ) -> (problems: [Diagnostic], collections: Set<String>) {
    var problems = walk.problems
    var issues: [RecordIssue] = []
    let files = walk.files.filter { $0.kind != .article } + walk.files.filter { collections.contains($0.path) }
    let (known, mixed) = readEntities(files, collections, &problems, &issues)
    var check = EntityCheck(known: known)
    for located in known.entities { issues += check.issues(in: located) }
    let articles = walk.files.filter { $0.kind == .article || mixed.contains($0.path) }
    let outcome = ArticlesCheck(directory: directory, known: known).check(articles)
    problems += outcome.problems + settingsProblems(known)
    issues = (issues + outcome.issues).filter {
      isWanted($0.location.path) && !$0.isMention(of: outcome.announced)
    }
    problems += directory.problems(issues).map(\.problem)
    problems = problems.filter { isWanted($0.path) } + missingFiles
    return (problems.sorted(by: Self.isBefore), outcome.mixed)
  }

  /// Reads all records but articles.
  /// - Returns: the records, and the paths of files with articles among them.
  private func readEntities(
    _ files: [DataFile], _ collections: Set<String>, _ problems: inout [Diagnostic], _ issues: inout [RecordIssue]
  ) -> (known: InMemoryRecords, mixed: Set<String>) {
    var known = InMemoryRecords()
    var mixed: Set<String> = []
    let read = ParallelWork.map(ParallelWork.portions(files)) { [directory] portion in
      var records: [LocatedRecord] = []
      let problems = portion.flatMap { file in
        let problems = directory.read(file) { records.append($0) }
        // What is wrong in files of articles is said when these are gone through.
        return file.kind == .article ? [] : problems
      }
      return (records: records, problems: problems)
    }
    for portion in read {
      problems += portion.problems
      var last: RecordLocation?
      for located in portion.records {
        if located.record.address.kind == .article {
          mixed.insert(located.location.path)
          last = located.location
        } else if located.location != last || !collections.contains(located.location.path) {
          issues += known.add(located).map { [$0] } ?? []
        }
      }
    }
    return (known, mixed)
  }

  private func isWanted(_ path: String) -> Bool { chosen?.contains(path) ?? true }

  private func settingsProblems(_ known: InMemoryRecords) -> [Diagnostic] {
    guard isWanted(SettingsDecoder.path) else { return [] }
    return directory.settingsProblems { known.exists(.organisation, $0) }
  }

  /// Files that were asked for and are none of the directory's.
  private var missingFiles: [Diagnostic] {
    (chosen?.missing ?? []).map {
      Diagnostic(
        code: .unreadable, path: $0, message: "not a file of records in the data directory",
        hint: "specify a .json, .jsonl or .ndjson file, or a folder, below \(directory.root)")
    }
  }

  /// By file, then by place, the whole file first.
  static func isBefore(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    return (left.line ?? 0, left.column ?? 0, left.code.rawValue, left.message)
      < (right.line ?? 0, right.column ?? 0, right.code.rawValue, right.message)
  }
}

extension DataDirectory {
  /// The problems that findings are, each with its place: files that have some are read again.
  package func problems(_ issues: [RecordIssue]) -> [LocatedIssue] {
    let byPath = Dictionary(grouping: issues, by: \.location.path)
    let places = IssueLocator(root: root)
    let files = byPath.keys.map { DataFile(path: $0, kind: RecordKind(folderOf: $0), size: 0, modified: 0) }
    return ParallelWork.map(ParallelWork.portions(files)) { portion in
      portion.flatMap { places.problems(byPath[$0.path] ?? [], in: $0) }
    }.flatMap { $0 }
  }

  /// What is wrong in `newsroom.json`.
  /// - Parameter isKnown: whether there is an organisation of an id.
  package func settingsProblems(isKnown: (String) -> Bool) -> [Diagnostic] {
    SettingsDecoder(root: root).read(isKnown: isKnown).problems
  }
}
