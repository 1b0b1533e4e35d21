/// A series of observations with its lines and everything a set of rules finds in it.
///
/// The chart shows the bare rules; `CautiousVerdict` says how much of that may be told to people.
/// Making it takes time in proportion to the observations.
public struct ControlChart: Hashable, Sendable {
  public let options: ChartOptions
  public let points: [ChartPoint]
  public let phases: [ChartPhase]
  /// Every pattern found, by phase, rule set and rule.
  public let signals: [Signal]
  /// The type of the last point that has a value and is not left out; nil where there is none.
  public let variation: PointType?
  /// Whether the target will be met; nil without a target, without limits, or where neither
  /// direction is better.
  public let assurance: Assurance?
  /// What is worth a warning, though the chart can be drawn.
  public let cautions: [Caution]
  public let method: ChartMethod
  /// How many decimals the chart's numbers need, by how far its values and limits spread.
  public let places: Int
  /// The points of each phase as the rules see them.
  let standings: [[Standing?]]

  public var type: ChartType { options.type }

  /// Fewer points than a verdict needs in the current phase.
  public var hasTooFewPoints: Bool {
    (phases.last?.plottedCount ?? 0) < CautiousVerdict.fewestPoints
  }

  /// The last point that has a value and is not left out.
  public var latest: ChartPoint? { points.last { !$0.isMissing && !$0.isExcluded } }

  /// Calculates the chart.
  ///
  /// - Throws: `ChartError` where the numbers can't be what such a chart is made of.
  public init(_ observations: [Observation], _ options: ChartOptions) throws(ChartError) {
    try ControlChart.check(options)
    let series = try Series(observations, options)
    let finder = SignalFinder(options: options)
    var lines: [Lines] = []
    var signals: [Signal] = []
    var phases: [ChartPhase] = []
    var allStandings: [[Standing?]] = []
    for (number, range) in series.phases.enumerated() {
      let maker = LineMaker(series, options, phase: number)
      lines += maker.lines()
      let standings = ControlChart.standings(series, lines, in: range)
      allStandings.append(standings)
      signals += finder.signals(in: standings, phase: number)
      phases.append(
        ControlChart.phase(
          range, maker, standings.compactMap(\.self), lines[range.upperBound - 1], options))
    }
    let points = ControlChart.points(series, lines, signals, options)
    self.options = options
    self.points = points
    self.phases = phases
    self.signals = signals
    variation = points.last { !$0.isMissing && !$0.isExcluded }?.pointType
    assurance = ControlChart.assurance(points, options)
    cautions = Caution.all(series, phases, lines, options)
    method = ChartMethod(options)
    places = ControlChart.places(of: points)
    self.standings = allStandings
  }

  private static func check(_ options: ChartOptions) throws(ChartError) {
    let numbers: [(String, Double?)] = [
      ("target", options.target), ("centre line", options.givenCentre),
      ("sigma", options.givenSigma), ("multiplier", options.multiplier),
    ]
    for (name, number) in numbers {
      if let number, !(abs(number) <= Series.largest) { throw .optionOutOfRange(name: name) }
    }
    if !(options.multiplier > 0) { throw .optionOutOfRange(name: "multiplier") }
    if let sigma = options.givenSigma {
      if !options.type.takesGivenSigma { throw .sigmaNotApplicable(options.type) }
      if sigma < 0 { throw .optionOutOfRange(name: "sigma") }
    }
    guard let centre = options.givenCentre else { return }
    let mayBeNegative = [.run, .i, .xbar, .ip].contains(options.type)
    if (centre < 0 && !mayBeNegative) || (options.type.isProportion && centre > 1) {
      throw .centreOutOfRange(options.type, centre: centre)
    }
  }

  /// The points of a phase as the rules see them, without those left out; nil where one is missing.
  static func standings(_ series: Series, _ lines: [Lines], in range: Range<Int>) -> [Standing?] {
    range.compactMap { index -> Standing?? in
      let point = series.points[index]
      if point.isExcluded { return nil }
      guard let value = point.value else { return .some(nil) }
      return Standing(index: index, value: value, lines: lines[index])
    }
  }

  private static func phase(
    _ range: Range<Int>, _ maker: LineMaker, _ standings: [Standing], _ last: Lines,
    _ options: ChartOptions
  ) -> ChartPhase {
    let scaled = last.mapped { $0 * options.multiplier }.finite
    return ChartPhase(
      range: range, centre: scaled.centre, lower: scaled.lower.three, upper: scaled.upper.three,
      baselineCount: maker.baselineValues.count, plottedCount: standings.count,
      runs: RunsTest(
        sides: standings.map(\.side), mayJudge: SignalFinder(options: options).mayJudgeOrder))
  }
}
