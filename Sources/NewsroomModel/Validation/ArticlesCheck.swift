/// Goes through the articles of a directory, on all cores, keeping of each no more than where its key stands.
struct ArticlesCheck {
  /// The directory.
  let directory: DataDirectory
  /// The records that articles name.
  let known: InMemoryRecords

  /// What is wrong in a portion of the files.
  private struct Outcome: Sendable {
    var problems: [Diagnostic] = []
    var issues: [RecordIssue] = []
    var keys: [SeenArticleIDs.Seen] = []
    var announced: Set<String> = []
    var mixed: Set<String> = []
  }

  /// What is wrong in the files, and between their articles and other records; the events that articles announce; and the files
  /// of articles that have other records as well.
  func check(
    _ files: [DataFile]
  ) -> (problems: [Diagnostic], issues: [RecordIssue], announced: Set<String>, mixed: Set<String>) {
    let outcomes = ParallelWork.map(ParallelWork.portions(files)) { portion in check(portion) }
    let announced = outcomes.reduce(into: Set<String>()) { $0.formUnion($1.announced) }
    let (duplicates, leftOut) = duplicates(outcomes.lazy.flatMap { $0.keys }, files)
    let issues = outcomes.flatMap { $0.issues }.filter { !leftOut.contains($0.location) } + duplicates
    let mixed = outcomes.reduce(into: Set<String>()) { $0.formUnion($1.mixed) }
    return (outcomes.flatMap { $0.problems }, issues, announced, mixed)
  }

  private func check(_ files: ArraySlice<DataFile>) -> Outcome {
    var outcome = Outcome()
    var check = ArticleCheck(known: known)
    for (index, file) in zip(files.indices, files) {
      var last: RecordLocation?
      let problems = directory.read(file) { located in
        let place = located.location
        guard case .article(let article) = located.record else {
          if file.kind == .article, place != last { outcome.mixed.insert(file.path) }
          return
        }
        last = place
        outcome.keys.append(
          SeenArticleIDs.Seen(
            article.uri,
            at: SeenArticleIDs.FileOffset(file: index, offset: place.offset, length: place.length, line: place.line)))
        if article.type == "event" { outcome.announced.insert(article.uri) }
        outcome.issues += check.issues(in: article, located)
      }
      // Any other file was read among the entities already.
      if file.kind == .article { outcome.problems += problems }
    }
    return outcome
  }

  /// What is wrong with copies of articles, and where the copies are that do not count: they are linked with nothing.
  private func duplicates(
    _ keys: some Sequence<SeenArticleIDs.Seen>, _ files: [DataFile]
  ) -> (issues: [RecordIssue], leftOut: Set<RecordLocation>) {
    var articles = SeenArticleIDs()
    var copies: [UInt64: [SeenArticleIDs.FileOffset]] = [:]
    for seen in keys {
      guard let first = articles.first(of: seen) else { continue }
      copies[seen.fingerprint, default: [first]].append(seen.location)
    }
    var (issues, leftOut): ([RecordIssue], Set<RecordLocation>) = ([], [])
    for places in copies.values {
      let located = places.compactMap { directory.located(.article, at: expanded($0, files)) }
      guard var latest = located.first else { continue }
      for copy in located.dropFirst() where copy.precedence(over: latest) == .newer { latest = copy }
      for copy in located where copy.location != latest.location {
        leftOut.insert(copy.location)
        guard copy.precedence(over: latest) == .unknown else { continue }
        issues.append(
          .duplicate(
            copy.record.address, first: latest.location, copy.location, isConverted: copy.isConverted))
      }
    }
    return (issues, leftOut)
  }

  private func expanded(_ place: SeenArticleIDs.FileOffset, _ files: [DataFile]) -> RecordLocation {
    RecordLocation(path: files[place.file].path, offset: place.offset, length: place.length, line: place.line)
  }
}
