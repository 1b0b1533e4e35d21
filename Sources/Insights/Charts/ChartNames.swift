import ControlCharts

// Both rooms below have an `Observation` and a `Direction`; the chart's own are called so here.
public typealias ChartObservation = Observation
typealias ChartImprovement = Improvement
