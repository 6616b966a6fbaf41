/// A sentence at the foot of the screen: why a key did nothing, what was done, what went wrong.
package struct Notice: Equatable, Sendable {
  package enum Kind: Equatable, Sendable { case information, failure }
  package var kind: Kind
  package var message: String
}
