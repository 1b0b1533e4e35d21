import ControlCharts
import Improvement

extension ChartChoice {
  var controlChartType: ChartType { ChartType(rawValue: rawValue) ?? .run }
}

extension RuleSetChoice {
  var controlChartRules: RuleSet {
    switch self {
    case .nhs: .nhs()
    case .anhoej: .anhoej
    case .westernElectric: .westernElectric
    case .nelson: .nelson
    case .none: .none
    }
  }
}

extension MeasureDirection {
  var controlChartDirection: ChartImprovement {
    switch self {
    case .increase: .increase
    case .decrease: .decrease
    case .neutral: .neutral
    }
  }
}

extension Measure {
  /// Ratios are shown per 100 or per 1,000; a measured value and a plain count stay as they are.
  var chartMultiplier: Double { dataKind.hasDenominator ? Double(max(1, multiplier)) : 1 }

  /// How its values are named on a chart's axis: `% `, `per 1,000`, `minutes`.
  public var valueUnit: String {
    if let unit { return unit }
    return switch (dataKind, multiplier) {
    case (.proportion, 100): "%"
    case (.proportion, _), (.rate, _): multiplier == 1 ? "" : "per \(multiplier)"
    case (.timeBetween, _): "days"
    default: ""
    }
  }
}
