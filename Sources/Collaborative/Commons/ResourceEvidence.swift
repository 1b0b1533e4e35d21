import DocumentStore
import Improvement
import Insights

/// What is told of a cycle that tested an idea; of thousands of cycles whole documents would take
/// more memory than everything else together.
public struct TriedCycle: Sendable {
  public var id: DocumentID
  public var title: String
  public var stage: CycleStage
  public var decision: CycleDecision?
  /// How its predictions came out; nil where none was compared.
  public var record: String?

  init(_ cycle: Cycle) {
    id = cycle.id
    title = cycle.title
    stage = cycle.stage
    decision = cycle.decision
    record = cycle.recordWords
  }
}

/// Who tried a resource and what came of it, site by site.
public struct ResourceEvidence: Sendable {
  /// One try-out with what was found there.
  public struct Entry: Sendable {
    public var judgement: AdoptionJudgement
    public var siteName: String
    /// The cycles that tested it, the first one first.
    public var cycles: [TriedCycle]
    /// The series that belong to it, in the order in which they decide.
    public var seriesIDs: [String]
    public var adoption: Adoption { judgement.adoption }
  }

  public var resource: Resource
  /// Every try-out, by the site's name.
  public var entries: [Entry]
  /// What they add up to, each site counted once.
  public var summary: EvidenceSummary

  /// The try-outs that a number of the summary counts.
  public func entries(_ group: EvidenceSummary.Group) -> [Entry] {
    if group == .everyone { return entries }
    let counted = Set(summary.sites(group).map(\.adoption.id))
    return entries.filter { counted.contains($0.adoption.id) }
  }
}
