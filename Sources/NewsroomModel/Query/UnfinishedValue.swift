/// The value of a field that is being typed where a query's text ends: `vis` in `robots kind:vis`.
package struct UnfinishedValue: Hashable, Sendable {
  /// The field.
  package var field: QueryField
  /// The value so far, without its quotation mark.
  package var text: String
  /// Where the value begins, in UTF-8 offsets of the query.
  package var start: Int

  /// The value at the end of `query`; nil when that ends in something else.
  package init?(endOf query: String) {
    guard let last = QueryScanner.tokens(of: query).last, last.range.upperBound == query.utf8.count,
      case .field(let name, let values) = last.kind, let field = QueryField(name: name)
    else { return nil }
    self.field = field
    // A comma within a quotation ends no value.
    if let value = values.last, value.range.upperBound == last.range.upperBound {
      (text, start) = (value.text, value.range.lowerBound)
    } else if query.unicodeScalars.last.map({ [":", ",", "~", "：", "，", "、", "～"].contains($0) }) ?? false {
      (text, start) = ("", last.range.upperBound)
    } else {
      return nil
    }
  }

  /// `query` up to the value, and `value` in its place, quoted where it must be.
  package func completed(in query: String, with value: String) -> String {
    let field = Query(root: .field(field, [QueryValue(QueryText(value))])).description
    let printed = field.drop { $0 != ":" }.dropFirst()
    return String(decoding: query.utf8.prefix(start), as: UTF8.self) + printed
  }
}
