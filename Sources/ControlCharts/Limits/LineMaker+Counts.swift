extension LineMaker {
  /// C chart: the mean count ± 3 times its root (Montgomery, section 7.3); none where the count is
  /// always the same.
  func counts() -> [Lines] {
    guard let centre = options.givenCentre ?? StableSum.mean(of: baselineValues) else {
      return constant(Lines(centre: nil))
    }
    if options.givenCentre == nil, options.givenSigma == nil, let same = theOnlyValue {
      return constant(Lines(centre: same))
    }
    return constant(
      Lines(around: centre, sigma: options.givenSigma ?? centre.squareRoot(), floor: 0))
  }

  /// G chart: the median is drawn, because it halves the points; the limits rest on the mean g as
  /// g ± 3 √(g(g+1)) (Benneyan 2001, Health Care Management Science 4).
  ///
  /// A mean given by hand is drawn as the median of that distribution, 0.693 times it. Values that
  /// never vary have no limits.
  func betweenEvents() -> [Lines] {
    guard let mean = options.givenCentre ?? StableSum.mean(of: baselineValues) else {
      return constant(Lines(centre: nil))
    }
    if options.givenCentre == nil, let same = theOnlyValue {
      return constant(Lines(centre: same))
    }
    let drawn = options.givenCentre.map { 0.693 * $0 } ?? median(of: baselineValues)
    let sigma = (mean * (mean + 1)).squareRoot()
    return constant(Lines(around: mean, sigma: sigma, centre: drawn, floor: 0))
  }

  /// The ratio of the sums; nil without opportunities.
  private var pooledRatio: Double? {
    if let given = options.givenCentre { return given }
    let known = baseline.filter { series.points[$0].value != nil }
    let opportunities = StableSum.of(known.compactMap { series.points[$0].denominator })
    guard opportunities > 0 else { return nil }
    return StableSum.of(known.compactMap { eventCount(at: $0) }) / opportunities
  }

  private func eventCount(at index: Int) -> Double? {
    let point = series.points[index]
    return point.numerator ?? point.value.map { $0 * (point.denominator ?? 1) }
  }

  /// √(p(1−p)/n) (Montgomery, section 7.2).
  func binomialSigma(_ share: Double, _ denominator: Double) -> Double {
    (max(0, share * (1 - share)) / denominator).squareRoot()
  }

  /// √(u/n) (Montgomery, section 7.3).
  func poissonSigma(_ rate: Double, _ denominator: Double) -> Double {
    (max(0, rate) / denominator).squareRoot()
  }

  /// P and NP charts: the pooled proportion ± 3 binomial standard deviations, within 0…1.
  func binomial(sigmaFactor: Double?) -> [Lines] {
    ratios(sigmaFactor: sigmaFactor, ceiling: 1, sigma: binomialSigma).map { index, lines in
      guard options.type == .np else { return lines }
      guard let denominator = series.points[index].denominator else { return Lines(centre: nil) }
      return lines.mapped { $0 * denominator }
    }
  }

  /// U charts: the pooled rate ± 3 Poisson standard deviations, not below zero.
  func poisson(sigmaFactor: Double?) -> [Lines] {
    ratios(sigmaFactor: sigmaFactor, ceiling: nil, sigma: poissonSigma).map(\.1)
  }

  private func ratios(
    sigmaFactor: Double?, ceiling: Double?, sigma: (Double, Double) -> Double
  ) -> [(Int, Lines)] {
    let centre = pooledRatio
    return phase.map { index in
      guard let centre else { return (index, Lines(centre: nil)) }
      guard let denominator = series.points[index].denominator, denominator > 0,
        series.points[index].value != nil, let sigmaFactor
      else { return (index, Lines(centre: centre)) }
      let width = options.givenSigma ?? sigma(centre, denominator) * sigmaFactor
      return (index, Lines(around: centre, sigma: width, floor: 0, ceiling: ceiling))
    }
  }

  /// The factor by which the points vary more, or less, than chance alone would make them:
  /// the mean moving range of their z values / d2 (Laney 2002, Quality Engineering 14).
  ///
  /// Without an order in time, the standard deviation of the z values stands in. Nil where nothing
  /// varies.
  func laneyFactor(_ sigma: (Double, Double) -> Double) -> Double? {
    guard let centre = pooledRatio else { return nil }
    let standardised: [Double?] = spreadBaseline.map { index in
      guard let value = series.points[index].value,
        let denominator = series.points[index].denominator, denominator > 0
      else { return nil }
      let width = sigma(centre, denominator)
      guard width > 0 else { return nil }
      return Placement(of: value, against: centre) == .on ? 0 : (value - centre) / width
    }
    let factor =
      options.axis == .category
      ? StableSum.deviation(of: standardised.compactMap(\.self))
      : meanMovingRange(standardised).map { $0 / options.constants.d2 }
    return factor.flatMap { $0 > 0 ? $0 : nil }
  }
}
