import JSONTree

/// Which documents are wanted, as data.
public indirect enum Filter: Sendable {
  case all
  /// The value at the path is this one; null also where there is none.
  case equals(JSONPath, JSON)
  /// The text at the path, or one of the texts in the array there, has this part; case and accents
  /// do not count.
  case contains(JSONPath, String)
  /// The array at the path has this element.
  case includes(JSONPath, JSON)
  case and([Filter])
  case or([Filter])
  case not(Filter)
  case matches(@Sendable (StoredDocument) -> Bool)

  public func accepts(_ document: StoredDocument) -> Bool {
    switch self {
    case .all: true
    case .equals(let path, let value): (document.tree[path] ?? .null) == value
    case .contains(let path, let part):
      SearchText.texts(in: document.tree[path]).contains { SearchText($0).contains(part) }
    case .includes(let path, let element): document.tree[path]?.array?.contains(element) == true
    case .and(let filters): filters.allSatisfy { $0.accepts(document) }
    case .or(let filters): filters.contains { $0.accepts(document) }
    case .not(let filter): !filter.accepts(document)
    case .matches(let predicate): predicate(document)
    }
  }
}
