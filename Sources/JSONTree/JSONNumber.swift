/// A number exactly as it was written.
///
/// `1.0`, `1` and `1e0` are three literals: a document that someone else's program wrote comes back
/// byte for byte. Two numbers are equal when their literals are.
public struct JSONNumber: Hashable, Sendable {
  public let literal: String

  public init(_ value: Int) { literal = String(value) }

  /// The shortest literal that reads back as the same value; nil for infinity and not-a-number.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    let text = String(value)
    literal = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Trusts the caller that this is a JSON number; only the parser can know.
  init(literal: String) { self.literal = literal }

  /// A number typed by a person or found in a table, when it is a JSON number or close to one
  /// (`+3`, `.5` and `5.` are taken).
  public init?(typed text: String) {
    guard let value = Double(text), value.isFinite,
      text.utf8.allSatisfy({ (48...57).contains($0) || ".+-eE".utf8.contains($0) })
    else { return nil }
    if let whole = Int(text) { self.init(whole) } else { self.init(value) }
  }

  /// The nearest double; infinite literals such as `1e999` give nil.
  public var double: Double? {
    // Most numbers are small and whole, which is quicker to read.
    if literal.utf8.count < 16, literal.utf8.first != UInt8(ascii: "-"), let whole = Int(literal) {
      return Double(whole)
    }
    guard let value = Double(literal), value.isFinite else { return nil }
    return value
  }

  /// The value as a whole number, also of `3.0` and `3e2`; nil where it is not one.
  public var int: Int? {
    if let value = Int(literal) { return value }
    guard let value = double, value == value.rounded(), abs(value) < 9.0e15 else { return nil }
    return Int(value)
  }
}
