import FuzzSupport
import NewsroomModel

nonisolated(unsafe) private var growth = Growth()

/// Any bytes as a query: what is printed reads as the same query, and what is said of it stands inside it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = bytes(start, count)
  let text = String(decoding: input, as: UTF8.self)
  let query = Query(text)
  let printed = query.description
  claim(Query(printed).root == query.root, "reads as another query: \(printed.debugDescription)")
  claim(Query(printed).description == printed, "prints as another query: \(printed.debugDescription)")
  for problem in query.problems {
    let isInside = problem.range.lowerBound >= 0 && problem.range.upperBound <= text.utf8.count
    claim(isInside && !problem.message.isEmpty, "a problem outside the query")
  }
  let chosen = query.including(.person, "a b")
  claim(Query(chosen.description).values(of: .person).included.contains("a b"), "a choice is lost")
  growth.watch(input) { _ = Query(String(decoding: $0, as: UTF8.self)).description }
  return 0
}
