import Improvement
import Insights
import Plots

extension SeriesChart {
  /// What happened beside the numbers, as marks of a drawing: tests, implemented changes, and what
  /// people noted beside a number or why they left it out.
  public var plotAnnotations: [PlotAnnotation] {
    annotations.map { mark in
      PlotAnnotation(
        position: mark.point, kind: mark.kind == .test ? .tick(mark.text) : .line(mark.text))
    }
      + points.enumerated().flatMap { index, point -> [PlotAnnotation] in
        let leftOut = point.leftOutReason.map { "left out, \($0)" }
        return [leftOut, point.note].compactMap(\.self).filter { !$0.isEmpty }
          .map { PlotAnnotation(position: index, kind: .note($0)) }
      }
  }
}
