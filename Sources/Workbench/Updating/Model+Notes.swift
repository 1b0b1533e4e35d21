import Collaborative
import Improvement

/// Writing, answering and resolving notes from wherever one stands.
extension Model {
  /// The note that is open, or that the selection leads to.
  private var noteInSight: String? {
    if let target = selectedTarget, target.type == .note { return target.id }
    if case .section(.today) = place, !isInDetailPane, case .today(let rows) = sectionState.rows,
      let evidence = rows[safe: sectionState.list.selection]?.evidence, evidence.type == .note
    {
      return evidence.id
    }
    if case .page(let page) = place, page.target.type == .note { return page.target.id }
    if isInDetailPane, let target = sectionState.detail?.target, target.type == .note {
      return target.id
    }
    return nil
  }

  /// Whether the row of Today is a question to be answered, or about a site with one.
  var isAtQuestion: Bool {
    guard case .today(let rows) = sectionState.rows,
      let row = rows[safe: sectionState.list.selection]
    else { return false }
    return row.kind == .question || row.evidence?.type == .note
  }

  /// Why this person may not change the note in sight, as far as a page of it says.
  static let whyNotThisNote: @Sendable (Model) -> String? = { model in
    whyNot(.note)(model) ?? model.noteInSight.flatMap { model.denialShown(of: Target(.note, $0)) }
  }

  static let whyNoNote: @Sendable (Model) -> String? = { model in
    model.noteInSight == nil ? "go to a note first" : nil
  }

  mutating func answerNote() -> [Effect] {
    guard let id = noteInSight else { return [] }
    return openForm(
      .add(.note, preset: ["target.type": DocumentType.note.rawValue, "target.id": id]))
  }

  mutating func resolveNote() -> [Effect] {
    noteInSight.map { [.perform(.resolve(noteID: $0))] } ?? []
  }

  /// A note about the selected or open site: whatever is to be said, or a visit.
  mutating func openSiteNote(_ kind: NoteKind? = nil) -> [Effect] {
    guard let target = editableTarget, target.type == .site else { return [] }
    var preset = ["target.type": target.type.rawValue, "target.id": target.id]
    preset["kind"] = kind?.rawValue
    return openForm(.add(.note, preset: preset))
  }
}
