/// Measurements of one thing.
struct Samples {
  private var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  var median: Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The measurements in a unit of a thousandth.
  var thousandfold: Samples {
    var samples = Samples()
    samples.values = values.map { $0 * 1_000 }
    return samples
  }

  var count: Int { values.count }

  /// The smallest value that so many of a hundred do not exceed (nearest rank).
  func percentile(_ share: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return 0 }
    let rank = Int((share / 100 * Double(sorted.count)).rounded(.up))
    return sorted[min(max(rank, 1), sorted.count) - 1]
  }

  var largest: Double { values.max() ?? 0 }
  var smallest: Double { values.min() ?? 0 }

  /// The median, with the smallest and the largest.
  func text(_ unit: String) -> String {
    "\(Self.number(median)) \(unit) (\(Self.number(smallest))–\(Self.number(largest)))"
  }

  /// A number with as many decimals as are worth reading.
  static func number(_ value: Double) -> String {
    let tenths = Int((abs(value) * 10).rounded())
    let sign = value < 0 ? "-" : ""
    return tenths >= 1_000 || tenths % 10 == 0
      ? "\(sign)\(Int(abs(value).rounded()))" : "\(sign)\(tenths / 10).\(tenths % 10)"
  }
}
