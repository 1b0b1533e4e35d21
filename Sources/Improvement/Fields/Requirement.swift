import JSONTree

/// When a field must be filled in.
///
/// Requirements are few: an incomplete cycle can be saved, and good practice is advice.
public enum Requirement: Hashable, Sendable {
  case always
  case when(FieldCondition)
  case never

  /// Whether the field is required in a document, or in a record of one.
  public func isDemanded(in tree: JSON) -> Bool {
    switch self {
    case .always: true
    case .when(let condition): condition.isMet(in: tree)
    case .never: false
    }
  }
}

/// A state of a document in which a field is needed, with the words for it.
public enum FieldCondition: Hashable, Sendable {
  /// The field at the path is one of these words.
  case isOneOf(JSONPath, [String])
  /// Something stands at the path.
  case isFilled(JSONPath)

  public func isMet(in tree: JSON) -> Bool {
    switch self {
    case .isOneOf(let path, let values):
      tree[path]?.string.map(values.contains) ?? false
    case .isFilled(let path):
      tree[path].map { !$0.isBlank } ?? false
    }
  }

  /// Completes "needed when …".
  public var words: String {
    switch self {
    case .isOneOf(let path, let values): "\(path) is \(values.joined(separator: " or "))"
    case .isFilled(let path): "\(path) is filled in"
    }
  }
}

extension JSON {
  /// Whether nothing is said here: null, an empty text or list, or an object of such.
  public var isBlank: Bool {
    switch self {
    case .null: true
    case .bool, .number: false
    case .string(let text): text.allSatisfy(\.isWhitespace)
    case .array(let elements): elements.isEmpty
    case .object(let object): object.fields.allSatisfy(\.value.isBlank)
    }
  }
}
