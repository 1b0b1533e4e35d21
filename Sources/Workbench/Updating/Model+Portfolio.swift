import Collaborative
import Improvement

extension Model {
  /// The row of the site that is selected or open in Portfolio.
  private var siteRow: SiteRow? {
    guard section == .portfolio, let target = editableTarget, target.type == .site,
      case .portfolio(let rows) = sectionState.rows
    else { return nil }
    return rows.first { $0.id == target.id }
  }

  /// Where the next site with a reason stands, round and round.
  private func indexInNeed(by step: Int) -> Int? {
    guard section == .portfolio, case .portfolio(let rows) = sectionState.rows else { return nil }
    let count = rows.count
    return (1...max(1, count)).lazy
      .map { ((sectionState.list.selection + step * $0) % count + count) % count }
      .first { rows.indices.contains($0) && !rows[$0].reasons.isEmpty }
  }

  static let whyNoSiteInNeed: @Sendable (Model) -> String? = { model in
    model.indexInNeed(by: 1) == nil ? "no site needs you just now" : nil
  }

  static let whyNoReview: @Sendable (Model) -> String? = { model in
    if let reason = model.whyNoCoach { return reason }
    return model.siteRow == nil ? "select a site first" : nil
  }

  static let whyNothingToWait: @Sendable (Model) -> String? = { model in
    if let reason = whyNoReview(model) { return reason }
    return model.siteRow?.reasons.isEmpty == true ? "nothing needs you here just now" : nil
  }

  static let whyNoScore: @Sendable (Model) -> String? = { model in
    guard let row = model.siteRow else { return "select a site first" }
    return row.projectToScore == nil ? "this site has no active project" : nil
  }

  private var whyNoCoach: String? {
    switch identity?.role {
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
}
