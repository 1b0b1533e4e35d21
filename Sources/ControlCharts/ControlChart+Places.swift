extension ControlChart {
  /// How many decimals numbers need, by how far the values and the limits spread, and by how little
  /// those outside lie beyond their limits.
  static func places(of points: [ChartPoint]) -> Int {
    var low = Double.infinity
    var high = -Double.infinity
    func hold(_ number: Double?) {
      guard let number else { return }
      low = min(low, number)
      high = max(high, number)
    }
    for point in points {
      hold(point.value)
      hold(point.lower)
      hold(point.upper)
    }
    let passed = points.compactMap { point -> (Double, Double)? in
      guard let side = point.beyondLimit, let value = point.value,
        let limit = side == .high ? point.upper : point.lower
      else { return nil }
      return (value, limit)
    }
    return NumberText.places(forRange: high - low, telling: passed)
  }
}
