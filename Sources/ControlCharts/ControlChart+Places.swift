extension ControlChart {
  /// How many decimals numbers need, by how far the values and the limits spread.
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
    return NumberText.places(forRange: high - low)
  }
}
