/// What a score on the progress scale of improvement collaboratives stands for.
///
/// Ordinal: scores are compared and counted, never averaged.
public struct ProgressAnchor: Hashable, Sendable {
  /// 0.5 to 5 in halves.
  public let score: Double
  public let title: String
  public let text: String

  /// The anchors from the lowest on.
  public static let all: [ProgressAnchor] = [
    ProgressAnchor(
      score: 0.5, title: "Intent to take part", text: "There is no charter and no team yet."),
    ProgressAnchor(
      score: 1, title: "Charter and team", text: "Charter and team exist; no work has begun."),
    ProgressAnchor(
      score: 1.5, title: "Planning has begun",
      text: "Focus, resources and first meetings are being arranged."),
    ProgressAnchor(
      score: 2, title: "Activity, no changes",
      text: "The baseline is taken and the process studied; nothing has been changed yet."),
    ProgressAnchor(
      score: 2.5, title: "Changes tested, no improvement",
      text: "Changes are being tested; most measures are charted with their targets."),
    ProgressAnchor(
      score: 3, title: "Modest improvement",
      text: "Some tests succeeded, something is in use on a small scale, and about 20 % of the "
        + "expected result is there."),
    ProgressAnchor(
      score: 3.5, title: "Improvement", text: "Improvement goes on towards the aims."),
    ProgressAnchor(
      score: 4, title: "Significant improvement",
      text: "Major parts of the aims are reached, at least half, and implementation has begun."),
    ProgressAnchor(
      score: 4.5, title: "Sustainable improvement", text: "Key measures begin to hold."),
    ProgressAnchor(
      score: 5, title: "Outstanding, sustained results",
      text: "All aims are reached and the change is how things are done."),
  ]

  /// The anchor of a score; nil for one that the scale does not have.
  public static func anchor(for score: Double) -> ProgressAnchor? {
    all.first { $0.score == score }
  }
}
