import Glibc

/// What a chart plots, point by point, before the multiplier: checked, in plotting order.
struct Series {
  struct Point {
    var x: String
    /// What is plotted; nil where it is missing.
    var value: Double?
    var numerator: Double?
    var denominator: Double?
    /// How many measurements the point has, and how they spread.
    var size: Int
    var deviation: Double?
    var isExcluded: Bool
    var exclusionReason: String?
    var isProvisional: Bool
    /// The number the point is made from; for moving ranges the single value behind it.
    var raw: Double?
  }

  var points: [Point]
  /// The range of indexes of each phase.
  var phases: [Range<Int>]

  /// The largest number a chart accepts; beyond it squares would overflow.
  static let largest = 1e100

  init(_ observations: [Observation], _ options: ChartOptions) throws(ChartError) {
    guard !observations.isEmpty else { throw .noObservations }
    let type = options.type
    if type.needsDenominator, observations.allSatisfy({ $0.denominator == nil }),
      observations.contains(where: { $0.value != nil || $0.numerator != nil })
    {
      throw .denominatorsMissing(type)
    }
    var made: [Point] = []
    made.reserveCapacity(observations.count)
    for (index, observation) in observations.enumerated() {
      try Series.check(observation, at: index, type)
      made.append(Series.point(observation, type))
    }
    let starts = Set(options.phaseStarts).filter { $0 > 0 && $0 < made.count }.sorted()
    let bounds = [0] + starts + [made.count]
    phases = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
    points = made
    if type == .mr { replaceByMovingRanges() }
  }

  private static func point(_ observation: Observation, _ type: ChartType) -> Point {
    var point = Point(
      x: observation.x, value: nil, numerator: observation.numerator,
      denominator: observation.denominator, size: 1, deviation: nil,
      isExcluded: observation.isExcluded,
      exclusionReason: observation.isExcluded ? observation.exclusionReason : nil,
      isProvisional: observation.isProvisional)
    switch type {
    case .xbar, .s:
      let known = observation.subgroup?.compactMap(\.self) ?? [observation.value].compactMap(\.self)
      point.size = known.count
      point.deviation = StableSum.deviation(of: known)
      point.raw = StableSum.mean(of: known)
      point.value = type == .s ? point.deviation : point.raw
    case .c, .g, .t:
      point.raw = observation.value ?? observation.numerator
      point.value = point.raw
    case .run, .i, .mr:
      point.raw =
        observation.denominator == nil && observation.numerator == nil
        ? observation.value : ratio(observation)
      point.value = point.raw
    case .p, .pp, .u, .up, .ip:
      point.raw = ratio(observation)
      point.value = point.raw
    case .np:
      point.raw = ratio(observation) == nil ? nil : observation.numerator ?? observation.value
      point.value = point.raw
      point.numerator = observation.numerator ?? observation.value
    }
    return point
  }

  private static func ratio(_ observation: Observation) -> Double? {
    guard let above = observation.numerator ?? observation.value,
      let below = observation.denominator, below > 0
    else { return nil }
    let ratio = above / below
    return ratio.isFinite ? ratio : nil
  }

  private static func check(
    _ observation: Observation, at index: Int, _ type: ChartType
  ) throws(ChartError) {
    let x = observation.x
    let row = Row(
      x: x, y: observation.numerator ?? observation.value, denominator: observation.denominator)
    let fits =
      isChartable(observation.value) && isChartable(observation.numerator)
      && observation.subgroup?.allSatisfy(isChartable) ?? true
    let reason = fits ? row.problem(for: type)?.reason : .outOfRange
    switch reason {
    case nil: return
    case .outOfRange: throw .numberOutOfRange(index: index, x: x)
    case .negativeCount(let count): throw .negativeCount(index: index, x: x, count: count)
    case .negativeDenominator(let count):
      throw .negativeDenominator(index: index, x: x, denominator: count)
    case .aboveDenominator(let above, let below):
      throw .numeratorAboveDenominator(index: index, x: x, numerator: above, denominator: below)
    case .notPositive(let time): throw .notPositive(index: index, x: x, value: time)
    }
  }

  /// Whether a number can be squared and added up; a missing one is no obstacle.
  static func isChartable(_ number: Double?) -> Bool { number.map { abs($0) <= largest } ?? true }

  /// Plots the distance of each value from the one before it in its phase.
  private mutating func replaceByMovingRanges() {
    for phase in phases {
      for index in phase {
        guard index > phase.lowerBound, let now = points[index].raw,
          let before = points[index - 1].raw
        else {
          points[index].value = nil
          continue
        }
        points[index].value = abs(now - before)
      }
    }
  }

  /// The points of a phase that its lines are calculated from.
  func baseline(of phase: Int, _ freeze: Freeze) -> [Int] {
    let range = phases[phase]
    var start = range.lowerBound
    let end: Int
    switch freeze {
    case .none: end = range.upperBound
    case .firstPhase(let points):
      end = phase == 0 ? min(range.upperBound, max(0, points)) : range.upperBound
    case .range(let frozen):
      let isHere = range.contains(frozen.lowerBound)
      start = isHere ? frozen.lowerBound : start
      end = isHere ? min(range.upperBound, frozen.upperBound) : range.upperBound
    case .everyPhase(let points):
      end = min(range.upperBound, range.lowerBound + min(max(0, points), range.count))
    }
    return (start..<max(start, end)).filter { !points[$0].isExcluded }
  }
}
