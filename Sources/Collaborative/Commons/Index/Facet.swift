import Improvement

/// What the commons can be narrowed by.
public enum Facet: String, CaseIterable, Hashable, Sendable {
  case kind, driver, audience, perspective, evidence, context, language, site

  public var label: String {
    switch self {
    case .kind: "Kind"
    case .driver: "Works on"
    case .audience: "For whom"
    case .perspective: "Whose view"
    case .evidence: "How well tried"
    case .context: "Where tested"
    case .language: "Language"
    case .site: "Site"
    }
  }
}

/// One value of a facet, and how many there are that have it and fit everything else chosen.
public struct FacetCount: Hashable, Sendable {
  /// As the documents have it: a word, a text, an id.
  public var value: String
  /// As a person reads it.
  public var label: String
  public var count: Int
  public var isChosen: Bool

  public init(value: String, label: String, count: Int, isChosen: Bool) {
    self.value = value
    self.label = label
    self.count = count
    self.isChosen = isChosen
  }
}

/// What somebody looks for in the commons.
///
/// The values of one facet are alternatives, the facets must all fit, and so must all words.
public struct CommonsQuery: Hashable, Sendable {
  public enum Order: String, CaseIterable, Hashable, Sendable {
    /// The best fit first.
    case relevance
    /// What most sites tried first.
    case adoption
    /// The newest first.
    case recency

    public var label: String {
      switch self {
      case .relevance: "best fit first"
      case .adoption: "most tried first"
      case .recency: "newest first"
      }
    }
  }

  public var words: String
  public var facets: [Facet: Set<String>]
  /// Nil for the best fit where there are words, else what was most tried.
  public var order: Order?
  /// Whether the last word may go on.
  public var isTyping: Bool
  /// Only what the person who asks, or their sites, shared.
  public var isMine: Bool
  /// How many are wanted.
  public var limit: Int

  public init(
    words: String = "", facets: [Facet: Set<String>] = [:], order: Order? = nil,
    isTyping: Bool = false, isMine: Bool = false, limit: Int = .max
  ) {
    self.words = words
    self.facets = facets.filter { !$0.value.isEmpty }
    self.order = order
    self.isTyping = isTyping
    self.isMine = isMine
    self.limit = limit
  }

  /// The order that is meant where none was asked for.
  public var shownOrder: Order {
    order ?? (words.allSatisfy(\.isWhitespace) ? .adoption : .relevance)
  }
}
