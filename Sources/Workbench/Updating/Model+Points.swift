import Collaborative
import Improvement

extension Model {
  /// The point under a chart's cursor, where its period can be read.
  private var pointInSight: (seriesID: String, point: SeriesPoint, period: Period)? {
    guard case .chart(let chart) = place, chart.face == .chart,
      let point = chart.detail?.points[safe: chart.cursor], let period = point.period
    else { return nil }
    return (chart.seriesID, point, period)
  }

  static let whyNoPoint: @Sendable (Model) -> String? = { model in
    model.pointInSight == nil ? "there is no point under the cursor" : nil
  }

  mutating func openPointForm(forNote: Bool) -> [Effect] {
    guard let (seriesID, point, period) = pointInSight else { return [] }
    return openForm(
      .point(
        PointSubject(
          seriesID: seriesID, period: period, sequence: point.sequence, isForNote: forNote)))
  }

  /// The measure whose chart or page is open, or that is selected.
  private var measureToDefine: String? {
    switch place {
    case .chart(let chart): return chart.detail?.chart.measure.id
    case .page(let page): return page.target.type == .measure ? page.target.id : nil
    case .section:
      guard case .measures(let rows) = sectionState.rows else { return nil }
      return rows[safe: sectionState.list.selection]?.chart.measure.id
    default: return nil
    }
  }

  /// What is known of that measure beside its name.
  private var measureInSight: Measure? {
    if case .chart(let chart) = place { return chart.detail?.chart.measure }
    guard case .section = place, case .measures(let rows) = sectionState.rows else { return nil }
    return rows[safe: sectionState.list.selection]?.chart.measure
  }

  static let whyNoMeasure: @Sendable (Model) -> String? = { model in
    guard model.measureToDefine != nil else { return "select a measure first" }
    guard let measure = model.measureInSight, measure.project == nil, let identity = model.identity,
      identity.role != .steward, !identity.isMine(measure)
    else { return nil }
    return "it is the whole network's measure; a steward defines it anew, so ask one"
  }

  mutating func openDefinitionForm() -> [Effect] {
    guard let measureID = measureToDefine else { return [] }
    return openForm(.definition(measureID: measureID))
  }
}
