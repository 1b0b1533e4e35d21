import Glibc

extension LineMaker {
  /// I chart: the mean, and three standard deviations estimated as mean moving range / d2
  /// (Montgomery, section 6.4; Wheeler 1993).
  ///
  /// Values that never change have no limits. A constant series with one step has a single range
  /// that isn't zero, so its limits are narrow and both halves lie outside; with screening that range
  /// is dropped, nothing varies any more, and there are no limits, only the two shifts.
  func individuals() -> [Lines] {
    guard let centre = options.givenCentre ?? StableSum.mean(of: baselineValues) else {
      return constant(Lines(centre: nil))
    }
    let sigma =
      options.givenSigma ?? individualsSigma(of: spreadBaseline.map { series.points[$0].value })
    return constant(Lines(around: centre, sigma: sigma, floor: floor))
  }

  /// A third of the half-width of an individuals chart; nil where nothing varies.
  func individualsSigma(of numbers: [Double?]) -> Double? {
    let largest = numbers.compactMap { $0.map(abs) }.max() ?? 0
    return spread(meanMovingRange(numbers), ofNumbersUpTo: largest)
      .map { $0 * options.constants.individualsFactor / 3 }
  }

  /// MR chart: the mean range and d4 times it; nothing lies below zero. The warning line is drawn
  /// at two thirds of the upper limit.
  func movingRanges() -> [Lines] {
    guard let centre = options.givenCentre ?? StableSum.mean(of: baselineValues) else {
      return constant(Lines(centre: nil))
    }
    var lines = Lines(centre: centre)
    let limit = options.constants.d4 * centre
    guard limit > 0 else { return constant(lines) }
    lines.lower = Tiers(repeating: 0)
    lines.upper = Tiers { limit * Double($0 + 1) / 3 }
    return constant(lines)
  }

  /// T chart: an I chart of the times to the power 1/3.6, which makes them nearly normal, drawn
  /// back on the scale of time (Nelson 1994, J. Quality Technology 26).
  func timeBetweenEvents() -> [Lines] {
    let numbers = baseline.map { series.points[$0].value.map { pow($0, 1 / 3.6) } }
    let given = options.givenCentre.map { pow(max(0, $0), 1 / 3.6) }
    guard let centre = given ?? StableSum.mean(of: numbers.compactMap(\.self)) else {
      return constant(Lines(centre: nil))
    }
    // Drawn back, the power would miss the value by its last digit.
    if given == nil, let same = theOnlyValue { return constant(Lines(centre: same)) }
    let spreadNumbers = spreadBaseline.map { series.points[$0].value.map { pow($0, 1 / 3.6) } }
    var lines = Lines(around: centre, sigma: individualsSigma(of: spreadNumbers), floor: 0)
    lines.slack = 32
    return constant(lines.mapped { pow(max(0, $0), 3.6) })
  }

  /// I′ chart: the ratio of the sums, and a spread that narrows with the root of the denominator
  /// (Taylor 2018, *Normalized Individuals Control Chart*).
  func weightedIndividuals() -> [Lines] {
    let points = series.points
    let known = baseline.filter { points[$0].value != nil }
    let total = StableSum.of(known.compactMap { points[$0].denominator })
    let above = StableSum.of(known.map { (points[$0].value ?? 0) * (points[$0].denominator ?? 0) })
    guard let centre = options.givenCentre ?? (total > 0 ? above / total : nil) else {
      return constant(Lines(centre: nil))
    }
    var deviations: [Double] = []
    for (before, now) in zip(spreadBaseline, spreadBaseline.dropFirst()) {
      guard let first = points[before].value, let second = points[now].value,
        let n1 = points[before].denominator, let n2 = points[now].denominator
      else { continue }
      let root = (1 / n1 + 1 / n2).squareRoot()
      deviations.append((Double.pi / 2).squareRoot() * abs(second - first) / root)
    }
    let largest =
      (known.map { abs(points[$0].value ?? 0) * (points[$0].denominator ?? 1).squareRoot() })
    let mean =
      options.givenSigma
      ?? spread(screened(deviations, at: Constants.exact.d4), ofNumbersUpTo: largest.max() ?? 0)
    return phase.map { index in
      guard let denominator = points[index].denominator, denominator > 0 else {
        return Lines(centre: centre)
      }
      return Lines(around: centre, sigma: mean.map { $0 / denominator.squareRoot() }, floor: floor)
    }
  }
}
