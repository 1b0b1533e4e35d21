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
    if let series = selectedSeries {
      if let place = SeriesPlace(seriesID: series) {
        if !place.site.isEmpty { preset["site"] = place.site }
        preset["plan.predictions.0.measure"] = place.measure
      }
    }
    preset.merge(presetFromDiagram) { old, _ in old }
    return openForm(.add(.cycle, preset: preset))
  }

  /// The project that the selection or the open page belongs to.
  private var projectInSight: String? {
    if case .page(let page) = place, page.target.type == .project { return page.target.id }
    if let target = sectionState.selectedTarget, target.type == .project { return target.id }
    if case .project(let id)? = sectionState.query.filter?.kind { return id }
    return nil
  }

  /// A note about what is open; about a note, an answer to it.
  mutating func openNoteForm() -> [Effect] {
    let about = isInDetailPane ? sectionState.detail?.target : openTarget
    guard let about else { return [] }
    return openForm(
      .add(.note, preset: ["target.type": about.type.rawValue, "target.id": about.id]))
  }

  /// The document whose page is open.
  private var openTarget: Target? {
    if case .page(let page) = place { return page.target }
    return nil
  }

  mutating func openEditForm() -> [Effect] {
    guard let target = editableTarget else { return [] }
    if let part = target.part {
      return openForm(
        .driver(DriverSubject(projectID: target.id, id: part.id, kind: part.kind)))
    }
    return openForm(.edit(target))
  }

  mutating func openLogForm() -> [Effect] {
    guard let series = selectedSeries else { return [] }
    return openForm(.log(seriesID: series))
  }

  mutating func openPhaseForm() -> [Effect] {
    guard case .chart(let chart) = place else { return [] }
    return openForm(.phase(seriesID: chart.seriesID))
  }

  mutating func acceptForm(_ content: FormContent, _ ticket: Int) -> [Effect] {
    guard case .form(var state) = overlay, state.ticket == ticket else { return [] }
    let typedAhead = state.typedAhead
    state.typedAhead = []
    state.begin(content)
    state.form?.layout(formRect.size)
    focusOffered(in: &state)
    if content.isDraft {
      status = Status("your draft is back: ^s saves it, ^x throws it away", tone: .caution)
    }
    overlay = .form(state)
    return typedAhead.flatMap { handle($0) }
  }

  mutating func saveForm() -> [Effect] {
    guard case .form(var state) = overlay, state.form != nil, let content = state.content,
      !state.isSaving
    else { return [] }
    if state.wantsPreview {
      state.isSaving = true
      state.ticket = nextTicket()
      overlay = .form(state)
      return [
        .ask(
          .preview(state.subject, values: state.valuesToPreview), .form, ticket: state.ticket)
      ]
    }
    state.preview = nil
    state.isSaving = true
    overlay = .form(state)
    youngDrafts.remove(state.subject.draftName)
    return [.perform(.saveForm(state.subject, values: state.valuesToSave, base: content))]
  }

  /// Leaves a form; unsaved text is kept as a draft that is offered next time.
  mutating func leaveForm() -> [Effect] {
    let effects = draftEffects()
    if !effects.isEmpty { status = Status("kept as a draft", tone: .caution) }
    return effects + (effects.isEmpty ? [] : tellOfDrafts()) + closeForm()
  }

  /// Leaves a form and forgets it, and an older draft of it as well.
  mutating func discardForm() -> [Effect] {
    guard case .form(let state) = overlay else { return [] }
    status = Status("thrown away", tone: .quiet)
    return [.removeDraft(state.subject)] + tellOfDrafts() + closeForm()
  }

  /// Today tells of drafts; it is read again where it is in sight.
  mutating func tellOfDrafts() -> [Effect] { section == .today ? loadRows(of: .today) : [] }

  /// Goes on with what was typed and not saved.
  mutating func openDraft(_ row: TodayRow) -> [Effect] {
    guard let name = row.draft else { return [] }
    if let subject = FormSubject(draft: name, about: row.target.type) { return openForm(subject) }
    return openEntry()
  }

  /// Closes a form that was not saved, and goes on with what waited for it.
  private mutating func closeForm() -> [Effect] {
    guard case .form(let state) = overlay else { return [] }
    overlay = nil
    return state.subject.movesAdoption ? followPending() : []
  }

  /// What keeps the text of an open form when it is left, or when the line drops.
  mutating func draftEffects() -> [Effect] {
    if case .entry(let state) = overlay, let table = state.table, !state.entries.isEmpty {
      if !state.isSaving { youngDrafts.insert(table.draftName) }
      return [.keepDraft(name: table.draftName, values: state.draftValues)]
    }
    guard case .form(let state) = overlay, state.isDirty else { return [] }
    if !state.isSaving { youngDrafts.insert(state.subject.draftName) }
    return [.saveDraft(state.subject, values: state.draft)]
  }

  mutating func handleInForm(_ state: FormState, _ key: Key) -> [Effect] {
    if state.isBusy { return handleInBusyForm(state, key) }
    if let preview = state.preview { return handleInPreview(preview, of: state, key) }
    if state.choosing != nil { return handleInChoice(state, key) }
    if let command = command(for: key) {
      return run(command)
    }
    if key == .control("c") { return leaveForm() }
    var state = state
    let outcome = state.form?.handle(key) ?? .ignored
    switch outcome {
    case .openPicker(let field): state.openChoice(of: field)
    case .changed(let field):
      state.form?.errors[field] = nil
      state.remark(on: field)
    case .submitted:
      overlay = .form(state)
      return saveForm()
    case .ignored, .moved: break
    }
    overlay = .form(state)
    return []
  }

  private mutating func handleInChoice(_ state: FormState, _ key: Key) -> [Effect] {
    guard var choosing = state.choosing else { return [] }
    var state = state
    switch choosing.picker.handle(key) {
    case .chosen(let index):
      let choice = choosing.choices[index]
      state.form?[choosing.field] = choice.value
      state.form?.display[choosing.field] = choice.name
      state.form?.errors[choosing.field] = nil
      state.form?.nextField()
      state.choosing = nil
    case .cancelled: state.choosing = nil
    case .ignored, .moved: state.choosing = choosing
    }
    overlay = .form(state)
    return []
  }
}

extension FormState {
  /// Opens the list of what a field may hold, with what it holds now selected.
  mutating func openChoice(of id: String) {
    guard let field = form?.fields.first(where: { $0.id == id }) else { return }
    var choices = content?.choices[id] ?? []
    if case .choice(let own) = field.input { choices = own }
    let value = form?[id] ?? ""
    choosing = FieldChoice(
      field: id, choices: choices,
      picker: Picker(
        title: field.label, items: choices.map { PickerItem($0.label) },
        selected: choices.firstIndex { $0.value == value }))
  }
}

extension FormField.Choice {
  /// What it is called by itself, without its place in a tree.
  var name: String { String(label.drop { $0 == " " }) }
}
