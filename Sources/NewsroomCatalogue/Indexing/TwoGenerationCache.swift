/// Values that were used lately. There may be any number of keys, and this many of them are remembered at least.
///
/// When there is no more room, those that were used since the last time are kept and the others forgotten: what is in use all the
/// time is not looked up anew. An archive of a million articles is linked with some fifty thousand records.
struct TwoGenerationCache<Key: Hashable, Value> {
  private var recent: [Key: Value] = [:]
  private var former: [Key: Value] = [:]
  private let capacity: Int

  init(capacity: Int = 50_000) { self.capacity = capacity }

  subscript(key: Key) -> Value? {
    mutating get {
      if let value = recent[key] { return value }
      guard let value = former[key] else { return nil }
      self[key] = value
      return value
    }
    set {
      if recent.count >= capacity { (former, recent) = (recent, [:]) }
      recent[key] = newValue
    }
  }
}
