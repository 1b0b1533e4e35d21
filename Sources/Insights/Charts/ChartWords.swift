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

extension Measure {
  /// What one of its points is called, and several.
  var pointNames: (one: String, many: String) {
    if dataKind.isSingleEvent { return ("event", "events") }
    return switch frequency {
    case .day: ("day", "days")
    case .week: ("week", "weeks")
    case .month: ("month", "months")
    case .quarter: ("quarter", "quarters")
    case .event: ("event", "events")
    }
  }

  /// Where its values can't go beyond, as a chart draws them; nil where nothing is known of that.
  var naturalBounds: ClosedRange<Double>? {
    switch dataKind {
    case .continuous: nil
    case .proportion where chartType != .np && chartType != .c:
      0...PointReading(self).multiplier
    case .proportion, .count, .rate, .timeBetween, .opportunitiesBetween: 0...Double.infinity
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
