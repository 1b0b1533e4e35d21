import JSONTree

/// A window on the documents of a type: which, in what order, and from where to where.
public struct Query: Sendable {
  public struct SortKey: Sendable, Hashable {
    public var path: JSONPath
    public var isDescending: Bool

    public init(_ path: JSONPath, isDescending: Bool = false) {
      self.path = path
      self.isDescending = isDescending
    }
  }

  public var type: String
  public var filter: Filter
  /// The filter lets no document through that bears none of these names; nil where it may let any
  /// through. Only a search makes use of it.
  public var possible: Set<DocumentName>?
  /// The filter lets every document through that bears one of these names. Only a search makes use
  /// of it.
  public var certain: Set<DocumentName> = []
  /// Words that must all be found in the type's searchable fields; case and accents do not count.
  public var words: String
  /// The first decides; ids decide last. Documents without the value come behind the others.
  public var sort: [SortKey]
  public var offset: Int
  public var limit: Int
  /// What of a document decides its place in the order; not all of it is for everybody.
  public var reading: @Sendable (StoredDocument) -> JSON

  public init(
    type: String, filter: Filter = .all, words: String = "", sort: [SortKey] = [],
    offset: Int = 0, limit: Int = 200,
    reading: @escaping @Sendable (StoredDocument) -> JSON = { $0.tree }
  ) {
    self.type = type
    self.filter = filter
    self.words = words
    self.sort = sort
    self.offset = offset
    self.limit = limit
    self.reading = reading
  }
}

/// The rows in a query's window.
public struct Page: Sendable {
  public let rows: [StoredDocument]
  /// All that the query finds, in the window or not.
  public let total: Int
  /// What the store had seen when the page was made.
  public let generation: Int
}

extension DocumentStore {
  /// The documents a query finds, as far as its window shows them.
  ///
  /// Complexity: O(n) for n documents of the type, O(n log n) with a sort; see `search` for words.
  public func query(_ query: Query) throws(StoreError) -> Page {
    let schema = try schema(query.type)
    let generation = generation
    let words = SearchText.words(in: query.words)
    // A zero ends a word where words are kept, and other orders than that of ids take all documents.
    let isSearch = !words.isEmpty && !words.contains { $0.bytes.contains(0) }
    if isSearch, query.sort.isEmpty {
      let (rows, total) = try search(query, words, schema)
      return Page(rows: rows, total: total, generation: generation)
    }
    var found = try documents(ofType: query.type)
    if case .all = query.filter {} else { found = found.filter(query.filter.accepts) }
    if !words.isEmpty { found = found.filter { schema.has(words, $0.tree) } }
    let sorted =
      query.sort.isEmpty ? found : Ordering.sort(found, by: query.sort, reading: query.reading)
    let start = min(max(0, query.offset), sorted.count)
    let end = start + min(max(0, query.limit), sorted.count - start)
    return Page(rows: Array(sorted[start..<end]), total: sorted.count, generation: generation)
  }
}

/// The order of documents by values in them.
enum Ordering {
  /// A value as it is compared: numbers before texts before everything else.
  enum Key {
    case number(Double)
    case text([UInt8])
    case truth(Bool)
    case nothing
  }

  static func sort(
    _ documents: [StoredDocument], by keys: [Query.SortKey],
    reading: (StoredDocument) -> JSON = { $0.tree }
  ) -> [StoredDocument] {
    let keyed = documents.map { document in
      let tree = reading(document)
      return (document, keys.map { key(of: tree[$0.path]) })
    }
    return keyed.sorted { left, right in
      for (index, key) in keys.enumerated() {
        let order = compare(left.1[index], right.1[index], isDescending: key.isDescending)
        if order != 0 { return order < 0 }
      }
      return left.0.id < right.0.id
    }.map(\.0)
  }

  static func key(of value: JSON?) -> Key {
    switch value {
    case .number(let number): number.double.map(Key.number) ?? .nothing
    case .string(let text): .text(SearchText(text).bytes)
    case .bool(let value): .truth(value)
    default: .nothing
    }
  }

  /// Negative where the left comes first.
  static func compare(_ left: Key, _ right: Key, isDescending: Bool) -> Int {
    let order: Int
    switch (left, right) {
    case (.nothing, .nothing): return 0
    case (.nothing, _): return 1
    case (_, .nothing): return -1
    case (.number(let a), .number(let b)): order = a < b ? -1 : a > b ? 1 : 0
    case (.text(let a), .text(let b)):
      order = a.lexicographicallyPrecedes(b) ? -1 : b.lexicographicallyPrecedes(a) ? 1 : 0
    case (.truth(let a), .truth(let b)): order = a == b ? 0 : a ? 1 : -1
    default: order = rank(left) - rank(right)
    }
    return isDescending ? -order : order
  }

  private static func rank(_ key: Key) -> Int {
    switch key {
    case .number: 0
    case .text: 1
    case .truth: 2
    case .nothing: 3
    }
  }
}
