import JSONTree

extension DocumentCheck {
  mutating func checkSeries() {
    if let id = tree.text("id"), let site = tree.text("site"), let measure = tree.text("measure") {
      let expected = Series.id(site: site, measure: measure, stratum: tree.text("stratum"))
      if id != expected { report(.idIsNot(expected), at: "id", "Id") }
    }
    if let from = tree.period("baseline.from"), let to = tree.period("baseline.to"), to < from {
      report(
        .endsBeforeItStarts(start: "Baseline from"), at: "baseline.to", "Baseline to")
    }
    var places: Set<String> = []
    for (index, tree) in (tree["points"]?.elements ?? []).enumerated() {
      let point = SeriesPoint(tree)
      let path = JSONPath(["points", String(index)])
      if !places.insert(point.place).inserted {
        report(.duplicate(point.periodText), at: path.appending("period"), "Period")
      }
      checkNumbers(of: point, at: path)
    }
  }

  private mutating func checkNumbers(of point: SeriesPoint, at path: JSONPath) {
    for name in ["numerator", "denominator"] {
      guard let number = point.tree[name]?.number, let value = number.double, value < 0 else {
        continue
      }
      report(
        .outOfRange(number.literal, allowed: "0 or more"), at: path.appending(name),
        name.prefix(1).uppercased() + name.dropFirst())
    }
    guard point.status == .reported else { return }
    let hasRatio = point.numerator != nil && point.denominator != nil
    if point.value == nil, !hasRatio, point.values.isEmpty {
      report(.noNumber, at: path.appending("value"), "Value")
    }
    if hasRatio, point.denominator == 0 {
      report(.zeroDenominator, at: path.appending("denominator"), "Denominator")
    }
  }
}

extension Validation {
  /// What is wrong with a series when its measure is known: periods of another length, more events
  /// than cases in a share, numbers without their denominator.
  public static func findings(in series: Series, of measure: Measure) -> [Finding] {
    var check = DocumentCheck(tree: series.tree)
    for (index, point) in series.points.enumerated() {
      let path = JSONPath(["points", String(index)])
      if let period = point.period, period.unit != measure.frequency.unit {
        check.report(
          .periodDoesNotFit(point.periodText, measure.frequency), at: path.appending("period"),
          "Period")
      }
      guard measure.dataKind.hasDenominator, point.status == .reported else { continue }
      guard let numerator = point.tree["numerator"]?.number,
        let denominator = point.tree["denominator"]?.number
      else {
        if point.value == nil || !measure.chartType.needsDenominator { continue }
        check.report(.needsDenominator, at: path.appending("denominator"), "Denominator")
        continue
      }
      if measure.dataKind == .proportion, let up = numerator.double, let down = denominator.double,
        up > down
      {
        check.report(
          .numeratorAboveDenominator(numerator.literal, denominator.literal),
          at: path.appending("numerator"), "Numerator")
      }
    }
    return check.findings
  }
}
