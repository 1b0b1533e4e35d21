import ControlCharts

/// Charts of plain numbers for tests.
enum Series {
  static func observations(_ values: [Double?]) -> [Observation] {
    values.enumerated().map { Observation(x: "\($0.offset + 1)", value: $0.element) }
  }

  static func individuals(
    _ values: [Double?], _ ruleSets: [RuleSet] = [.nhs()], centre: Double? = nil,
    sigma: Double? = nil, improvement: ImprovementDirection = .increase, target: Double? = nil,
    phaseStarts: [Int] = [], adjust: (inout [Observation]) -> Void = { _ in }
  ) throws -> ControlChart {
    var observations = observations(values)
    adjust(&observations)
    return try ControlChart(
      observations,
      ChartOptions(
        type: .i, ruleSets: ruleSets, phaseStarts: phaseStarts, improvement: improvement,
        target: target, givenCentre: centre, givenSigma: sigma))
  }
}
