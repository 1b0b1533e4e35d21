/// The rows of the commons that fit what somebody looks for, and what is said about them.
public struct CommonsRows: RandomAccessCollection, Sendable {
  public var rows: [CommonsRow]
  /// All that fits; the rows are the first of them.
  public var total: Int
  /// How many there are when nothing is looked for.
  public var all: Int
  /// The words that were looked for, so that they can be pointed out.
  public var sought: [SoughtWord]
  /// What may have been meant, where nothing fits the words.
  public var suggestion: String?
  /// What is chosen of the facets, in words.
  public var chosen: [String]

  public init(
    _ rows: [CommonsRow] = [], total: Int? = nil, all: Int? = nil, sought: [SoughtWord] = [],
    suggestion: String? = nil, chosen: [String] = []
  ) {
    self.rows = rows
    self.total = total ?? rows.count
    self.all = all ?? rows.count
    self.sought = sought
    self.suggestion = suggestion
    self.chosen = chosen
  }

  public var startIndex: Int { rows.startIndex }
  public var endIndex: Int { rows.endIndex }
  public subscript(index: Int) -> CommonsRow { rows[index] }
}
