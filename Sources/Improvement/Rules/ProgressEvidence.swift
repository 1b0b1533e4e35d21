/// What the documents say about how far a project has come: facts, never a score.
///
/// Each fact is held against the anchor of the progress scale that speaks of it: there it speaks for
/// a score from that anchor on, missing it speaks against one. People set the score.
public struct ProgressEvidence: Hashable, Sendable {
  public struct Fact: Hashable, Sendable {
    public let text: String
    /// The score whose anchor asks for it.
    public let score: Double
    /// Whether it is so.
    public let holds: Bool

    public init(_ text: String, score: Double, holds: Bool) {
      self.text = text
      self.score = score
      self.holds = holds
    }
  }

  /// In the order of the scale.
  public let facts: [Fact]

  public init(facts: [Fact]) {
    self.facts = facts.enumerated().sorted {
      ($0.element.score, $0.offset) < ($1.element.score, $1.offset)
    }.map(\.element)
  }

  /// What is so and belongs to a score or a lower one.
  public func speaksFor(_ score: Double) -> [Fact] {
    facts.filter { $0.holds && $0.score <= score }
  }

  /// What the anchor of a score, or of a lower one, asks for and is not so.
  public func speaksAgainst(_ score: Double) -> [Fact] {
    facts.filter { !$0.holds && $0.score <= score }
  }

  /// What is so and belongs to a higher score.
  public func speaksForMore(than score: Double) -> [Fact] {
    facts.filter { $0.holds && $0.score > score }
  }
}

/// What is known of a project's measures when its progress is judged.
public struct MeasuredProgress: Hashable, Sendable {
  /// How many measures the project follows, how many are charted, how many of these have a target.
  public var followed: Int
  public var charted: Int
  public var withTarget: Int
  /// The newest value of the aim's measure.
  public var aimValue: Double?
  /// Charts that changed for the better and for the worse, and are still so.
  public var better: Int
  public var worse: Int

  public init(
    followed: Int, charted: Int, withTarget: Int, aimValue: Double?, better: Int, worse: Int
  ) {
    self.followed = followed
    self.charted = charted
    self.withTarget = withTarget
    self.aimValue = aimValue
    self.better = better
    self.worse = worse
  }
}

extension ProgressEvidence {
  public init(
    _ project: Project, cycles: [Cycle], measured: MeasuredProgress, absent: Set<String> = [],
    on day: CalendarDate
  ) {
    var facts: [Fact] = []
    let aim = project.aim
    facts.append(
      aim.text == nil
        ? Fact("no aim is written", score: 1, holds: false)
        : Fact(
          aim.to != nil && aim.by != nil
            ? "the aim has a number and a date" : "the aim has no number or no date yet",
          score: 1, holds: aim.to != nil && aim.by != nil))
    let held = project.roster.filter { !$0.member.isEmpty && $0.isHeld(on: day) }
    let gaps = RosterGaps.unfilled(in: project, on: day, without: absent).count
    facts.append(
      Fact(
        gaps == 0
          ? "every role of the team is filled"
          : "\(gaps) of \(RosterRole.wanted.count) roles of the team are filled by nobody",
        score: 1, holds: !held.isEmpty && gaps * 2 < RosterRole.wanted.count))
    facts += Self.measures(measured)
    let begun = cycles.filter { $0.stage != .plan }
    facts.append(
      Fact(
        begun.isEmpty ? "no cycle has begun" : "\(Self.cycles(begun.count)) begun", score: 2.5,
        holds: !begun.isEmpty))
    let worked = cycles.filter { $0.decision == .adopt || $0.decision == .scaleUp }
    facts.append(
      Fact(
        worked.isEmpty
          ? "no test ended with adopt or scale up"
          : "\(Self.cycles(worked.count)) ended with adopt or scale up",
        score: 3, holds: !worked.isEmpty))
    let implemented = cycles.filter { $0.purpose == .implement && $0.stage != .plan }
    facts.append(
      Fact(
        implemented.isEmpty
          ? "nothing is being implemented"
          : "\(Self.cycles(implemented.count)) implementing a change",
        score: 4, holds: !implemented.isEmpty))
    if let share = Self.shareReached(aim, measured.aimValue) {
      let percent = Int((share * 100).rounded())
      let steps: [(needed: Int, score: Double)] = [(20, 3), (50, 4), (100, 5)]
      if let reached = steps.last(where: { percent >= $0.needed }) {
        facts.append(
          Fact(
            percent >= 100
              ? "the newest value of the aim's measure is where it shall be"
              : "\(percent) % of the way to the aim", score: reached.score, holds: true))
      }
      if let missing = steps.first(where: { percent < $0.needed }) {
        facts.append(
          Fact(
            "less than \(missing.needed) % of the way to the aim (\(max(0, percent)) %)",
            score: missing.score, holds: false))
      }
    }
    self.init(facts: facts)
  }

  private static func measures(_ measured: MeasuredProgress) -> [Fact] {
    guard measured.followed > 0 else {
      return [Fact("the project follows no measure", score: 2, holds: false)]
    }
    var facts = [
      Fact(
        measured.charted == 0
          ? "none of its measures has a chart yet"
          : "\(measured.charted) of its charts can be read", score: 2, holds: measured.charted > 0),
      Fact(
        "\(measured.withTarget) of \(measured.charted) charts have a target", score: 2.5,
        holds: measured.withTarget * 2 > measured.charted),
    ]
    if measured.charted > 0 {
      facts.append(
        Fact(
          measured.better == 0
            ? "no chart shows a change for the better"
            : "\(measured.better) of \(measured.charted) charts changed for the better", score: 3.5,
          holds: measured.better > 0))
    }
    if measured.worse > 0 {
      facts.append(
        Fact(
          "\(measured.worse) of \(measured.charted) charts changed for the worse", score: 4.5,
          holds: false))
    }
    return facts
  }

  /// Which part of the way from where it stood to where it shall be is behind; nil where the aim has
  /// no way that could be measured.
  public static func shareReached(_ aim: Aim, _ value: Double?) -> Double? {
    guard let from = aim.from, let to = aim.to, let value, from != to,
      (from - to).isFinite, value.isFinite
    else { return nil }
    return min(max(-10, (value - from) / (to - from)), 10)
  }

  private static func cycles(_ count: Int) -> String {
    count == 1 ? "1 cycle" : "\(count) cycles"
  }
}
