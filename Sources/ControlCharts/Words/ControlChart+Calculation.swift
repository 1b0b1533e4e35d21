import Glibc

extension ControlChart {
  /// The formula of the lines with the numbers put in, as it gives those at one point.
  ///
  /// What the formula estimates — a mean moving range, a spread — is worked back from the lines, so
  /// that the sum a reader does by hand comes out at what is drawn. Nothing where a line is missing.
  func calculation(at point: ChartPoint, _ words: ChartWords) -> String? {
    guard let drawn = point.centre else { return nil }
    let count = phases[point.phase].baselineCount
    guard type.hasLimits else {
      return options.givenCentre == nil
        ? "median of \(words.counted(count)) = \(text(drawn, words))" : nil
    }
    guard let lower = point.lower, let upper = point.upper else { return nil }
    let scale = options.multiplier
    let half = max(upper - drawn, drawn - lower) / scale
    guard let sum = sum(at: point, centre: drawn / scale, half: half, upper: upper / scale) else {
      return nil
    }
    let result = "\(text(lower, words)) and \(text(upper, words))"
    let times = scale == 1 ? "" : " (× \(NumberText.short(scale)))"
    let cut =
      (options.type != .mr && lower == 0) || (type.isProportion && upper >= ceiling(of: point))
      ? ", cut to what is possible" : ""
    return "\(sum)\(times) = \(result)\(cut)"
  }

  private func ceiling(of point: ChartPoint) -> Double {
    type == .np ? (point.denominator ?? .infinity) * options.multiplier : options.multiplier
  }

  /// The right-hand side of the formula, before the multiplier.
  private func sum(
    at point: ChartPoint, centre: Double, half: Double, upper: Double
  ) -> String? {
    func number(_ value: Double) -> String { NumberText.significant(value, digits: 4) }
    let constants = options.constants
    let m = number(centre)
    if options.givenSigma != nil { return "\(m) ± 3 × the given sigma" }
    switch type {
    case .run: return nil
    case .i:
      let range = half / constants.individualsFactor
      return
        "\(m) ± \(NumberText.decimal(constants.individualsFactor, places: 4)) × \(number(range))"
    case .mr: return "0 and \(NumberText.decimal(constants.d4, places: 4)) × \(m)"
    case .xbar, .s:
      guard let n = point.subgroupSize, n > 1 else { return nil }
      let c4 = Constants.c4(n)
      let factor = NumberText.decimal(c4, places: 4)
      if type == .s { return "\(m) ± 3 × \(m) √(1 − \(factor)²) / \(factor)" }
      let spread = number(half / 3 * c4 * Double(n).squareRoot())
      return "\(m) ± 3 × \(spread) / (\(factor) √\(n))"
    case .p, .np:
      guard let n = point.denominator, n > 0 else { return nil }
      let p = number(type == .np ? centre / n : centre)
      return type == .np
        ? "\(m) ± 3 √(\(m) (1 − \(p)))" : "\(m) ± 3 √(\(p) (1 − \(p)) / \(NumberText.short(n)))"
    case .pp, .up:
      guard let n = point.denominator, n > 0 else { return nil }
      let root = (type == .pp ? centre * (1 - centre) / n : centre / n).squareRoot()
      guard root > 0 else { return nil }
      let under = type == .pp ? "\(m) (1 − \(m))" : m
      return "\(m) ± 3 × \(number(half / 3 / root)) √(\(under) / \(NumberText.short(n)))"
    case .u:
      guard let n = point.denominator, n > 0 else { return nil }
      return "\(m) ± 3 √(\(m) / \(NumberText.short(n)))"
    case .c: return "\(m) ± 3 √\(m)"
    case .g:
      let g = number(Self.meanBetween(upperLimit: upper))
      return "\(g) ± 3 √(\(g) (\(g) + 1))"
    case .t:
      let middle = pow(centre, 1 / 3.6)
      let width = pow(upper, 1 / 3.6) - middle
      let range = number(width / constants.individualsFactor)
      let factor = NumberText.decimal(constants.individualsFactor, places: 4)
      return "(\(number(middle)) ± \(factor) × \(range))^3.6"
    case .ip:
      guard let n = point.denominator, n > 0 else { return nil }
      return "\(m) ± 3 × \(number(half / 3 * n.squareRoot())) / √\(NumberText.short(n))"
    }
  }

  /// The mean g of which g + 3 √(g (g + 1)) is the upper limit of a G chart.
  private static func meanBetween(upperLimit upper: Double) -> Double {
    let middle = 9 + 2 * upper
    return ((middle * middle + 32 * upper * upper).squareRoot() - middle) / 16
  }
}
