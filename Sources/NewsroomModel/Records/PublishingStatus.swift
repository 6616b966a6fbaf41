/// Whether an article may be published, in the terms of ninjs: what the query field `status:` asks for.
package enum PublishingStatus: String, CaseIterable, Sendable {
  /// It may; also where nothing is said.
  case usable
  /// Not now.
  case withheld
  /// Never, or not any more. Lists leave these out unless the query asks with `status:`.
  case canceled
  /// Not before a date. That date may have passed: a status does not change with the clock.
  case embargoed

  /// Whether lists leave such articles out.
  package var isHidden: Bool { self == .canceled }

  /// The status that what was typed or written stands for.
  package init?(name: String) {
    if let status = PublishingStatus(rawValue: name) {
      self = status
      return
    }
    let name = name.lowercased()
    guard let status = PublishingStatus(rawValue: name == "cancelled" ? "canceled" : name) else { return nil }
    self = status
  }
}

extension Article {
  /// Whether the article may be published. Where two things are said, the graver one counts.
  package var status: PublishingStatus {
    let said = pubStatus.flatMap(PublishingStatus.init(name:)) ?? .usable
    return said == .usable && embargoed != nil ? .embargoed : said
  }
}
