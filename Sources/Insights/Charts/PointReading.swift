import ControlCharts
import Improvement

/// How the points of a measure become what its chart plots.
struct PointReading {
  /// The factor from a ratio to the number people read: 100 for percent. Counts and measured values
  /// are plotted as they are, whatever the measure says.
  let multiplier: Double
  private let isRatio: Bool
  private let takesSubgroups: Bool

  init(_ measure: Measure) {
    isRatio = measure.plotsRatio
    multiplier = isRatio ? Double(max(1, measure.multiplier)) : 1
    takesSubgroups = measure.chartType == .average || measure.chartType == .standardDeviation
  }

  /// A point without a number keeps its place and has no value; whether nobody looked or nothing
  /// could happen, no line may be drawn through it.
  func observation(_ point: SeriesPoint) -> ControlCharts.Observation {
    var observation = ControlCharts.Observation(
      x: point.periodText, value: nil, isExcluded: point.isLeftOut,
      isProvisional: point.quality == .provisional)
    observation.exclusionReason = point.leftOutReason
    guard point.status == .reported else {
      observation.isExcluded = false
      return observation
    }
    let values = point.values
    if !values.isEmpty {
      if takesSubgroups {
        observation.subgroup = values
      } else {
        observation.value = values.reduce(0, +) / Double(values.count)
      }
      return observation
    }
    observation.numerator = point.numerator
    observation.denominator = point.denominator
    if let value = point.value, point.numerator == nil {
      // A ratio given as one number is given as people read it.
      observation.value = isRatio && point.denominator == nil ? value / multiplier : value
    }
    return observation
  }
}

extension Measure {
  /// Whether what is plotted is a numerator over a denominator, which the multiplier scales.
  var plotsRatio: Bool {
    guard dataKind.hasDenominator else { return false }
    switch chartType {
    case .run, .individuals, .movingRange, .p, .pPrime, .u, .uPrime, .individualsPrime: return true
    case .average, .standardDeviation, .c, .np, .g, .t: return false
    }
  }

  /// How its values are named on a chart's axis: `%`, `per 1,000`, `minutes`.
  public var valueUnit: String {
    if let unit { return unit }
    switch dataKind {
    case .timeBetween: return "days"
    case .opportunitiesBetween: return "cases"
    case .count, .continuous: return ""
    case .proportion, .rate:
      guard plotsRatio, multiplier > 1 else { return "" }
      return dataKind == .proportion && multiplier == 100 ? "%" : "per \(Self.grouped(multiplier))"
    }
  }

  /// A number with a comma between the thousands.
  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
