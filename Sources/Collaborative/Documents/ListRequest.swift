import DocumentStore
import Improvement

/// Which documents someone wants to see.
public struct ListRequest: Hashable, Sendable {
  public struct Condition: Hashable, Sendable {
    public var field: String
    public var value: String

    public init(field: String, value: String) {
      self.field = field
      self.value = value
    }
  }

  public var type: DocumentType
  /// All of them hold.
  public var conditions: [Condition]
  /// Words that all occur.
  public var search: String
  /// A field's path, with `-` in front for the largest first; nil for the order of making.
  public var sort: String?
  public var offset: Int
  public var limit: Int

  public init(
    type: DocumentType, conditions: [Condition] = [], search: String = "", sort: String? = nil,
    offset: Int = 0, limit: Int = .max
  ) {
    self.type = type
    self.conditions = conditions
    self.search = search
    self.sort = sort
    self.offset = offset
    self.limit = limit
  }
}

/// A window of what was found.
public struct ListPage: Sendable {
  public var rows: [StoredDocument]
  /// How many there are in all.
  public var total: Int
  public var generation: Int
}
