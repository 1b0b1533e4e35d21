import JSONTree

/// Something a document can be found by without being read.
public enum DocumentName: Hashable, Sendable {
  /// It mentions this id anywhere.
  case mentions(DocumentID)
  /// It has this value where its type is looked up by it, nothing if that is empty; case does not
  /// count.
  case has(String, at: JSONPath)

  var text: String {
    switch self {
    case .mentions(let id): id
    case .has(let value, let path): DocumentTerms.key(path, value)
    }
  }
}
