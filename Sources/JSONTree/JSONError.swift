/// Why a text is not a document, and where.
public struct JSONError: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case empty
    case byteOrderMark
    case invalidUTF8
    case unexpected(byte: UInt8, expected: String)
    case endOfText(expected: String)
    case textAfterTheEnd
    case trailingComma
    case duplicateKey(String)
    case badNumber
    case badEscape
    case loneSurrogate
    case controlCharacter(UInt8)
    case tooDeep(limit: Int)
    case tooLong(limit: Int)
    case stringTooLong(limit: Int)
  }

  public var reason: Reason
  /// Counted in bytes from 0.
  public var offset: Int
  /// Counted from 1; a column is a byte.
  public var line: Int
  public var column: Int
}

extension JSONError: CustomStringConvertible {
  /// Where it is and what is wrong, in words.
  public var description: String { "line \(line), column \(column): \(reason)" }
}

extension JSONError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "the text is empty"
    case .byteOrderMark: "the text starts with a byte order mark; save it as plain UTF-8"
    case .invalidUTF8: "these bytes are not UTF-8"
    case .unexpected(let byte, let expected): "found \(Self.name(byte)) instead of \(expected)"
    case .endOfText(let expected): "the text ends where \(expected) should stand"
    case .textAfterTheEnd: "something follows after the end of the value"
    case .trailingComma: "a comma stands before the closing bracket"
    case .duplicateKey(let key): "the field \"\(key)\" stands here twice"
    case .badNumber: "this is not a number as JSON writes it"
    case .badEscape: "this backslash escape does not exist"
    case .loneSurrogate: "half a surrogate pair stands alone"
    case .controlCharacter(let byte): "a control character (\(byte)) stands unescaped in a text"
    case .tooDeep(let limit): "it is nested more than \(limit) levels deep"
    case .tooLong(let limit): "it is longer than \(limit) bytes"
    case .stringTooLong(let limit): "a text in it is longer than \(limit) bytes"
    }
  }

  private static func name(_ byte: UInt8) -> String {
    byte > 32 && byte < 127 ? "'\(Character(UnicodeScalar(byte)))'" : "byte \(byte)"
  }
}
