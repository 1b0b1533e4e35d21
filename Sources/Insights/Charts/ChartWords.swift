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

extension Improvement.Direction {
  var controlChartDirection: ImprovementDirection {
    switch self {
    case .increase: .increase
    case .decrease: .decrease
    case .neutral: .neutral
    }
  }
}
