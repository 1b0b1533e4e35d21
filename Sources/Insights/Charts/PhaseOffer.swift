import ControlCharts
import Improvement

/// A phase that a series could begin, with the change that may be its lasting cause.
public struct PhaseOffer: Hashable, Sendable {
  public var suggestion: PhaseSuggestion
  /// That it can be suggested, in one sentence.
  public var headline: String
  /// The first period of the phase, as documents write it.
  public var starts: String
  /// The change that was implemented near the start; a test or a project's start is no reason.
  public var cause: WorkMark?

  /// How many points before the shift a change may have begun, because rates follow work slowly.
  static let pointsBefore = 3
  /// How many points after the shift's first one: chance may have begun the row a little early.
  static let pointsAfter = 1

  /// The reason that is offered to whoever decides; empty where none is known.
  public var reason: String { cause?.text ?? "" }
}

extension SeriesChart {
  /// A phase that could begin, after a shift that lasted; nil where there is nothing to suggest.
  ///
  /// - Complexity: that of making the chart once more.
  public var phaseOffer: PhaseOffer? {
    guard let chart, let verdict,
      let suggestion = PhaseSuggestion(chart, verdict, observations: observations)
    else { return nil }
    let near =
      suggestion.start - PhaseOffer.pointsBefore...suggestion.start + PhaseOffer.pointsAfter
    let cause = annotations.filter { $0.kind != .test && near.contains($0.point) }
      .min { abs($0.point - suggestion.start) < abs($1.point - suggestion.start) }
    return PhaseOffer(
      suggestion: suggestion, headline: suggestion.headline(in: chart, words),
      starts: points[suggestion.start].periodText, cause: cause)
  }

  /// What is suggested, in sentences: where, why, the lines before and after, the cause if one is
  /// known.
  ///
  /// - Parameter explained: whether the shift is told beside it anyway.
  public func words(of offer: PhaseOffer, explained: Bool = false) -> [String] {
    guard let chart else { return [] }
    let cause =
      offer.cause.map { mark in
        "What may have caused it: “\(mark.text)”, implemented in \(labels[mark.point])."
      } ?? "No implemented change is known near its start; whoever accepts it names the cause."
    return offer.suggestion.sentences(in: chart, words, explained: explained) + [cause]
  }
}
