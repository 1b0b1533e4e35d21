import Collaborative
import Improvement

extension Model {
  /// What is in sight that has charts to be stacked: a project, a series.
  private var stackInSight: StackSubject? {
    let target: Target?
    switch place {
    case .section:
      target = isInDetailPane ? sectionState.detail?.target : sectionState.selectedTarget
    case .page(let page): target = page.target
    case .chart(let chart): target = Target(.series, chart.seriesID)
    default: target = nil
    }
    switch target?.type {
    case .project: return target.map { .project($0.id, site: nil) }
    case .series: return target.map { .series($0.id) }
    default: return nil
    }
  }

  static let whyNoStack: @Sendable (Model) -> String? = { model in
    model.stackInSight == nil ? "select a project or a measure first" : nil
  }

  mutating func openStack() -> [Effect] {
    guard let subject = stackInSight else { return [] }
    let state = StackState(subject, ticket: nextTicket())
    places.append(.stack(state))
    return [.ask(.stack(subject), .place(places.count - 1), ticket: state.ticket)]
  }

  mutating func moveStackCursor(by step: Int) -> [Effect] {
    guard case .stack(var state) = place else { return [] }
    state.moveCursor(by: step)
    place = .stack(state)
    return []
  }

  mutating func toggleStackTable() -> [Effect] {
    guard case .stack(var state) = place else { return [] }
    state.isTable.toggle()
    state.scroll = 0
    place = .stack(state)
    return []
  }

  static let whyNoCharts: @Sendable (Model) -> String? = { model in
    guard case .stack(let state) = model.place, let detail = state.detail else { return nil }
    return detail.emptyWords == nil ? nil : "there are no charts yet"
  }

  static let whyNoOtherChart: @Sendable (Model) -> String? = { model in
    if let reason = whyNoCharts(model) { return reason }
    guard case .stack(let state) = model.place, let detail = state.detail else { return nil }
    return detail.entries.count > 1 || state.isTable ? nil : "there is one chart only"
  }

  static let whyNoOtherSite: @Sendable (Model) -> String? = { model in
    guard case .stack(let state) = model.place, let detail = state.detail,
      detail.projectID != nil, detail.siteIDs.count > 1
    else { return "there is one site only" }
    return nil
  }

  /// The same measures at the project's next site, round and round.
  mutating func moveStackSite(by step: Int) -> [Effect] {
    guard case .stack(var state) = place, let detail = state.detail,
      let project = detail.projectID, let site = detail.siteID,
      let index = detail.siteIDs.firstIndex(of: site)
    else { return [] }
    let count = detail.siteIDs.count
    state.subject = .project(project, site: detail.siteIDs[(index + step + count) % count])
    state.ticket = nextTicket()
    place = .stack(state)
    return [.ask(.stack(state.subject), .place(places.count - 1), ticket: state.ticket)]
  }
}
