import Improvement
import Insights

/// What a list can be narrowed by, one value or several of each.
public protocol NarrowingFacet: CaseIterable, Hashable, RawRepresentable, Sendable
where AllCases == [Self], RawValue == String {
  var label: String { get }
}

extension Facet: NarrowingFacet {}

/// What a portfolio can be narrowed by.
public enum SiteFacet: String, NarrowingFacet {
  case region, cohort, kind, reason, finding, data, coach

  public var label: String {
    switch self {
    case .region: "Region"
    case .cohort: "Cohort"
    case .kind: "Kind of site"
    case .reason: "Needs you because"
    case .finding: "The measure is"
    case .data: "Numbers"
    case .coach: "Coach"
    }
  }

  /// Whether it stands in the site's own document, so that no site's work has to be read for it.
  var isOfSite: Bool {
    switch self {
    case .region, .cohort, .kind, .coach: true
    case .reason, .finding, .data: false
    }
  }
}

/// Values that stand for something found rather than for a word of a document.
enum SiteFacetValue {
  /// Of reasons: something is new since the last review, or nothing needs anybody.
  static let new = "new"
  static let nothing = "nothing"
  static let overdue = "overdue"
  static let upToDate = "up-to-date"
  /// Of region, cohort and the rest: nobody said.
  static let unsaid = ""
}

extension SiteFacet {
  /// The values there can be, where they are not whatever sites say.
  var knownValues: [String] {
    switch self {
    case .kind: SiteKind.allCases.map(\.rawValue)
    case .reason:
      AttentionReason.Kind.allCases.map(\.rawValue) + [SiteFacetValue.new, SiteFacetValue.nothing]
    case .data: [SiteFacetValue.overdue, SiteFacetValue.upToDate]
    case .region, .cohort, .coach: [SiteFacetValue.unsaid]
    case .finding: []
    }
  }

  /// A value as a person reads it.
  ///
  /// - Parameter name: what the member with an id is called.
  func label(of value: String, naming name: (String) -> String) -> String {
    switch self {
    case .region, .cohort: value.isEmpty ? "not said" : value
    case .kind: SiteKind(rawValue: value)?.label ?? value
    case .coach: value.isEmpty ? "nobody" : name(value)
    case .finding: value
    case .data: value == SiteFacetValue.overdue ? "overdue" : "up to date"
    case .reason:
      switch value {
      case SiteFacetValue.new: "something new since the review"
      case SiteFacetValue.nothing: "nothing just now"
      default: AttentionReason.Kind(rawValue: value)?.label ?? value
      }
    }
  }
}

extension Site {
  /// The values of what stands in the site's own document; one that says nothing has an empty one.
  var facets: [SiteFacet: Set<String>] {
    [
      .region: [region ?? SiteFacetValue.unsaid], .cohort: [cohort ?? SiteFacetValue.unsaid],
      .kind: [kind.rawValue],
      .coach: coachIds.isEmpty ? [SiteFacetValue.unsaid] : Set(coachIds),
    ]
  }
}
