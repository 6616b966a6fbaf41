extension DataDirectory {
  /// A record as a text of JSON that says by itself what is known of it; nil when the record with this address is not there any
  /// more. It stands in its file like this, byte for byte, unless it is told by more than itself: an item of a feed is put into a feed
  /// of its own, a person of a collection takes its memberships along, and an event that an article announces becomes one of Popolo.
  /// - Parameter location: where it stood when its file was read.
  package func bytes(of address: RecordAddress, at location: RecordLocation) -> [UInt8]? {
    guard let text = text(address.kind, at: location), text.located.record.address == address else { return nil }
    switch (text.collection?.frame, text.located.record) {
    case (.feed(let frame)?, .article): return frame.feed(of: text.bytes)
    case (.popolo(let frame)?, .person(let person)):
      guard let apart = frame.memberships[person.id], let file = try? OpenFile(root + "/" + location.path) else {
        return text.bytes
      }
      let texts = apart.compactMap { try? file.bytes(at: $0.range.lowerBound, length: $0.range.count) }
      return texts.count == apart.count ? RawObject.appending(texts, to: "memberships", of: text.bytes) : nil
    case (_, .event(let event)) where self.text(.article, at: location) != nil: return event.popolo
    default: return text.bytes
    }
  }
}

extension Event {
  /// What an article may announce of an event, as Popolo has it.
  fileprivate var popolo: [UInt8] {
    let announced = AnnouncedEvent(
      id: id, name: name, description: description, startDate: startDate?.description, endDate: endDate?.description,
      location: location, status: status, sources: sources.compactMap(\.url).map { ["url": $0] })
    return RawObject.encoded(announced).bytes
  }

  private struct AnnouncedEvent: Encodable {
    let id: String
    let name: String
    let description: String?
    let startDate: String?
    let endDate: String?
    let location: String?
    let status: String?
    let sources: [[String: String]]

    enum CodingKeys: String, CodingKey {
      case id, name, description, location, status, sources
      case startDate = "start_date"
      case endDate = "end_date"
    }
  }
}
