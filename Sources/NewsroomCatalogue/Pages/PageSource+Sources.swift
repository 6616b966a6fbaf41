import GRDB
import NewsroomModel

/// Where it says so: articles, and addresses on the web.
extension PageSource {
  /// A row for each source, once: the article where the catalogue has it, else its address.
  func sourceRows(_ sources: [Source]) throws -> [PageRow] {
    let notes = Dictionary(grouping: sources, by: \.url).mapValues { $0.compactMap(\.note).uniqued() }
    let bare = (notes[nil] ?? []).map { PageRow(label: $0) }
    return try sources.compactMap(\.url).uniqued().map { url in
      try sourceRow(url, note: (notes[url] ?? []).joined(separator: " · "))
    } + bare
  }

  private func sourceRow(_ url: String, note: String) throws -> PageRow {
    guard let number = try article(at: url), var row = try articleRow(number) else {
      return PageRow(target: .url(url), label: url, role: note)
    }
    row.role = note
    return row
  }

  /// Rows for addresses on the web as they are.
  func webRows(_ addresses: [String]) -> [PageRow] {
    addresses.uniqued().map { PageRow(target: .url($0), label: $0) }
  }

  /// The article that has an address as its own or as another one.
  private func article(at url: String) throws -> UInt32? {
    let own = try relationStore.first("SELECT number FROM record WHERE kind = 0 AND id = ? AND number > 0", [url]) {
      $0[0] as UInt32?
    }
    return try own ?? articleSet([Term.filter(.otherAddress, url)]).numbers.first.map(UInt32.init)
  }

  /// The text with links to articles of the catalogue leading there, instead of out of the program.
  func linkedWithin(_ blocks: [TextBlock]) throws -> [TextBlock] {
    try blocks.mappingRuns { runs in
      try runs.map { run in
        guard case .url(let url)? = run.target, let number = try article(at: url),
          let target = try articleRow(number)?.target
        else { return run }
        return TextRun(run.text, emphasis: run.emphasis, target: target)
      }
    }
  }

  /// A row for an article: headline, publisher, date.
  func articleRow(_ number: UInt32) throws -> PageRow? {
    try relationStore.rows(
      "SELECT id, title, detail, start, finish, is_event_date FROM record WHERE number = ?", [number]
    ).first.map { row in
      PageRow(
        target: .record(RecordAddress(.article, row["id"])), label: row["title"], role: row["detail"],
        date: DateRange(start: row["start"], finish: row["finish"]), usesEventDate: row["is_event_date"])
    }
  }
}
