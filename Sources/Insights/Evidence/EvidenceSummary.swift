import Improvement

/// What came of a resource wherever it was tried, as openly for failures as for successes.
///
/// Every number is a group of sites that can be looked at.
public struct EvidenceSummary: Sendable {
  /// A group of sites that a number counts.
  public enum Group: String, CaseIterable, Hashable, Sendable {
    case everyone, tried, judged, better, unchanged, worse
    case improvingAlready = "improving-already"
    case notJudged = "not-judged"
    case inUse = "in-use"
    case testing, stopped, considering, declined
  }

  /// One for each site: where a site tried it more than once, the try that can be judged, else the
  /// one that went furthest.
  public let sites: [AdoptionJudgement]
  /// How many of those judged would look better, and worse, if nothing had changed anywhere.
  public let betterByChance: Double
  public let worseByChance: Double

  public init(_ all: [AdoptionJudgement]) {
    var bySite: [String: AdoptionJudgement] = [:]
    var order: [String] = []
    for judgement in all {
      let site = judgement.adoption.site
      guard let known = bySite[site] else {
        bySite[site] = judgement
        order.append(site)
        continue
      }
      if judgement.standing > known.standing { bySite[site] = judgement }
    }
    sites = order.compactMap { bySite[$0] }
    let chances = sites.compactMap { $0.adoption.isTry ? $0.deciding?.chance : nil }
    betterByChance = chances.reduce(0) { $0 + $1.better }
    worseByChance = chances.reduce(0) { $0 + $1.worse }
  }

  /// The sites that a number counts.
  public func sites(_ group: Group) -> [AdoptionJudgement] {
    sites.filter { $0.belongs(to: group) }
  }

  public func count(_ group: Group) -> Int { sites(group).count }

  /// Those of the judged whose outcome could not be: what is told of them is how reliably it is
  /// done.
  public var judgedByProcess: Int {
    sites(.judged).count { $0.deciding?.measure.kind == .process }
  }
}

extension AdoptionJudgement {
  public func belongs(to group: EvidenceSummary.Group) -> Bool {
    let isTry = adoption.isTry
    switch group {
    case .everyone: return true
    case .tried: return isTry
    case .judged: return isTry && isTold
    case .better: return isTry && verdict == .better
    case .unchanged: return isTry && verdict == .unchanged
    case .worse: return isTry && verdict == .worse
    case .improvingAlready:
      return isTry && verdict == .better && deciding?.wasImprovingAlready == true
    case .notJudged: return isTry && !isTold
    case .inUse: return adoption.stage.isInUse
    case .testing: return adoption.stage == .testing || adoption.stage == .adapted
    case .stopped: return isTry && adoption.stage == .abandoned
    case .considering: return adoption.stage == .aware || adoption.stage == .considering
    case .declined: return !isTry && adoption.stage == .abandoned
    }
  }

  /// Which of two tries at one site tells more: one that is judged, then one that was a try, then
  /// the further and the later one.
  fileprivate var standing: (Int, Int, Int, Int, String) {
    (
      isTold ? 1 : 0, adoption.isTry ? 1 : 0, adoption.stage.isInUse ? 1 : 0,
      start?.daysSince1970 ?? Int.min, adoption.id
    )
  }
}
