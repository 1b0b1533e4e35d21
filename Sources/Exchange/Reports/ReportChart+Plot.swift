import Collaborative
import Insights
import Plots

extension ReportChart {
  /// The chart as a drawing; nil where the numbers make none.
  var plot: ChartPlot? {
    guard let drawn = chart.chart else { return nil }
    let work = chart.annotations.map { mark -> PlotAnnotation in
      let text = ReportText.line(mark.text)
      return PlotAnnotation(
        position: mark.point, kind: mark.kind == .test ? .tick(text) : .line(text))
    }
    let notes = chart.points.enumerated().compactMap { index, point -> PlotAnnotation? in
      guard let note = point.note, !note.isEmpty else { return nil }
      return PlotAnnotation(position: index, kind: .note(ReportText.line(note)))
    }
    return ChartPlot(
      chart: drawn, verdict: chart.verdict, labels: chart.labels, annotations: work + notes,
      caption: caption.map(ReportText.line), unit: ReportText.line(chart.measure.valueUnit))
  }
}
