/// Keys by which names are found that may match another: two names that share none are not compared.
package enum NameKeys {
  /// Keys of the words of a name: how each sounds, its consonants, and the initials of a long name.
  package static func keys(of name: PreparedName) -> Set<String> {
    var keys: Set<String> = []
    let tokens = Array(name.tokens.prefix(16))
    for token in tokens where !token.isParticle && token.letters.count > 1 { add(token, to: &keys) }
    // A word that is divided elsewhere is found by its consonants.
    for index in tokens.indices.dropFirst() {
      addConsonants(of: tokens[index - 1].skeleton + tokens[index].skeleton, to: &keys)
    }
    if name.kind == .organisation {
      let initials = tokens.filter { !$0.isParticle }.compactMap(\.letters.first)
      if initials.count >= 2 { keys.insert("a:" + text(initials)) }
      for token in tokens where (2...8).contains(token.letters.count) { keys.insert("a:" + text(token.letters)) }
    }
    return keys
  }

  private static func add(_ token: NameToken, to keys: inout Set<String>) {
    keys.insert("s:" + text(token.skeleton.prefix(12)))
    addConsonants(of: token.skeleton, to: &keys)
  }

  private static func addConsonants(of skeleton: [UInt32], to keys: inout Set<String>) {
    var consonants: [UInt32] = []
    for letter in skeleton where !vowels.contains(letter) && consonants.last != letter { consonants.append(letter) }
    if consonants.count >= 2 { keys.insert("c:" + text(consonants.prefix(6))) }
  }

  private static let vowels = Set("aeiouyh".unicodeScalars.map(\.value))

  private static func text(_ letters: some Sequence<UInt32>) -> String {
    String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init)))
  }
}
