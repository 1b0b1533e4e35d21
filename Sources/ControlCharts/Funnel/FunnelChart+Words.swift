extension FunnelChart {
  /// What always has to be said beside such a comparison.
  public static let reservation =
    "Three sigma limits; not adjusted for case mix; in no order of rank."

  /// How many decimals the numbers need, by how far values and limits spread, and by how little
  /// those outside lie beyond their limits.
  public var places: Int {
    let numbers = points.flatMap { [$0.value, $0.lower, $0.upper] }.compactMap(\.self)
    guard let low = numbers.min(), let high = numbers.max() else { return 1 }
    let passed = outside.compactMap { point -> (Double, Double)? in
      guard let value = point.value,
        let limit = point.beyondLimit == .high ? point.upper : point.lower
      else { return nil }
      return (value, limit)
    }
    return NumberText.places(forRange: high - low, telling: passed)
  }

  /// Who lies outside, whether the places differ by more than chance, and what isn't known.
  ///
  /// - Parameters:
  ///   - words: of its `period` the label of the whole comparison is written: "Jan to Dec 2026".
  ///   - places: what those compared are called: "sites".
  public func sentences(_ words: ChartWords, places: String = "sites") -> [String] {
    // Where nothing is compared, there is nothing to add to that.
    let compared = points.count { !$0.isMissing }
    if compared == 0 { return [finding(words, places)] }
    if compared == 1 { return [finding(words, places), Self.reservation] + cautions(places) }
    return [finding(words, places), Self.reservation, dispersion.words(places)] + cautions(places)
  }

  /// The finding in one sentence.
  public func finding(_ words: ChartWords, _ name: String = "sites") -> String {
    let compared = points.count { !$0.isMissing }
    guard let centre, compared > 0 else {
      return "\(words.measure): none of the \(points.count) \(name) has numbers to compare."
    }
    let unit = words.unit.isEmpty ? "" : " \(words.unit)"
    let around = NumberText.trimmed(centre, places: places)
    guard compared > 1 else {
      let only = points.first { !$0.isMissing }?.name ?? ""
      return "\(words.measure): \(around)\(unit) at \(only), the only one of the \(name) with "
        + "numbers; there is nothing to compare it with."
    }
    let start = "\(words.measure): \(compared) \(name) around \(around)\(unit)"
    guard !outside.isEmpty else {
      let all = compared == 2 ? "both" : "all"
      return "\(start); \(all) lie within the limits that chance sets for their size."
    }
    let told = outside.prefix(6).map { point in
      let value = NumberText.trimmed(point.value ?? 0, places: places)
      let isHigh = point.beyondLimit == .high
      let limit = (isHigh ? point.upper : point.lower) ?? 0
      return "\(point.name) (\(value)) is \(isHigh ? "above its upper" : "below its lower") limit "
        + NumberText.trimmed(limit, places: places) + point.meaning.words
    }
    let more = outside.count > told.count ? ["\(outside.count - told.count) more are outside"] : []
    return "\(start); " + (told + more).joined(separator: "; ") + "."
  }

  private func cautions(_ name: String) -> [String] {
    var cautions: [String] = []
    let missing = points.filter(\.isMissing).map(\.name)
    if !missing.isEmpty { cautions.append("Without numbers: \(Self.list(missing)).") }
    if !rough.isEmpty {
      let count = rough.count == points.count ? "all" : "\(rough.count) of \(points.count)"
      cautions.append("Fewer than 5 expected at \(count) \(name): their limits are rough.")
    }
    return cautions
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(6).joined(separator: ", ")
      + (names.count > 6 ? " and \(names.count - 6) more" : "")
  }
}

extension Meaning? {
  fileprivate var words: String {
    switch self {
    case .improvement: ", which is better"
    case .concern: ", which is worse"
    case .neutral, nil: ""
    }
  }
}

extension Dispersion {
  /// The test and its answer in a sentence.
  public func words(_ name: String = "sites") -> String {
    guard let factor, let statistic, let probability else {
      return "Too little to test whether the \(name) differ by more than chance."
    }
    let p = probability < 0.001 ? "p < 0.001" : "p = \(NumberText.decimal(probability, places: 3))"
    let degrees = degreesOfFreedom == 1 ? "1 degree" : "\(degreesOfFreedom) degrees"
    let test =
      "factor \(NumberText.decimal(factor, places: 1)), chi-squared "
      + "\(NumberText.decimal(statistic, places: 1)) on \(degrees) of freedom, \(p)"
    switch finding {
    case .over:
      return "Overdispersed: the \(name) differ by more than chance (\(test)); "
        + "the limits allow for chance only and are not widened."
    case .asChance, .notTested: return "No overdispersion is seen (\(test))."
    }
  }
}
