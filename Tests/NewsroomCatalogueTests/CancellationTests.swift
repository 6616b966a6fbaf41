import Foundation
import NewsroomModel
import NewsroomTestSupport
import Synchronization
import Testing

@testable import NewsroomCatalogue

@Suite("Abandoning a question", .serialized)
struct CancellationTests {
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

  /// Asks the slow question and abandons it a little later.
  /// - Returns: how long it went on, from its beginning; nil when it was answered before.
  private func askAndAbandon(_ catalogue: Catalogue) throws -> Duration? {
    let (asked, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let outcome = Mutex<Result<Duration?, any Error>>(.success(nil))
    let slow = slow
    Thread {
      let start = ContinuousClock.now
      asked.signal()
      let result = Result<Duration?, any Error> {
        do {
          _ = try catalogue.page(slow, range: 0..<600, highlight: true)
          return nil
        } catch {
          guard Catalogue.isInterruption(error) else { throw error }
          return ContinuousClock.now - start
        }
      }
      outcome.withLock { $0 = result }
      ended.signal()
    }.start()
    asked.wait()
    Thread.sleep(forTimeInterval: 0.02)
    catalogue.interrupt()
    ended.wait()
    return try outcome.withLock { try $0.get() }
  }

  @Test("A slow question ends soon after it is abandoned, and the next one is answered rightly")
  func aSlowQuestionEndsSoonAfterItIsAbandonedAndTheNextOneIsAnsweredRightly() throws {
    let start = ContinuousClock.now
    #expect(try catalogue.page(slow, range: 0..<600, highlight: true).rows.count == 600)
    let whole = ContinuousClock.now - start
    // A thread may be kept waiting for longer than the question takes; not twenty times over.
    var durations: [Duration?] = []
    var wasSoon: Bool { durations.contains { $0.map { $0 < whole / 2 } ?? false } }
    while !wasSoon, durations.count < 20 {
      // One that has not read the texts yet.
      let catalogue = try fixture.updated()
      durations.append(try askAndAbandon(catalogue))
      #expect(try catalogue.retryingInterrupts { try $0.ids(.articles, "item 77") } == ["urn:77"])
    }
    #expect(wasSoon, "\(durations) of \(whole)")
  }

  @Test("A wish that comes too late ends the next question, but not one that insists on an answer")
  func aWishThatComesTooLateEndsTheNextQuestionButNotOneThatInsistsOnAnAnswer() throws {
    catalogue.interrupt()
    #expect { try catalogue.generation() } throws: { Catalogue.isInterruption($0) }
    catalogue.interrupt()
    #expect(try catalogue.retryingInterrupts { try $0.ids(.articles, "item 77") } == ["urn:77"])
  }

  @Test("Abandoned at any moment, again and again, a question asked once more has the right answer")
  func abandonedAtAnyMomentAgainAndAgainAQuestionAskedOnceMoreHasTheRightAnswer() throws {
    let stop = abandoning { Thread.sleep(forTimeInterval: 0.003) }
    var abandoned = 0
    for index in 0..<150 {
      let request = ListRequest(.articles, query: "\"item \(index)\"")
      while true {
        do {
          let page = try catalogue.page(request, range: 0..<20, highlight: true, allowsDeferredCount: true)
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
  func abandonedWhileItBeginsOrEndsAgainAndAgainAQuestionLeavesNoTransaction() throws {
    let random = Mutex(SeededGenerator(seed: 7))
    let stop = abandoning { [catalogue] in
      catalogue.interrupt()
      usleep(random.withLock { UInt32.random(in: 0..<60, using: &$0) })
    }
    var (answered, abandoned) = (0, 0)
    let start = ContinuousClock.now
    var elapsed: Duration { ContinuousClock.now - start }
    while elapsed < .seconds(2) || (answered == 0 || abandoned == 0) && elapsed < .seconds(60) {
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
