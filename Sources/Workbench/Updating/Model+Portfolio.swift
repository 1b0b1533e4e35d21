import Collaborative
import Improvement
import Widgets

/// Going through the sites of a portfolio, and what a coach does with one of them.
extension Model {
  private var portfolioRows: PortfolioRows? {
    guard section == .portfolio, case .portfolio(let rows) = sectionState.rows else { return nil }
    return rows
  }

  /// The row of the site that is selected or open in Portfolio.
  var siteRow: SiteRow? {
    guard let target = editableTarget, target.type == .site else { return nil }
    return portfolioRows?.first { $0.id == target.id }
  }

  /// Where the next site with a reason stands, round and round.
  private func indexInNeed(by step: Int) -> Int? {
    guard let rows = portfolioRows else { return nil }
    let count = rows.count
    return (1...max(1, count)).lazy
      .map { ((sectionState.list.selection + step * $0) % max(1, count) + count) % max(1, count) }
      .first { rows.indices.contains($0) && !rows[$0].reasons.isEmpty }
  }

  static let whyNoSiteInNeed: @Sendable (Model) -> String? = { model in
    model.indexInNeed(by: 1) == nil ? "no site needs you just now" : nil
  }

  static let whyNoReview: @Sendable (Model) -> String? = { model in
    model.siteRow == nil ? "select a site first" : nil
  }

  static let whyNothingToWait: @Sendable (Model) -> String? = { model in
    if let reason = whyNoReview(model) { return reason }
    guard let row = model.siteRow else { return nil }
    return row.reasons.isEmpty && row.waitingReasons == 0 ? "nothing needs you here just now" : nil
  }

  static let whyNoScore: @Sendable (Model) -> String? = { model in
    guard let row = model.siteRow else { return "select a site first" }
    return row.projectToScore == nil ? "this site has no active project" : nil
  }

  static let whyNoEvidence: @Sendable (Model) -> String? = { model in
    guard let row = model.siteRow else { return "select a site first" }
    return row.reasons.isEmpty ? "nothing needs you here just now" : nil
  }

  static let whyNoSite: @Sendable (Model) -> String? = { model in
    model.editableTarget?.type == .site ? nil : "select a site first"
  }

  static let whyNoCoach: @Sendable (Model) -> String? = { model in
    switch model.identity?.role {
    case .coach, .steward: nil
    default: "only coaches and stewards review sites"
    }
  }

  /// Selects the next site that needs its coach; on a site's page opens that one instead.
  mutating func goToSiteInNeed(by step: Int) -> [Effect] {
    guard let index = indexInNeed(by: step) else { return [] }
    sectionState.list.select(index)
    guard case .page = place else { return followSelectionNow() }
    places.removeLast()
    return openSelected()
  }

  mutating func reviewSite() -> [Effect] {
    siteRow.map { [.perform(.review(siteID: $0.id))] } ?? []
  }

  mutating func scoreSite() -> [Effect] {
    guard let project = siteRow?.projectToScore else { return [] }
    return openForm(.score(projectID: project))
  }

  mutating func openSnoozeForm() -> [Effect] {
    guard let row = siteRow else { return [] }
    return openForm(.snooze(siteID: row.id))
  }

  /// Opens what the most pressing reason rests on.
  mutating func openEvidence() -> [Effect] {
    guard let evidence = siteRow?.reasons.first?.evidence else { return [] }
    return open(Target(evidence.type, evidence.id))
  }

  var isShowingStory: Bool {
    if case .page(let page) = place { page.isStory } else { false }
  }

  /// Opens the whole story of the site that is selected or open.
  mutating func openStory() -> [Effect] {
    guard let target = editableTarget, target.type == .site else { return [] }
    var state = PageState(target, ticket: nextTicket())
    state.isStory = true
    places.append(.page(state))
    return [.ask(state.request, .place(places.count - 1), ticket: state.ticket)]
  }
}
