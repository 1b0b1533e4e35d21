import Improvement

/// A site's reasons as its coach left them: what is new since they reviewed it, what shall wait.
///
/// A list that never gets shorter by being read teaches to skip it.
public struct ReviewedReasons: Hashable, Sendable {
  /// A reason with the day it comes back.
  public struct Waiting: Hashable, Sendable {
    public var reason: AttentionReason
    public var until: CalendarDate
  }

  /// What needs the coach now, most pressing first.
  public private(set) var now: [AttentionReason] = []
  /// Of those, the ones that were not there when the site was last reviewed; none before a first
  /// review, when everything would be.
  public private(set) var new: Set<AttentionReason> = []
  /// What waits.
  public private(set) var waiting: [Waiting] = []
  /// The day of the last review.
  public private(set) var reviewedOn: CalendarDate?

  /// Sorts reasons by what was kept about the site; nil where nothing was.
  ///
  /// An outcome that became worse is a reason while it is new: once seen it stays on its chart.
  ///
  /// - Complexity: O(reasons).
  public init(_ reasons: [AttentionReason], review: Note?, today: CalendarDate) {
    let seen = Set(review?.reviewSeen ?? [])
    reviewedOn = review?.reviewedOn
    var days: [String: CalendarDate] = [:]
    for entry in review?.reviewWaiting ?? [] { days[entry.reason] = entry.until }
    for reason in reasons {
      if let until = days[reason.key], until > today {
        waiting.append(Waiting(reason: reason, until: until))
      } else if reason.kind == .outcomeSignal, seen.contains(reason.key) {
        continue
      } else {
        now.append(reason)
        if reviewedOn != nil, !seen.contains(reason.key) { new.insert(reason) }
      }
    }
  }
}
