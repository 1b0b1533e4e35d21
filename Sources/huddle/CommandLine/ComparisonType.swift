import ControlCharts

/// Drawings of the chart command that are no control charts.
enum ComparisonType: String, CaseIterable {
  case funnel, pareto

  /// The control chart that takes the same columns.
  var nearest: ChartType {
    switch self {
    case .funnel: .p
    case .pareto: .c
    }
  }
}
