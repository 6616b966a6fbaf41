import Foundation
import NewsroomCatalogue
import NewsroomModel

// measure FOLDER CACHE [FIGURES]: builds the catalogue of FOLDER in CACHE, then asks what a person asks, and prints the times;
// those of the table are written to the file FIGURES as JSON.
let arguments = CommandLine.arguments
let folder = arguments[1]
let cache = arguments[2]
let clock = ContinuousClock()

func milliseconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
}
func memory() -> String {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let lines = status.split(separator: "\n").filter { $0.hasPrefix("VmRSS") || $0.hasPrefix("VmHWM") }
  return lines.map { $0.split(whereSeparator: \.isWhitespace)[0...1].joined(separator: " ") }.joined(separator: " ")
}
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1e6
}
var figures: [String: Double] = [:]
@MainActor func timed<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
  let (start, before) = (clock.now, processorTime())
  let value = try body()
  figures[name] = milliseconds(clock.now - start)
  figures[name + ", processor"] = processorTime() - before
  print(
    name, String(format: "%.2f ms (processor %.1f)", milliseconds(clock.now - start), processorTime() - before),
    memory())
  return value
}

let directory = try DataDirectory(path: folder)
let catalogue = try timed("open") { try Catalogue(directory: directory, folder: cache) }
_ = try timed("first list") { try catalogue.page(ListRequest(.articles), range: 0..<60) }
var firstCommit: Duration?
let start = clock.now
let summary = try timed("update") {
  try catalogue.update(progress: { if $0.commits > 0, firstCommit == nil { firstCommit = clock.now - start } })
}
print(summary, firstCommit.map(milliseconds) ?? 0)
figures["first articles"] = firstCommit.map(milliseconds)
figures["records"] = Double(summary.recordsChanged)
_ = try timed("first list") { try catalogue.page(ListRequest(.articles), range: 0..<60) }
_ = try timed("load") { try catalogue.totals() }
print(try catalogue.totals())
let texts = [
  "education unesco", "tra", "delegation vis", "高等教育", "\"higher learning\"", "org:org-3 dig", "university org:org-0",
  "образ", "-the", "kind:visit year:2019",
]
var keys: [Double] = []
var processorKeys: [Double] = []
var counts: [Double] = []
for text in texts {
  for end in text.indices.dropFirst() + [text.endIndex] {
    let query = String(text[..<end])
    let (began, before) = (clock.now, processorTime())
    let page = try catalogue.page(
      ListRequest(.articles, query: query), range: 0..<60, highlight: true, allowsDeferredCount: true)
    let (time, processor) = (milliseconds(clock.now - began), processorTime() - before)
    keys.append(time)
    processorKeys.append(processor)
    if page.total == nil {
      let (began, before) = (clock.now, processorTime())
      let count = try catalogue.count(ListRequest(.articles, query: query))
      let time = milliseconds(clock.now - began)
      counts.append(time)
      print(String(format: "%8.2f ms (%.1f) to count later", time, processorTime() - before), query, count)
    }
    if end == text.endIndex || time > 10 {
      print(
        String(format: "%8.2f ms (%.1f)", time, processor), query, page.total ?? -1, page.rows.count,
        page.queryProblems.map(\.message))
    }
  }
}
@MainActor func summary(_ name: String, _ times: [Double]) {
  let times = times.sorted()
  guard let last = times.last else { return }
  print(
    name, times.count,
    String(format: "median %.2f p99 %.2f max %.2f", times[times.count / 2], times[times.count * 99 / 100], last),
    memory())
  (figures[name], figures[name + ", p99"]) = (times[times.count / 2], times[times.count * 99 / 100])
}
summary("keys", keys)
summary("keys, processor", processorKeys)
summary("counts that came later", counts)
for query in ["", "education", "org:org-0", "kind:visit"] {
  _ = try timed("tree \(query)") { try catalogue.organisationTree(ListRequest(.articles, query: query)) }
}
_ = try timed("end of list") { try catalogue.page(ListRequest(.articles), range: 99_900..<100_000) }
_ = try timed("oldest") { try catalogue.page(ListRequest(.articles, sort: .oldest), range: 0..<60) }
_ = try timed("by name") { try catalogue.page(ListRequest(.articles, sort: .name), range: 0..<60) }
_ = try timed("relevance") {
  try catalogue.page(ListRequest(.articles, query: "education partnership", sort: .relevance), range: 0..<60)
}
_ = try timed("people") { try catalogue.page(ListRequest(.people), range: 0..<60) }
_ = try timed("organisations") { try catalogue.page(ListRequest(.organisations), range: 0..<60) }
_ = try timed("article page") { try catalogue.record(RecordAddress(.article, "https://news.example/7")) }
_ = try timed("organisation page") { try catalogue.record(RecordAddress(.organisation, "org-3")) }
_ = try timed("person page") { try catalogue.record(RecordAddress(.person, "person-3")) }
_ = try timed("event page") { try catalogue.record(RecordAddress(.event, "event-3")) }
_ = try timed("update again") { try catalogue.update() }
if arguments.count > 3 {
  try JSONEncoder().encode(figures).write(to: URL(fileURLWithPath: arguments[3]))
}
