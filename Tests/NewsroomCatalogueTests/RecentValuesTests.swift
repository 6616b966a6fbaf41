import Testing

@testable import NewsroomCatalogue

@Suite("Values that were used lately")
struct RecentValuesTests {
  @Test("What is used all the time stays, however much else comes by; what is not is forgotten")
  func whatIsUsedAllTheTimeStaysHoweverMuchElseComesByWhatIsNotIsForgotten() {
    var values = TwoGenerationCache<Int, String>(capacity: 10)
    values[-1] = "often"
    values[-2] = "once"
    for key in 0..<100 {
      values[key] = String(key)
      #expect(values[-1] == "often")
    }
    #expect(values[-2] == nil)
    #expect((90..<100).allSatisfy { values[$0] == String($0) })
  }
}
