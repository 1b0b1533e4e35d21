import Insights
import JSONTree

/// Sites of one region, cohort or kind together: counts, and never an average of anything.
public struct SiteGroup: Sendable {
  /// Scores are ordinal: what can be said of many is how many have come so far.
  public static let farScore = 3.5

  /// A reason with the number of sites that have it.
  public struct ReasonCount: Hashable, Sendable {
    public var kind: AttentionReason.Kind
    public var sites: Int
  }

  /// How many of the sites with a score are at `farScore` or above.
  public struct Standing: Hashable, Sendable {
    public var far = 0
    public var scored = 0

    public init(far: Int = 0, scored: Int = 0) {
      self.far = far
      self.scored = scored
    }

    mutating func count(_ score: Double?) {
      guard let score else { return }
      scored += 1
      if score >= SiteGroup.farScore { far += 1 }
    }
  }

  public var grouping: PortfolioQuery.Grouping
  /// As the documents have it; empty where nobody said.
  public var value: String
  public var label: String
  public var sites = 0
  public var inNeed = 0
  public var withNews = 0
  /// Most pressing first.
  public var reasons: [ReasonCount] = []
  public var team = Standing()
  public var coach = Standing()
  /// Charts that became worse, and better.
  public var unfavourable = 0
  public var favourable = 0
  /// Sites whose numbers are overdue.
  public var overdue = 0
  public var openQuestions = 0
  public var key: String { "\(grouping.rawValue) \(value)" }
}

extension SiteGroup {
  /// Puts sites together.
  ///
  /// - Parameter label: how a value is read.
  /// - Returns: the groups in the order of their labels, sites that say nothing last.
  /// - Complexity: O(sites × reasons).
  static func all(
    of rows: [SiteRow], by grouping: PortfolioQuery.Grouping, label: (String) -> String
  ) -> [SiteGroup] {
    var groups: [String: SiteGroup] = [:]
    for row in rows {
      let value = row.facets[grouping.facet]?.first ?? SiteFacetValue.unsaid
      groups[
        value, default: SiteGroup(grouping: grouping, value: value, label: label(value))
      ].count(row)
    }
    return groups.values.sorted {
      ($0.value.isEmpty ? 1 : 0, $0.label, $0.value)
        < ($1.value.isEmpty ? 1 : 0, $1.label, $1.value)
    }
  }

  private mutating func count(_ row: SiteRow) {
    sites += 1
    if !row.reasons.isEmpty { inNeed += 1 }
    if row.newReasons > 0 { withNews += 1 }
    for kind in Set(row.reasons.map(\.kind)) {
      if let place = reasons.firstIndex(where: { $0.kind == kind }) {
        reasons[place].sites += 1
      } else {
        reasons.append(ReasonCount(kind: kind, sites: 1))
      }
    }
    reasons.sort { $0.kind < $1.kind }
    team.count(row.teamScore)
    coach.count(row.coachScore)
    unfavourable += row.unfavourable
    favourable += row.favourable
    if row.isOverdue { overdue += 1 }
    openQuestions += row.openQuestions
  }
}

extension SiteGroup {
  /// As the command line gives it to scripts.
  public var json: JSON {
    func standing(_ standing: Standing) -> JSON {
      ["atOrAbove": JSON(Self.farScore), "sites": JSON(standing.far), "of": JSON(standing.scored)]
    }
    return [
      "by": .string(grouping.rawValue), "value": .string(value), "label": .string(label),
      "sites": JSON(sites), "inNeed": JSON(inNeed), "withNews": JSON(withNews),
      "reasons": .array(
        reasons.map { ["kind": .string($0.kind.rawValue), "sites": JSON($0.sites)] }),
      "teamScore": standing(team), "coachScore": standing(coach),
      "unfavourable": JSON(unfavourable), "favourable": JSON(favourable),
      "overdue": JSON(overdue), "openQuestions": JSON(openQuestions),
    ]
  }
}
