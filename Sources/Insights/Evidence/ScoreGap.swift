import ControlCharts
import Improvement

/// How differently a team and its coach see how far the team has come.
///
/// The difference is what the two talk about; it says nothing about who is right.
public struct ScoreGap: Hashable, Sendable {
  public let team: Double
  public let coach: Double

  public init(team: Double, coach: Double) {
    self.team = team
    self.coach = coach
  }

  /// Nil until both have set a score.
  public init?(_ project: Project) {
    guard let team = project.latestScore(.`self`)?.score,
      let coach = project.latestScore(.coach)?.score
    else { return nil }
    self.init(team: team, coach: coach)
  }

  /// In steps of the scale; 1 and more is worth a talk.
  public var size: Double { abs(team - coach) }

  public var words: String {
    if team == coach { return "Team and coach agree." }
    let (high, low) = team > coach ? ("The team", "the coach") : ("The coach", "the team")
    return "\(high) sees it \(NumberText.short(size)) higher than \(low)"
      + (size >= 1 ? ": a difference to talk about." : ".")
  }
}
