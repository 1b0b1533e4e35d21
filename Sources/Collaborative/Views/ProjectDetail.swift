import Improvement
import Insights

/// A project's course: what is due, what stands in the way, how far it has come, its ramps.
public struct ProjectDetail: Sendable {
  /// A milestone with where it stands today.
  public struct Step: Sendable {
    /// Its place in the document's list.
    public var position: Int
    public var what: String
    public var due: CalendarDate?
    public var done: Completion
    /// How many days it is, or was, past its day; 0 where it is not.
    public var daysLate: Int
  }

  public struct Obstacle: Sendable {
    public var position: Int
    public var text: String
    public var mitigation: String?
  }

  /// A score with whose it is.
  public struct Rating: Sendable {
    public var kind: ProgressRater
    public var date: CalendarDate?
    public var rater: String
    public var score: Double
    public var why: String?
    public var suggestion: String?
  }

  /// The cycles of one ramp, in the order they were begun.
  public struct Ramp: Sendable {
    public var name: String
    public var driverID: String?
    public var driver: String
    /// The drivers that its driver stands under.
    public var above: Set<String>
    public var cycles: [Cycle]
  }

  public var id: String
  public var name: String
  public var today: CalendarDate
  /// In the order of their days; those without one last.
  public var steps: [Step]
  public var obstacles: [Obstacle]
  /// The newest first.
  public var ratings: [Rating]
  public var evidence: ProgressEvidence
  public var ramps: [Ramp]
  public var hasDrivers: Bool

  public func latest(_ kind: ProgressRater) -> Rating? { ratings.first { $0.kind == kind } }

  /// How far team and coach are apart; nil until both have set a score.
  public var gap: ScoreGap? {
    guard let team = latest(.`self`)?.score, let coach = latest(.coach)?.score else { return nil }
    return ScoreGap(team: team, coach: coach)
  }

  /// What the documents show, in a few sentences.
  public var evidenceWords: String {
    let holds = evidence.facts.filter(\.holds).map(\.text)
    let lacks = evidence.facts.filter { !$0.holds }.map(\.text)
    let parts = [
      holds.isEmpty ? "" : "What is there: \(holds.joined(separator: ", "))",
      lacks.isEmpty ? "" : "What is not: \(lacks.joined(separator: ", "))",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ". ") + "."
  }
}

extension ProjectDetail {
  /// The ramps of a driver and of everything that stands under it.
  public func ramps(under driver: String) -> [Ramp] {
    ramps.filter { $0.driverID == driver || $0.above.contains(driver) }
  }

  /// Days from the first to the last of some, with room for today, and the months between them.
  public static func months(
    around days: [CalendarDate], today: CalendarDate
  ) -> (first: Int, last: Int, starts: [CalendarDate]) {
    let first = (days + [today]).min() ?? today
    let last = (days + [today]).max() ?? today
    let begin = first.firstOfMonth
    let end = last.adding(months: 1).firstOfMonth
    var starts: [CalendarDate] = []
    var month = begin
    // A span of centuries needs no month of its own for each label.
    let step = max(1, end.days(since: begin) / 31 / 60)
    while month <= end, starts.count < 200 {
      starts.append(month)
      month = month.adding(months: step)
    }
    return (begin.daysSince1970, end.daysSince1970, starts)
  }
}
