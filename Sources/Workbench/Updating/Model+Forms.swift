import Cells
import Collaborative
import Improvement
import Widgets

extension Model {
  mutating func openForm(_ subject: FormSubject) -> [Effect] {
    let ticket = nextTicket()
    overlay = .form(FormState(subject: subject, ticket: ticket))
    return [.ask(.form(subject), .form, ticket: ticket)]
  }

  /// A cycle starts from where the person stands: the project they look at, the idea they chose.
  mutating func openAddCycle() -> [Effect] {
    var preset: [String: String] = [:]
    if let project = projectInSight { preset["project"] = project }
    return openForm(.add(.cycle, preset: preset))
  }

  /// The project that the selection or the open page belongs to.
  private var projectInSight: String? {
    if case .page(let page) = place, page.target.type == .project { return page.target.id }
    if let target = sectionState.selectedTarget, target.type == .project { return target.id }
    if case .project(let id)? = sectionState.query.filter?.kind { return id }
    return nil
  }

  mutating func openEditForm() -> [Effect] {
    guard let target = editableTarget else { return [] }
    return openForm(.edit(target))
  }

  mutating func openLogForm() -> [Effect] {
    guard let series = selectedSeries else { return [] }
    return openForm(.log(seriesID: series))
  }

  /// Adding stands on a gap to fill it, or anywhere in a roster for one role more.
  mutating func openRosterForm(adding: Bool) -> [Effect] {
    guard let row = selectedRosterRow else { return [] }
    let role = adding && !row.isGap ? "" : row.role
    return openForm(
      .roster(
        projectID: row.projectID, position: adding ? nil : row.position, role: role))
  }

  mutating func acceptForm(_ content: FormContent, _ ticket: Int) {
    guard case .form(var state) = overlay, state.ticket == ticket else { return }
    state.content = content
    state.form = Form(fields: content.fields, values: content.values)
    state.problem = nil
    if content.isDraft {
      status = Status("your draft is back: ^s saves it", tone: .caution)
    }
    overlay = .form(state)
  }

  mutating func saveForm() -> [Effect] {
    guard case .form(var state) = overlay, let form = state.form, let content = state.content,
      !state.isSaving
    else { return [] }
    state.isSaving = true
    overlay = .form(state)
    return [.perform(.saveForm(state.subject, values: form.values, base: content))]
  }

  /// Leaves a form; unsaved text is kept as a draft that is offered next time.
  mutating func leaveForm() -> [Effect] {
    let effects = draftEffects()
    if !effects.isEmpty { status = Status("kept as a draft", tone: .caution) }
    overlay = nil
    return effects
  }

  /// What keeps the text of an open form when it is left, or when the line drops.
  func draftEffects() -> [Effect] {
    guard case .form(let state) = overlay, let form = state.form, form.isDirty else { return [] }
    return [.saveDraft(state.subject, values: form.values)]
  }

  mutating func handleInForm(_ state: FormState, _ key: Key) -> [Effect] {
    let isTyping = state.form?.isChoosing ?? false
    if !isTyping || key != .escape,
      let command = Keymap.standard.command(for: key, in: .form, section: section)
    {
      return run(command)
    }
    if key == .control("c") { return leaveForm() }
    var state = state
    state.form?.handle(key)
    overlay = .form(state)
    return []
  }
}
