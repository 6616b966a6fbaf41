import ArgumentParser
import NewsroomModel

/// What to do where something of a query is not understood.
struct QueryErrorOptions: ParsableArguments {
  @Flag(help: "Go on where something of the query is not understood, with what the rest finds.")
  var ignoreErrors = false

  /// The former name.
  @Flag(help: .hidden)
  var anyway = false

  /// Reports what was not understood on standard error.
  /// - Parameter undone: what is not done for that reason: "Nothing was printed".
  /// - Throws: unless nothing was, or the user wants to go on.
  func check(_ page: ListPage, undone: String) throws {
    for problem in page.queryProblems { problem.note() }
    guard page.queryProblems.isEmpty || ignoreErrors || anyway else {
      throw CLIError(
        "\(undone), because something of the query is not understood; --ignore-errors goes on with the rest.",
        code: .usage)
    }
  }
}
