extension PhaseSuggestion {
  /// That a phase can be suggested, and where, in one sentence.
  public func headline(in chart: ControlChart, _ words: ChartWords) -> String {
    "A new phase could begin with \(words.period(chart.points[start].x)): the shift has held "
      + "\(words.counted(signal.points.count))."
  }

  /// Where, why, and what the lines would be, a sentence each.
  ///
  /// - Parameter explained: whether the shift is told beside it anyway, so that it needn't be said why.
  public func sentences(
    in chart: ControlChart, _ words: ChartWords, explained: Bool = false
  ) -> [String] {
    var sentences = [headline(in: chart, words)]
    if !explained {
      sentences.append("Why: \(signal.phrase(in: chart, words, isGoingOn: true)).")
    }
    sentences.append("\(lineWords(in: chart, words).capitalisedFirst).")
    if !signalsAfter.isEmpty {
      sentences.append(
        "The new phase would have a signal of its own; it may be wiser to wait until it settles.")
    }
    return sentences
  }

  /// The lines before and after: "centre line 4.4, then 2.9; limits 1.4 to 7.4, then 0.3 to 5.5".
  public func lineWords(in chart: ControlChart, _ words: ChartWords) -> String {
    func number(_ line: Double?) -> String { line.map { chart.text($0, words) } ?? "none" }
    func limits(_ lines: Lines) -> String {
      lines.lower == nil && lines.upper == nil
        ? "none" : "\(number(lines.lower)) to \(number(lines.upper))"
    }
    let centre = "centre line \(number(before.centre)), then \(number(after.centre))"
    guard chart.type.hasLimits else { return centre }
    return "\(centre); limits \(limits(before)), then \(limits(after))"
  }
}
