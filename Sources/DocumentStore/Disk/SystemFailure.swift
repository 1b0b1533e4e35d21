import Glibc

/// A system call that did not succeed.
public struct SystemFailure: Error, Hashable, Sendable {
  /// The call in a verb: "open", "write", "rename".
  public let operation: String
  /// The `errno` it left.
  public let code: Int32

  /// The code of a name that is taken already.
  static let nameTaken = EEXIST

  public init(_ operation: String, code: Int32) {
    self.operation = operation
    self.code = code
  }
}
