import DocumentStore
import Insights

/// What may help with a need, or who could use an offer, each with its reason.
public struct MatchList: Sendable {
  public struct Row: Hashable, Sendable {
    public var target: Target
    public var title: String
    /// Who offers or asks, and from where.
    public var who: String
    public var reasons: [MatchReason]

    /// `same category supplies; both say “warmer”`.
    public var words: String { reasons.map(\.description).joined(separator: "; ") }
  }

  public var subject: Target
  public var title: String
  /// What is agreed already: the other side of an accepted match.
  public var accepted: [Row]
  /// Offers for a need, needs for an offer, the best first.
  public var matches: [Row]
  /// What the commons holds that may help with a need.
  public var resources: [Row]
  /// People who know about it and may be named.
  public var people: [Row]

  public var isEmpty: Bool {
    accepted.isEmpty && matches.isEmpty && resources.isEmpty && people.isEmpty
  }
}
