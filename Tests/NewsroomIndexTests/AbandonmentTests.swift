import Foundation
import NewsroomModel
import NewsroomTestSupport
import Synchronization
import Testing

@testable import NewsroomIndex

@Suite("Abandoning a question", .serialized)
struct AbandonmentTests {
  private let fixture: Fixture
  private let catalogue: Catalogue
  /// Every row has to be explained from its file, which takes long enough to be interrupted.
  private let slow = ListRequest(.articles, query: "needle")

  init() throws {
    let lines = (0..<600).map { index in
      """
      {"uri":"urn:\(index)","headlines":[{"value":"Item \(index)"}],"bodies":[{"contentType":"text/html",\
      "value":"<p>\(String(repeating: "hay stack straw ", count: 60)) needle</p>"}]}
      """
    }
    fixture = try Fixture(["articles/all.jsonl": lines.joined(separator: "\n")])
    catalogue = try fixture.updated()
  }

  /// Abandons whatever is asked, again and again.
  /// - Parameter pause: what comes in between.
  /// - Returns: what puts an end to it.
  private func abandoning(pause: @escaping @Sendable () -> Void) -> () -> Void {
    let catalogue = catalogue
    let isDone = Mutex(false)
    let stopped = DispatchSemaphore(value: 0)
    Thread {
      while !isDone.withLock({ $0 }) {
        catalogue.interrupt()
        pause()
      }
      stopped.signal()
    }.start()
    return {
      isDone.withLock { $0 = true }
      stopped.wait()
    }
  }

  @Test("A slow question ends soon after it is abandoned, and the next one is answered rightly")
  func slowQuestion() throws {
    let clock = ContinuousClock()
    let (catalogue, slow) = (catalogue, slow)
    let start = clock.now
    #expect(try catalogue.page(slow, range: 0..<600, highlight: true).rows.count == 600)
    let whole = clock.now - start
    let (asked, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let outcome = Mutex<(isAbandoned: Bool, duration: Duration)>((false, .zero))
    Thread {
      let start = clock.now
      asked.signal()
      let isAbandoned: Bool
      do {
        _ = try catalogue.page(slow, range: 0..<600, highlight: true)
        isAbandoned = false
      } catch {
        isAbandoned = Catalogue.isInterruption(error)
      }
      outcome.withLock { $0 = (isAbandoned, clock.now - start) }
      ended.signal()
    }.start()
    asked.wait()
    Thread.sleep(forTimeInterval: 0.02)
    catalogue.interrupt()
    ended.wait()
    let result = outcome.withLock { $0 }
    #expect(result.isAbandoned)
    #expect(result.duration < whole / 2, "\(result.duration) of \(whole)")
    #expect(try catalogue.ids(.articles, "item 77") == ["urn:77"])
  }

  @Test("A wish that comes too late ends the next question, but not one that insists on an answer")
  func tooLate() throws {
    catalogue.interrupt()
    #expect { try catalogue.generation() } throws: { Catalogue.isInterruption($0) }
    catalogue.interrupt()
    #expect(try catalogue.insisting { try $0.ids(.articles, "item 77") } == ["urn:77"])
  }

  @Test("Abandoned at any moment, again and again, a question asked once more has the right answer")
  func anyMoment() throws {
    let stop = abandoning { Thread.sleep(forTimeInterval: 0.003) }
    var abandoned = 0
    for index in 0..<150 {
      let request = ListRequest(.articles, query: "\"item \(index)\"")
      while true {
        do {
          let page = try catalogue.page(request, range: 0..<20, highlight: true, countsLater: true)
          #expect(page.rows.map(\.address.id) == ["urn:\(index)"])
          break
        } catch {
          #expect(Catalogue.isInterruption(error))
          abandoned += 1
        }
      }
    }
    stop()
    #expect(abandoned > 0)
  }

  @Test("Abandoned while it begins or ends, again and again, a question leaves no transaction open")
  func transactions() throws {
    let random = Mutex(SeededGenerator(seed: 7))
    let stop = abandoning { [catalogue] in
      catalogue.interrupt()
      usleep(random.withLock { UInt32.random(in: 0..<60, using: &$0) })
    }
    var (answered, abandoned) = (0, 0)
    let end = ContinuousClock.now + .seconds(2)
    while ContinuousClock.now < end {
      do {
        #expect(try catalogue.count(ListRequest(.articles, query: "hay")) == 600)
        answered += 1
      } catch {
        #expect(Catalogue.isInterruption(error))
        abandoned += 1
      }
    }
    stop()
    #expect(answered > 0 && abandoned > 0, "\(answered) and \(abandoned)")
  }
}
