import Glibc

/// Calculates the lines of one phase.
struct LineMaker {
  let series: Series
  let options: ChartOptions
  let phase: Range<Int>
  /// Indexes of the points the centre line is calculated from, and the spread.
  let baseline: [Int]
  let spreadBaseline: [Int]

  init(_ series: Series, _ options: ChartOptions, phase: Int) {
    self.series = series
    self.options = options
    self.phase = series.phases[phase]
    baseline = series.baseline(of: phase, options.freeze)
    spreadBaseline =
      options.freezesSpread ? baseline : series.baseline(of: phase, .none)
  }

  /// The lines at each point of the phase.
  func lines() -> [Lines] {
    let lines: [Lines] =
      switch options.type {
      case .run: constant(Lines(centre: options.givenCentre ?? median(of: baselineValues)))
      case .i: individuals()
      case .mr: movingRanges()
      case .xbar: subgroupMeans()
      case .s: subgroupDeviations()
      case .p, .np: binomial(sigmaFactor: 1)
      case .u: poisson(sigmaFactor: 1)
      case .pp: binomial(sigmaFactor: laneyFactor(binomialSigma))
      case .up: poisson(sigmaFactor: laneyFactor(poissonSigma))
      case .c: counts()
      case .g: betweenEvents()
      case .t: timeBetweenEvents()
      case .ip: weightedIndividuals()
      }
    return lines.map(\.finite)
  }

  func constant(_ lines: Lines) -> [Lines] { Array(repeating: lines, count: phase.count) }

  var baselineValues: [Double] { baseline.compactMap { series.points[$0].value } }

  /// The value of the phase where it has several and they are all the same, whether they are in
  /// the baseline or not.
  ///
  /// Such a phase shows no spread at all, and limits that a distribution would give it are invented.
  /// Nothing is lost without them, because no point could lie beyond; the first value that differs
  /// brings them back.
  var theOnlyValue: Double? {
    let known = phase.lazy.filter { !series.points[$0].isExcluded }
      .compactMap { series.points[$0].value }
    guard let first = known.first, known.allSatisfy({ $0 == first }) else { return nil }
    return known.dropFirst().isEmpty || baselineValues.isEmpty ? nil : first
  }

  /// The lower bound that a person asked for.
  var floor: Double? { options.floorsAtZero ? 0 : nil }

  /// A mean range that is not just rounding noise of numbers of this size; nil of no spread.
  func spread(_ meanRange: Double?, ofNumbersUpTo largest: Double) -> Double? {
    guard let meanRange, meanRange > 8 * largest.ulp else { return nil }
    return meanRange
  }

  /// The mean of the distances between neighbours, screened once where that is asked for.
  ///
  /// A nil among the numbers breaks the two ranges that touch it; what was left out isn't among
  /// them, so that its neighbours meet.
  func meanMovingRange(_ numbers: [Double?]) -> Double? {
    var ranges: [Double] = []
    for (before, now) in zip(numbers, numbers.dropFirst()) {
      if let before, let now { ranges.append(abs(now - before)) }
    }
    return screened(ranges, at: options.constants.d4)
  }

  /// The mean of some ranges; with screening, of those below `factor` times the mean of all.
  ///
  /// Nelson 1982 (Control charts for individual measurements, J. Quality Technology 14).
  func screened(_ ranges: [Double], at factor: Double) -> Double? {
    guard let mean = StableSum.mean(of: ranges) else { return nil }
    guard options.screensMovingRanges else { return mean }
    return StableSum.mean(of: ranges.filter { $0 < factor * mean })
  }
}
