import ControlCharts
import Glibc

/// The range a chart shows, ending on round numbers, and where it is labelled.
struct AxisScale: Hashable {
  var low: Double
  var high: Double
  /// The labelled values, ascending.
  var ticks: [Double]
  private var step: Double

  /// A range that holds all the numbers, with about `count` labels.
  init(holding numbers: [Double], labels count: Int) {
    let bounded = numbers.filter(\.isFinite).map { min(max($0, -1e300), 1e300) }
    var low = bounded.min() ?? 0
    var high = bounded.max() ?? 1
    let size = max(abs(low), abs(high))
    if high - low <= 1e-9 * size || high - low < 1e-290 {
      let margin = size < 1e-280 ? 1 : size * 0.1
      let staysPositive = low >= 0
      low -= margin
      high += margin
      if staysPositive { low = max(0, low) }
    }
    let raw = (high - low) / Double(max(1, count))
    let power = pow(10, log10(raw).rounded(.down))
    step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= raw * 0.999_999 } ?? raw
    self.low = (low / step).rounded(.down) * step
    self.high = (high / step).rounded(.up) * step
    let steps = Int(min(100, ((self.high - self.low) / step).rounded()))
    ticks = []
    for index in 0...max(1, steps) {
      let tick = self.low + Double(index) * step
      ticks.append(abs(tick) < step * 1e-6 ? 0 : tick)
    }
  }

  /// A labelled value as text, all with the same decimals.
  func text(_ tick: Double) -> String {
    guard step >= 1e-6, max(abs(low), abs(high)) < 1e9 else {
      return NumberText.significant(tick, digits: 3)
    }
    return NumberText.decimal(tick, places: max(0, -Int(log10(step * 1.000_001).rounded(.down))))
  }

  /// The row of a value among so many, the highest value in row 0.
  func row(of value: Double, rows: Int) -> Int {
    guard rows > 1 else { return 0 }
    let share = (high - value) / (high - low)
    guard share.isFinite else { return value > high ? 0 : rows - 1 }
    return Int((min(max(share, 0), 1) * Double(rows - 1)).rounded())
  }
}
