import Glibc

/// A process that nothing changes, as a chart would see it: what chance alone can make of it.
///
/// Charts that are alike for chance share one process. Lengths and counts are rounded to a few
/// steps, because how often a rule is wrong changes slowly with them:
///
/// * Run, I, I′, MR, X̄, S, P′ and U′ charts estimate their spread from the points themselves, so
///   theirs are normal values on an I chart (or a run chart); a real one that is skewed or
///   correlated gives more false signals.
/// * P, NP, U and C charts know their spread from the mean, so theirs are Poisson counts with the
///   mean number of events per point (of non-events where those are fewer, with the sides turned),
///   from 30 on as good as normal; a P chart's share of the denominator narrows it a little, which
///   is left out.
/// * G charts have geometric numbers, T charts exponential times.
public struct StableProcess: Hashable, Sendable {
  enum Values: Hashable, Sendable {
    case normal(hasLimits: Bool)
    case poisson(mean: Int)
    case geometric(mean: Int)
    case exponential
  }

  var values: Values
  /// How many points the current phase has, and from how many its lines come.
  var length: Int
  var baseline: Int
  var rules: RuleSet
  /// Whether high and low change places.
  var isTurned: Bool

  /// The process like that of a chart's current phase; nil where no verdict is told, or where the
  /// lines were given by hand.
  public init?(_ chart: ControlChart) {
    guard !chart.hasTooFewPoints, let phase = chart.phases.last,
      let rules = chart.options.ruleSets.first, rules.name != .none,
      chart.options.givenCentre == nil, chart.options.givenSigma == nil, chart.type != .mr,
      chart.options.axis != .category
    else { return nil }
    let known = chart.points[phase.range].filter { !$0.isMissing && !$0.isExcluded }
    length = Self.rounded(known.count, to: Self.lengths)
    baseline = min(length, Self.rounded(phase.baselineCount, to: Self.lengths))
    self.rules = rules
    isTurned = false
    let events = Self.meanCount(known.map { $0.numerator ?? $0.value ?? 0 })
    switch chart.type {
    case .run: values = .normal(hasLimits: false)
    case .i, .ip, .mr, .xbar, .s, .pp, .up: values = .normal(hasLimits: true)
    case .t: values = .exponential
    case .g: values = .geometric(mean: Self.rounded(Int(events), to: Self.counts))
    case .c, .u: values = .poisson(mean: Self.rounded(Int(events.rounded()), to: Self.counts))
    case .p, .np:
      let others = Self.meanCount(known.map { ($0.denominator ?? 0) - ($0.numerator ?? 0) })
      isTurned = others < events
      let fewer = Int(min(events, others).rounded())
      values = .poisson(mean: Self.rounded(fewer, to: Self.counts))
    }
  }

  init(_ values: Values, length: Int, baseline: Int? = nil, rules: RuleSet) {
    self.values = values
    self.length = length
    self.baseline = baseline ?? length
    self.rules = rules
    isTurned = false
  }

  private static let lengths = [10, 14, 20, 30, 50]
  private static let counts = [1, 3, 8, 30]

  /// Every process that a chart with a set's own lengths can be like; always in the same order,
  /// which `ChanceTable` follows.
  package static let kinds: [StableProcess] = {
    let values: [Values] =
      [.normal(hasLimits: false), .normal(hasLimits: true), .exponential]
      + counts.map { .poisson(mean: $0) } + counts.map { .geometric(mean: $0) }
    return RuleSet.all.flatMap { rules in
      values.flatMap { values in
        lengths.flatMap { length in
          lengths.filter { $0 <= length }.map {
            StableProcess(values, length: length, baseline: $0, rules: rules)
          }
        }
      }
    }
  }()

  /// The step nearest to a number.
  private static func rounded(_ number: Int, to steps: [Int]) -> Int {
    steps.min { abs($0 - number) < abs($1 - number) } ?? number
  }

  private static func meanCount(_ numbers: [Double]) -> Double {
    min(1_000, StableSum.mean(of: numbers) ?? 0)
  }

  /// Whether a signal is as likely on the high side as on the low one.
  var isSymmetric: Bool {
    switch values {
    case .normal: true
    case .poisson(let mean): mean >= 30
    case .geometric, .exponential: false
    }
  }

  /// A seed of its own, so that what one simulation happens to find is not repeated in the next.
  var seed: UInt64 {
    let kind =
      switch values {
      case .normal(let hasLimits): hasLimits ? 1 : 2
      case .poisson(let mean): 100 + mean
      case .geometric(let mean): 200 + mean
      case .exponential: 3
      }
    return UInt64(kind * 10_000 + length * 100 + baseline)
  }

  /// One chart of the process.
  func chart(_ source: inout ChanceSource) -> ControlChart? {
    let (numbers, type) = numbers(&source)
    return try? ControlChart(
      numbers.map { Observation(x: "", value: $0) },
      ChartOptions(
        type: type, ruleSets: [rules],
        freeze: baseline < length ? .firstPhase(points: baseline) : .none, improvement: .increase))
  }

  /// As many numbers of the process as its length says, and the type of chart they are drawn on.
  func numbers(_ source: inout ChanceSource) -> ([Double], ChartType) {
    switch values {
    case .normal(let hasLimits):
      ((0..<length).map { _ in source.normal() }, hasLimits ? .i : .run)
    case .poisson(let mean): ((0..<length).map { _ in source.poisson(Double(mean)) }, .c)
    case .geometric(let mean): ((0..<length).map { _ in source.geometric(Double(mean)) }, .g)
    case .exponential: ((0..<length).map { _ in source.exponential() }, .t)
    }
  }
}
