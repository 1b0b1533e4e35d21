extension ControlChart {
  /// Why the limits of this chart are not straight, in one sentence; nil where they are.
  public func limitWidthWords(_ words: ChartWords) -> String? {
    guard type.needsDenominator, let phase = phases.last else { return nil }
    let sizes = points[phase.range].filter { $0.value != nil && $0.upper != nil }
      .compactMap(\.denominator)
    guard let low = sizes.min(), let high = sizes.max(), low < high else { return nil }
    let range = "(\(NumberText.short(low)) to \(NumberText.short(high)))"
    return type == .np
      ? "Centre line and limits follow each \(words.point)'s denominator \(range)."
      : "The limits differ from \(words.point) to \(words.point) because the denominators do "
        + "\(range): the smaller, the wider."
  }
}
