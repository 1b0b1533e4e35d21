import Collaborative
import Improvement
import Widgets

extension Model {
  /// The row of a project's tree that is selected.
  var selectedProjectRow: ProjectRow? {
    guard case .section(.projects) = place, case .projects(let rows) = sectionState.rows else {
      return nil
    }
    return rows[safe: sectionState.list.selection]
  }

  static let whyNoProjectRow: @Sendable (Model) -> String? = { model in
    model.selectedProjectRow == nil ? "select a project first" : nil
  }

  /// Why the selected row can't be moved about in a diagram.
  static let whyNoDriverRow: @Sendable (Model) -> String? = { model in
    guard let row = model.selectedProjectRow else { return "select a driver first" }
    if row.nodeID != nil { return nil }
    return row.kind == .idea
      ? "this idea is known from its cycles only; + puts it into the diagram"
      : "select a driver or a change idea first"
  }

  /// A driver and an idea are their project's.
  static let whyNotThisProjectRow: @Sendable (Model) -> String? = { model in
    switch model.selectedProjectRow?.kind {
    case .driver, .idea, .aim: whyNot(.project)(model)
    case .project, .cycle, nil: whyNotThis(model)
    }
  }

  static let whyNothingToTakeAway: @Sendable (Model) -> String? = { model in
    guard let row = model.selectedProjectRow else { return whyNothingToRemove(model) }
    switch row.kind {
    case .driver, .idea: return whyNoDriverRow(model)
    case .aim: return "the aim is part of the charter; e changes it"
    case .project, .cycle: return whyNothingToRemove(model)
    }
  }

  /// A new driver or idea under what is selected; a ramp that is no idea of the diagram becomes one.
  mutating func openDriverForm() -> [Effect] {
    guard let row = selectedProjectRow else { return [] }
    var subject = DriverSubject(
      projectID: row.projectID, parent: row.driverID, selected: row.nodeID)
    if row.kind == .idea || row.kind == .cycle { subject.kind = .idea }
    if row.kind == .idea, row.nodeID == nil { subject.text = row.text }
    return openForm(.driver(subject))
  }

  /// What `e` changes: a driver's words and place, else the whole document.
  mutating func editProjectRow() -> [Effect] {
    guard let row = selectedProjectRow, let id = row.nodeID else { return openEditForm() }
    return openForm(
      .driver(
        DriverSubject(
          projectID: row.projectID, id: id, kind: row.kind == .idea ? .idea : .driver)))
  }

  func rearrange(_ step: (String) -> DriverStep) -> [Effect] {
    guard let row = selectedProjectRow, let id = row.nodeID else { return [] }
    return [.perform(.rearrange(projectID: row.projectID, [step(id)]))]
  }

  /// Asks before a driver goes, and says what becomes of all below it.
  mutating func removeProjectRow(together: Bool) -> [Effect] {
    guard let row = selectedProjectRow, let id = row.nodeID else { return confirmRemoval() }
    let below = rowsBelowSelection
    let what =
      below == 0
      ? "?"
      : together ? " and the \(below) below it?" : "? What stands under it moves up into its place."
    confirm(removing: id, row.text, what, from: row.projectID, together: together)
    return []
  }

  /// The same for the page of a driver or an idea.
  mutating func confirmRemoval(
    of part: DiagramPart, _ title: String, from projectID: String
  ) -> [Effect] {
    let what = part.kind == .idea ? "?" : "? What stands under it moves up into its place."
    confirm(removing: part.id, title, what, from: projectID, together: false)
    return []
  }

  private mutating func confirm(
    removing id: String, _ title: String, _ what: String, from projectID: String, together: Bool
  ) {
    overlay = .confirm(
      Confirmation(
        confirm: Confirm(
          title: "Remove",
          question: "Remove “\(title)”\(what)\nIts cycles stay. u brings it back."),
        operation: .rearrange(projectID: projectID, [.remove(id, together: together)])))
  }

  /// How many drivers and ideas stand under the selected one.
  private var rowsBelowSelection: Int {
    guard case .projects(let rows) = sectionState.rows, let row = selectedProjectRow else {
      return 0
    }
    return rows.dropFirst(sectionState.list.selection + 1).prefix { $0.depth > row.depth }
      .filter { $0.nodeID != nil }.count
  }

  /// What a cycle takes from the driver or the idea that it is begun on.
  var presetFromDiagram: [String: String] {
    guard let row = selectedProjectRow else { return [:] }
    var preset: [String: String] = [:]
    preset["project"] = row.projectID
    preset["driver"] = row.driverID
    if row.kind == .idea {
      preset["ramp"] = row.text
      preset["changeIdea.text"] = row.text
    }
    return preset
  }
}
