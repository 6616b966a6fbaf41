import Foundation
import Testing

@testable import NewsroomModel

@Suite("JSON Schemas of the records")
struct SchemaTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("Each is JSON and names every key that is read today", arguments: RecordKind.allCases)
  func eachIsJSONAndNamesEveryKeyThatIsReadToday(_ kind: RecordKind) throws {
    let schema = try object(NewsroomSchemas.schema(of: kind))
    let properties = try #require(schema["properties"] as? [String: Any])
    let shape = ObjectSchema.shape(of: kind)
    #expect(Set(properties.keys) == Set(shape.suggestedNames))
    #expect(schema["additionalProperties"] as? Bool == false)
  }

  @Test("Every reference within a schema leads somewhere", arguments: RecordKind.allCases)
  func everyReferenceWithinASchemaLeadsSomewhere(_ kind: RecordKind) throws {
    let text = NewsroomSchemas.schema(of: kind)
    let definitions = try object(text)["$defs"] as? [String: Any] ?? [:]
    for line in text.split(separator: "\n") where line.contains("\"$ref\"") {
      let name = line.split(separator: "/").last?.prefix { $0 != "\"" } ?? ""
      #expect(definitions[String(name)] != nil, "\(name)")
    }
  }

  @Test("All of them are one JSON object by kind")
  func allOfThemAreOneJSONObjectByKind() throws {
    #expect(Set(try object(NewsroomSchemas.all).keys) == Set(RecordKind.allCases.map(\.rawValue)))
  }

  @Test("What is read is what is documented: no shape has more than 64 keys or two of one name")
  func whatIsReadIsWhatIsDocumentedNoShapeHasMoreThan64KeysOrTwoOfOneName() {
    for kind in RecordKind.allCases {
      let names = ObjectSchema.shape(of: kind).keys.map(\.name.description)
      #expect(Set(names).count == names.count)
      for name in names { #expect(ObjectSchema.shape(of: kind).index(ofName: name) == names.firstIndex(of: name)) }
    }
  }
}
