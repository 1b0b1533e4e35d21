/// One `FIELD=VALUE` as typed; what it means is decided by the field's kind.
public struct Assignment: Hashable, Sendable {
  public enum Operator: Hashable, Sendable {
    case set
    /// `tags+=ssi`
    case append
    /// `tags-=ssi`
    case takeAway
  }

  /// The dotted path of the field.
  public var path: String
  public var operation: Operator
  public var text: String

  public init(_ path: String, _ text: String, _ operation: Operator = .set) {
    self.path = path
    self.operation = operation
    self.text = text
  }

  /// Reads `FIELD=VALUE`, `FIELD+=VALUE` or `FIELD-=VALUE`.
  public init(typed word: String) throws(CollaborationError) {
    guard let equals = word.firstIndex(of: "=") else { throw .notAnAssignment(word) }
    var path = word[..<equals]
    switch path.last {
    case "+":
      operation = .append
      path = path.dropLast()
    case "-":
      operation = .takeAway
      path = path.dropLast()
    default: operation = .set
    }
    guard !path.isEmpty else { throw .notAnAssignment(word) }
    self.path = String(path)
    text = String(word[word.index(after: equals)...])
  }
}
