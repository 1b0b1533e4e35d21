import ControlCharts
import Improvement
import Insights

/// What several reports say of numbers.
extension Collaboration {
  /// The charts a report draws at most; the other series stand in its table of numbers.
  private static let chartsDrawn = 8

  /// The numbers as a table, and the charts of what matters most.
  ///
  /// - Parameter month: whose numbers the table tells; nil for the newest.
  func numberBlocks(
    _ tiles: [MeasureTile], in month: Period? = nil
  ) throws(CollaborationError) -> [ReportBlock] {
    guard !tiles.isEmpty else { return [] }
    var blocks = [ReportBlock.table(numberTable(tiles, in: month))]
    let charted = tiles.filter { $0.chart.chart != nil }
    let drawn = charted.prefix(Self.chartsDrawn)
    if charted.count > drawn.count {
      blocks.append(
        .paragraph(
          "\(charted.count) series have a chart; \(drawn.count) are drawn here, outcomes first. "
            + "The table has them all."))
    }
    for tile in drawn { blocks.append(.chart(try reportChart(tile))) }
    return blocks
  }

  func reportChart(_ tile: MeasureTile) throws(CollaborationError) -> ReportChart {
    let detail = try seriesDetail(tile.seriesID)
    return ReportChart(
      title: "\(detail.measure) at \(detail.site)", chart: detail.chart, caption: detail.caption)
  }

  private func numberTable(_ tiles: [MeasureTile], in month: Period?) -> ReportTable {
    ReportTable(
      "Numbers and what they say",
      headers: [
        "Measure", "Where", month == nil ? "Newest" : "Period", "Value", "Before that", "Variation",
        "Target", "Will it meet it?",
      ],
      rows: tiles.map { tile in
        let chart = tile.chart
        let index = month.map { shownPoint(of: chart, in: $0) } ?? newestPoint(of: chart)
        let target = chart.chart?.options.target.map { target in
          [NumberText.short(target), chart.measure.valueUnit].filter { !$0.isEmpty }
            .joined(separator: " ")
        }
        return [
          ReportCell([tile.measure, chart.measure.kind.label.lowercased()]), ReportCell(tile.site),
          ReportCell(index.map { chart.labels[$0] } ?? ""),
          index.map { pointCell(chart, $0) } ?? "no number",
          index.flatMap { earlierPoint(of: chart, than: $0) }.map { before in
            ReportCell([chart.labels[before], value(of: chart, before) ?? ""])
          } ?? ReportCell([]),
          ReportCell(chart.variationWord), ReportCell(target ?? ""),
          ReportCell(chart.assuranceWord),
        ]
      })
  }

  private func newestPoint(of chart: SeriesChart) -> Int? {
    chart.points.lastIndex { $0.status == .reported }
  }

  /// The last point within a month, reported ones first.
  private func shownPoint(of chart: SeriesChart, in month: Period) -> Int? {
    let within = chart.points.indices.filter { index in
      chart.points[index].period.map {
        $0.firstDay <= month.lastDay && $0.lastDay >= month.firstDay
      }
        ?? false
    }
    return within.last { chart.points[$0].status == .reported } ?? within.last
  }

  private func earlierPoint(of chart: SeriesChart, than index: Int) -> Int? {
    chart.points[..<index].lastIndex { $0.status == .reported }
  }

  /// A value with what it was counted from; in words where there is none. What is hidden stays so.
  private func pointCell(_ chart: SeriesChart, _ index: Int) -> ReportCell {
    let point = chart.points[index]
    guard let value = value(of: chart, index) else {
      return ReportCell(point.status.label.lowercased())
    }
    let counts = point.numerator.flatMap { above in
      point.denominator.map { "\(NumberText.short(above)) of \(NumberText.short($0))" }
    }
    let quality = point.quality == .final ? "" : point.quality.label.lowercased()
    return ReportCell([value, counts ?? "", quality])
  }

  private func value(of chart: SeriesChart, _ index: Int) -> String? {
    guard chart.points[index].status == .reported, let drawn = chart.chart,
      drawn.points.indices.contains(index), let value = drawn.points[index].value
    else { return nil }
    return [NumberText.trimmed(value, places: drawn.places), chart.measure.valueUnit]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
