import Improvement

/// Which sites of a portfolio somebody wants to see, and how.
public struct PortfolioQuery: Hashable, Sendable {
  /// By what sites are put together.
  public enum Grouping: String, CaseIterable, Hashable, Sendable {
    case region, cohort, kind

    public var facet: SiteFacet {
      switch self {
      case .region: .region
      case .cohort: .cohort
      case .kind: .kind
      }
    }

    public var label: String {
      switch self {
      case .region: "region"
      case .cohort: "cohort"
      case .kind: "kind of site"
      }
    }
  }

  public var words: String
  /// The values of one facet are alternatives, the facets must all fit, and so must all words.
  public var facets: [SiteFacet: Set<String>]
  /// The measure that is looked at; nil for each site's first outcome.
  public var measure: String?

  public init(
    words: String = "", facets: [SiteFacet: Set<String>] = [:], measure: String? = nil
  ) {
    self.words = words
    self.facets = facets.filter { !$0.value.isEmpty }
    self.measure = measure
  }

  /// Whether nothing but the site's own document is asked, and something is.
  var narrowsBySite: Bool {
    !words.allSatisfy(\.isWhitespace) || facets.keys.contains { $0.isOfSite }
  }

  func admits(_ values: [SiteFacet: Set<String>], besides facet: SiteFacet? = nil) -> Bool {
    facets.allSatisfy { chosen, wanted in
      chosen == facet || values[chosen].map { !$0.isDisjoint(with: wanted) } ?? true
    }
  }
}

/// The sites that fit, those that need somebody most first, and what is said about them.
public struct PortfolioRows: RandomAccessCollection, Sendable {
  public var rows: [SiteRow]
  /// How many fit; the rows are the first of them.
  public var total: Int
  /// How many there are when nothing is looked for.
  public var all: Int
  /// What is chosen of the facets, in words.
  public var chosen: [String]
  /// The measure that is looked at; nil where each site shows its own.
  public var measure: String?

  public init(
    _ rows: [SiteRow] = [], total: Int? = nil, all: Int? = nil, chosen: [String] = [],
    measure: String? = nil
  ) {
    self.rows = rows
    self.total = total ?? rows.count
    self.all = all ?? rows.count
    self.chosen = chosen
    self.measure = measure
  }

  public var startIndex: Int { rows.startIndex }
  public var endIndex: Int { rows.endIndex }
  public subscript(index: Int) -> SiteRow { rows[index] }
}
