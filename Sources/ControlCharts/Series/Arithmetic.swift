/// Sums that keep what plain addition rounds away (Neumaier 1974).
///
/// A centre line is often a mean of equal values; it has to come out as that very value, or points
/// on the line would seem to lie beside it.
struct StableSum {
  private var total = 0.0
  private var lost = 0.0

  var value: Double { total + lost }

  mutating func add(_ number: Double) {
    let sum = total + number
    lost += abs(total) >= abs(number) ? (total - sum) + number : (number - sum) + total
    total = sum
  }

  static func of(_ numbers: some Sequence<Double>) -> Double {
    var sum = StableSum()
    for number in numbers { sum.add(number) }
    return sum.value
  }

  /// The mean; nil of nothing.
  static func mean(of numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : of(numbers) / Double(numbers.count)
  }

  /// The standard deviation with divisor n − 1; nil of fewer than two numbers.
  static func deviation(of numbers: [Double]) -> Double? {
    guard numbers.count > 1, let mean = mean(of: numbers) else { return nil }
    let squares = numbers.map { ($0 - mean) * ($0 - mean) }
    return (of(squares) / Double(numbers.count - 1)).squareRoot()
  }
}

/// The median, the mean of the middle two where their number is even; nil of nothing.
func median(of numbers: [Double]) -> Double? {
  guard !numbers.isEmpty else { return nil }
  let sorted = numbers.sorted()
  let middle = sorted.count / 2
  return sorted.count.isMultiple(of: 2)
    ? sorted[middle - 1] / 2 + sorted[middle] / 2 : sorted[middle]
}
