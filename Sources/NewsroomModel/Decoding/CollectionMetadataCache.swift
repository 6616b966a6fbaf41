import Synchronization

/// What a feed or a collection says of records that does not stand in the records themselves.
enum CollectionMetadata: Sendable {
  /// What a JSON Feed says for all of its items.
  case feed(JSONFeed.Frame)
  /// What a Popolo collection says of its persons.
  case popolo(PopoloFrame)

  /// Whether the records are items of a feed.
  var isFeed: Bool { if case .feed = self { true } else { false } }

  /// The record with what is said of it.
  func complete(_ record: Record) -> Record {
    switch (self, record) {
    case (.feed(let frame), .article(var article)):
      frame.complete(&article)
      return .article(article)
    case (.popolo(let frame), .person(var person)):
      person.memberships += frame.memberships[person.id]?.map(\.membership) ?? []
      return .person(person)
    default: return record
    }
  }
}

/// A membership that stands apart from its person, and where.
struct DetachedMembership: Sendable {
  let membership: Membership
  let range: Range<Int>
}

/// A feed or collection in a file: where it stands, and what it says.
struct DescribedCollection: Sendable {
  let range: Range<Int>
  let frame: CollectionMetadata
}

/// What the feeds and collections that were read lately say, so that a record of theirs is read again without the rest of
/// the file.
final class CollectionMetadataCache: Sendable {
  private struct Known: Sendable {
    let fingerprint: [Int64]
    let collections: [DescribedCollection]
  }

  private let known = Mutex<[(path: String, file: Known)]>([])
  /// So many files; what is kept of one is small beside it.
  private static let most = 8

  /// The collection around a byte of a file; nil where it stands in none.
  /// - Parameter opened: the file, opened just now: it tells whether what is known of it is still true.
  func collection(
    around offset: Int, of file: DataFile, _ opened: borrowing OpenFile, below root: String
  ) -> DescribedCollection? {
    let fingerprint = [Int64(opened.size), opened.modified, opened.changed]
    let found =
      known.withLock { known in known.first { $0.path == file.path && $0.file.fingerprint == fingerprint }?.file }
      ?? read(file, fingerprint, below: root)
    return found.collections.last { $0.range.contains(offset) }
  }

  private func read(_ file: DataFile, _ fingerprint: [Int64], below root: String) -> Known {
    let context = DecodingContext(path: file.path, reports: false)
    var collections: [DescribedCollection] = []
    context.visitCollection = { collections.append($0) }
    FileReader(file: file, context: context).read(below: root) { _ in }
    let read = Known(fingerprint: fingerprint, collections: collections)
    known.withLock { known in
      known.removeAll { $0.path == file.path }
      known.insert((file.path, read), at: 0)
      if known.count > Self.most { known.removeLast() }
    }
    return read
  }
}
