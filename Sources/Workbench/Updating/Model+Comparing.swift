import Collaborative
import Improvement
import Insights

extension Model {
  /// The measure in sight and the series it was seen in: an open chart's, the selected row's, a
  /// site's key measure.
  private var measureInSight: (measureID: String, seriesID: String?)? {
    let tile: MeasureTile?
    switch place {
    case .chart(let chart):
      return chart.detail.map { ($0.chart.measure.id, chart.seriesID) }
    case .section:
      let index = sectionState.list.selection
      switch sectionState.rows {
      case .measures(let rows): tile = rows.indices.contains(index) ? rows[index] : nil
      case .portfolio(let rows):
        tile = rows.indices.contains(index) ? rows[index].tile : nil
        // The measure that was chosen, also on a site that doesn't report it.
        if tile == nil, let measure = sectionState.query.measure { return (measure, nil) }
      case .siteGroups:
        return sectionState.query.measure.map { ($0, nil) }
      default: tile = nil
      }
    case .page, .comparison, .stack, .course, .meeting: tile = nil
    }
    return tile.map { ($0.chart.measure.id, $0.seriesID) }
  }

  static let whyNoComparison: @Sendable (Model) -> String? = { model in
    model.measureInSight == nil ? "select a measure first" : nil
  }

  /// Opens the sites compared on the measure in sight, standing on the site it was seen at.
  mutating func openComparison() -> [Effect] {
    guard let (measureID, seriesID) = measureInSight else { return [] }
    let state = ComparisonState(
      measureID: measureID, seriesID: seriesID, ticket: nextTicket())
    places.append(.comparison(state))
    return [state.question(at: places.count - 1)]
  }

  mutating func showComparison(_ face: ComparisonState.Face) -> [Effect] {
    guard case .comparison(var state) = place else { return [] }
    state.show(face)
    place = .comparison(state)
    return []
  }

  /// A funnel where small charts are shown, and small charts where a funnel or a table is.
  mutating func switchComparison() -> [Effect] {
    guard case .comparison(let state) = place else { return [] }
    return showComparison(state.face == .multiples ? .funnel : .multiples)
  }

  /// One scale for all small charts, or each at its own.
  mutating func switchScales() -> [Effect] {
    hasOwnScales.toggle()
    status = Status(hasOwnScales ? "each at its own scale" : "one scale for all", tone: .quiet)
    return []
  }

  static let whyNoScales: @Sendable (Model) -> String? = { model in
    if case .comparison(let state) = model.place {
      return state.face == .multiples ? nil : "v shows the small charts"
    }
    return model.sectionState.isBoard ? nil : "v shows the small charts"
  }

  /// Why the funnel can't be shown in place of the small charts.
  static let whyNoFunnel: @Sendable (Model) -> String? = { model in
    guard case .comparison(let state) = model.place, state.face == .multiples else { return nil }
    return state.detail?.comparison.problem
  }

  /// Compares over the stretch of time before or after, which is as long.
  mutating func moveSpan(by step: Int) -> [Effect] {
    guard case .comparison(var state) = place, let span = state.detail?.comparison.wanted else {
      return []
    }
    state.span = span.advanced(by: step)
    state.ticket = nextTicket()
    place = .comparison(state)
    return [state.question(at: places.count - 1)]
  }

  static let whyNoSpan: @Sendable (Model) -> String? = { model in
    guard case .comparison(let state) = model.place,
      state.detail?.comparison.wanted != nil
    else { return "there is no time to move" }
    return nil
  }
}
