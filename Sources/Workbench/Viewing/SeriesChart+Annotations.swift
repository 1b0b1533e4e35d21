import Improvement
import Insights
import Plots

extension SeriesChart {
  /// What happened beside the numbers, as marks of a drawing: tests, implemented changes, and what
  /// people noted beside a number.
  public var plotAnnotations: [PlotAnnotation] {
    annotations.map { mark in
      PlotAnnotation(
        position: mark.point, kind: mark.kind == .test ? .tick(mark.text) : .line(mark.text))
    }
      + points.enumerated().compactMap { index, point in
        point.note.flatMap { $0.isEmpty ? nil : PlotAnnotation(position: index, kind: .note($0)) }
      }
  }
}
