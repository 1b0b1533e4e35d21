import Collaborative
import Improvement

extension Model {
  static let whyNoRoster: @Sendable (Model) -> String? = { model in
    guard let row = model.selectedRosterRow else { return "select a row of a roster first" }
    if !row.projectID.isEmpty || !row.joins.isEmpty { return nil }
    return row.groupID.isEmpty
      ? "this person belongs to no site; e names one"
      : "this site has no project yet; 2 shows the projects"
  }

  static let whyNobodyHoldsIt: @Sendable (Model) -> String? = { model in
    guard let row = model.selectedRosterRow else { return "v shows the rosters" }
    if row.isEntry { return nil }
    return row.isGap ? "nobody holds this role; a fills it" : "there is no role here"
  }

  /// Why this person may not change the roster that the selected row is of, or would join.
  static let whyNotThisRoster: @Sendable (Model) -> String? = { model in
    whyNot(.project)(model) ?? model.selectedRosterRow?.denial
  }

  /// A role is the project's, a person without one is a person, a site a site.
  static let whyNotThisTeamRow: @Sendable (Model) -> String? = { model in
    guard let row = model.selectedRosterRow, row.isEntry || row.isGap else {
      return whyNotThis(model)
    }
    return whyNotThisRoster(model)
  }

  var selectedRosterRow: RosterRow? {
    guard case .team(let rows) = sectionState.rows else { return nil }
    return rows[safe: sectionState.list.selection]
  }

  mutating func showNextTeamFace() -> [Effect] {
    let target = sectionState.selectedTarget
    var query = sectionState.query
    query.team = query.team.next
    // What one side can be narrowed to means nothing on another.
    if query.filter?.kind != .mine { query.filter = nil }
    sectionState.query = query
    sectionState.pane = .list
    // Whoever was gone to is looked at here as well, where they are.
    sectionState.wantedID = sectionState.list.selection > 0 ? target?.id : nil
    sectionState.list.select(0)
    sectionState.mayMissWanted = true
    return loadRows(of: section)
  }

  /// Adding stands on a gap to fill it, on a person without a role to give them one, or anywhere in
  /// a roster for one role more.
  mutating func openRosterForm(_ deed: RosterSubject.Deed) -> [Effect] {
    guard let row = selectedRosterRow else { return [] }
    let project = row.projectID.isEmpty ? row.joins : row.projectID
    guard deed == .add else {
      return openForm(
        .roster(
          RosterSubject(
            projectID: project, position: row.position, role: row.roleValue,
            memberID: row.memberID, deed: deed)))
    }
    return openForm(
      .roster(
        RosterSubject(
          projectID: project, role: row.isGap ? row.roleValue : "",
          memberID: row.kind == .withoutRole ? row.memberID : nil, deed: .add)))
  }

  mutating func editTeamRow() -> [Effect] {
    guard let row = selectedRosterRow, row.isEntry || row.isGap else { return openEditForm() }
    return openRosterForm(row.isGap ? .add : .edit)
  }

  /// A new person belongs where one stands.
  var presetOfNewMember: [String: String] {
    if case .siteTree = sectionState.rows, let id = sectionState.selectedTarget?.id {
      return ["siteIds": id]
    }
    guard let row = selectedRosterRow, row.groupID != row.projectID, !row.groupID.isEmpty else {
      return [:]
    }
    return ["siteIds": row.groupID]
  }

  var presetOfNewPart: [String: String] {
    sectionState.selectedTarget.map { ["parentSite": $0.id] } ?? [:]
  }
}
