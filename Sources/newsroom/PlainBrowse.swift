import Foundation
import NewsroomBrowser
package import NewsroomIndex
package import NewsroomModel

/// Runs a plain session on standard input and output; works through a pipe.
enum PlainBrowse {
  static func run(_ catalogue: Catalogue) throws {
    var session = PlainSession(source: catalogue)
    let isPiped = isatty(STDIN_FILENO) == 0
    try Output.print(session.begin().text)
    while true {
      if !isPiped { try Output.prompt("> ") }
      guard let line = readLine() else { return }
      let reply = try session.take(line)
      if reply.isOver { return }
      try Output.print(reply.text)
    }
  }
}

extension Catalogue: PlainSource {
  package func page(_ request: ListRequest, range: Range<Int>) throws -> ListPage {
    try rebuiltIfDamaged { try $0.page(request, range: range, highlight: true) }
  }

  package var stars: Set<RecordAddress> { get throws { (try? StarsFile()?.read()) ?? [] } }

  package func keepStar(_ address: RecordAddress, isOn: Bool) throws -> String? {
    guard let file = StarsFile() else { return "There is no folder to keep stars in. Set HOME or XDG_STATE_HOME." }
    do {
      setStars(try file.keep(address, title: record(address)?.title ?? address.id, isOn: isOn))
      return nil
    } catch let failure as Failure {
      return failure.sentence
    }
  }
}
