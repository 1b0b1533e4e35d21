/// A place where the limits could begin anew, because a shift has lasted.
///
/// Limits are never re-based silently: this only says where, why and what they would be. A person
/// decides, who knows whether the cause will last (NHS England, *Making Data Count: Strengthening
/// your decisions*, on recalculating limits; Provost and Murray 2011, *The Health Care Data Guide*,
/// on phases).
public struct PhaseSuggestion: Hashable, Sendable {
  /// The lines at the last point of a phase, in the units of the chart.
  public struct Lines: Hashable, Sendable {
    public var centre: Double?
    public var lower: Double?
    public var upper: Double?
  }

  /// The shift that has lasted.
  public var signal: Signal
  /// The index of the first point of the new phase.
  public var start: Int
  /// How many final points the new phase would have.
  public var count: Int
  public var before: Lines
  public var after: Lines
  /// The signals that the new phase would have; a process that still moves is better left alone.
  public var signalsAfter: [Signal]

  /// How many points a shift must have held: as many as a verdict on the new phase needs.
  public static let fewestPoints = CautiousVerdict.fewestPoints

  /// What may be suggested for a chart; nil where no shift that still goes on has held long enough,
  /// where the phase before it would be too short for a verdict, or where the lines were given by
  /// hand.
  ///
  /// - Parameter observations: those the chart was made of.
  /// - Complexity: that of making the chart once more.
  public init?(
    _ chart: ControlChart, _ verdict: CautiousVerdict, observations: [Observation]
  ) {
    guard chart.options.givenCentre == nil, chart.options.givenSigma == nil,
      let phase = chart.phases.last, let newest = chart.latestFinal,
      let shift = verdict.signals.first(where: { signal in
        let isShift = signal.rule.pattern == .shift || signal.rule.pattern == .run
        return isShift && chart.isGoingOn(signal, at: newest)
      }), let start = shift.points.first
    else { return nil }
    func final(_ range: Range<Int>) -> Int {
      chart.points[range].count { !$0.isMissing && !$0.isExcluded && !$0.isProvisional }
    }
    let count = final(start..<phase.range.upperBound)
    guard shift.points.count >= Self.fewestPoints, count >= Self.fewestPoints,
      final(phase.range.lowerBound..<start) >= Self.fewestPoints
    else { return nil }
    var options = chart.options
    options.phaseStarts.append(start)
    guard let divided = try? ControlChart(observations, options), let next = divided.phases.last
    else { return nil }
    signal = shift
    self.start = start
    self.count = count
    before = Lines(centre: phase.centre, lower: phase.lower, upper: phase.upper)
    after = Lines(centre: next.centre, lower: next.lower, upper: next.upper)
    let current = divided.phases.count - 1
    signalsAfter = CautiousVerdict(divided).signals.filter { $0.phase == current }
  }
}
