import Cells
import Collaborative
import Improvement
import Widgets

extension Model {
  /// Writing needs a member; a visitor is told how to become one.
  static let whyNoWriting: @Sendable (Model) -> String? = { model in
    guard let identity = model.identity else { return "huddle is still reading" }
    return identity.whyNoWriting
  }

  /// Why this person may not write the document in question.
  static let whyNotThis: @Sendable (Model) -> String? = { model in
    model.editableTarget.flatMap { whyNot($0.type)(model) }
  }

  /// As `whyNotThis`, and also where a page of it that is open says that it is somebody else's.
  static let whyNotThisOne: @Sendable (Model) -> String? = { model in
    whyNotThis(model) ?? model.editableTarget.flatMap(model.denialShown)
  }

  func denialShown(of target: Target) -> String? {
    if case .page(let page) = place, page.page?.target.id == target.id { return page.page?.denial }
    let page = sectionState.detail?.page
    return page?.target.id == target.id ? page?.denial : nil
  }

  static let whyNothingInQuestion: @Sendable (Model) -> String? = { model in
    model.editableTarget == nil ? "nothing is selected" : nil
  }

  /// Why this person may not add documents of a kind, though they may change some.
  static func whyNotAdd(_ type: DocumentType) -> @Sendable (Model) -> String? {
    { model in
      guard let identity = model.identity else { return "huddle is still reading" }
      return identity.whyNoAdding(of: type)
    }
  }

  /// Why this person may not change documents of a kind.
  static func whyNot(_ type: DocumentType) -> @Sendable (Model) -> String? {
    { model in
      guard let identity = model.identity else { return "huddle is still reading" }
      return identity.whyNoWriting(of: type)
    }
  }

  static let whyNothingToRemove: @Sendable (Model) -> String? = { model in
    if let reason = whyNothingInQuestion(model) { return reason }
    if model.editableTarget?.type == .series { return "a chart's numbers stay" }
    return model.titleOfEditable == nil ? "open it first; this row is only a part of it" : nil
  }

  static let whyNoSeries: @Sendable (Model) -> String? = { model in
    model.selectedSeries == nil ? "select a measure first" : nil
  }

  static let whyNoPhase: @Sendable (Model) -> String? = { model in
    guard case .chart(let chart) = model.place else { return nil }
    guard let detail = chart.detail else { return "huddle is still reading" }
    return detail.phaseOffer == nil ? "no shift goes on that has held ten points" : nil
  }

  /// The document that `e` and `d` are about: the page that is open, on a list of cycles the chosen
  /// one, else the selected row.
  var editableTarget: Target? {
    switch place {
    case .page(let page): page.subject
    case .section: isInDetailPane ? sectionState.detail?.target : sectionState.selectedTarget
    case .chart(let chart): Target(.series, chart.seriesID)
    case .comparison(let comparison): Target(.measure, comparison.measureID)
    case .stack(let stack): stack.detail?.projectID.map { Target(.project, $0) }
    case .course(let course): Target(.project, course.projectID)
    case .meeting(let meeting): meeting.meeting.map { Target(.project, $0.projectID) }
    }
  }

  /// The series whose chart is open or whose row is selected; also one that begins with its first
  /// number.
  var selectedSeries: String? {
    if case .chart(let chart) = place { return chart.seriesID }
    if let tile = tileInSight { return tile.siteID.isEmpty ? nil : tile.seriesID }
    guard let target = sectionState.selectedTarget, target.type == .series else { return nil }
    return target.id
  }

  mutating func confirmRemoval() -> [Effect] {
    guard let target = editableTarget, let title = titleOfEditable else { return [] }
    if let part = target.part { return confirmRemoval(of: part, title, from: target.id) }
    overlay = .confirm(
      Confirmation(
        confirm: Confirm(
          title: "To the trash", question: "Move “\(title)” to the trash? u brings it back."),
        operation: .remove(target, title: title)))
    return []
  }

  /// What the document that `d` is about is called: the page's title, or the row's own.
  var titleOfEditable: String? {
    switch place {
    case .page(let page): page.title
    case .section:
      isInDetailPane
        ? sectionState.detail?.page?.title
        : sectionState.rows?.title(at: sectionState.list.selection)
    case .chart, .comparison, .stack, .course, .meeting: nil
    }
  }

  /// What was asked for is done: say so, and show what changed.
  mutating func finish(_ operation: Operation, _ outcome: Outcome) -> [Effect] {
    var effects: [Effect] = []
    var typedAhead: [Input] = []
    trouble = nil
    switch operation {
    case .saveForm(let subject, _, _):
      // Whoever left the form meanwhile may have opened another, which stays.
      if case .form(let state) = overlay, state.isSaving, state.subject == subject {
        typedAhead = closeSaved()
      }
      if !youngDrafts.contains(subject.draftName) { effects.append(.removeDraft(subject)) }
      if subject.makesDocument { sectionState.wantedID = outcome.id }
      if case .driver = subject, let part = outcome.part {
        sectionState.wantedID = ProjectRow.key(ofPart: part, in: outcome.id)
      }
    case .moveCycle: sectionState.wantedID = outcome.id
    case .enterNumbers(_, let draftName):
      if case .entry(let state) = overlay, state.isSaving { typedAhead = closeSaved() }
      if !youngDrafts.contains(draftName) { effects.append(.forgetDraft(name: draftName)) }
    case .tick, .holdMeeting, .review, .resolve: break
    case .remove(let target, _):
      leave(target.id)
    case .rearrange(let projectID, let steps):
      for case .remove(let id, _) in steps { leave(projectID, part: id) }
    case .changeEntry, .moveAdoption, .exchange: break
    case .undo, .redo:
      if outcome.isGone { leave(outcome.id) } else { sectionState.wantedID = outcome.id }
    }
    status = Status(outcome.words, tone: outcome.needsChoice ? .caution : .good)
    effects += refresh()
    if operation.movesAdoption {
      effects += followPending()
    } else if let move = outcome.adoptionMove, overlay == nil {
      effects += ask(move, before: outcome.cycleStep, of: outcome.id)
    } else {
      effects += follow(outcome.cycleStep, of: outcome.id) + accept(outcome.invitation)
    }
    return effects + goOn(with: typedAhead)
  }

  /// A driver or an idea that is gone is not looked at any longer.
  private mutating func leave(_ projectID: String, part: String) {
    func isGone(_ target: Target) -> Bool { target.id == projectID && target.part?.id == part }
    if case .page(let page) = place, isGone(page.target) { places.removeLast() }
    if let detail = sectionState.detail, isGone(detail.target) { sectionState.detail = nil }
  }

  /// A document that is gone is not looked at any longer.
  private mutating func leave(_ id: String) {
    if case .page(let page) = place, page.target.id == id { places.removeLast() }
    if case .chart(let chart) = place, chart.seriesID == id { places.removeLast() }
    if sectionState.detail?.target.id == id { sectionState.detail = nil }
  }

  /// What was asked for was refused: a form shows it beside the fields and stays open.
  mutating func refuse(_ operation: Operation, _ refusal: Refusal) -> [Effect] {
    if case .saveForm(let subject, _, _) = operation, case .form(var state) = overlay,
      state.subject == subject
    {
      state.isSaving = false
      // It was meant for what comes after a save, and would now land in a field.
      state.typedAhead = []
      status = .quiet
      state.problem = refusal.words
      if refusal.asksForReason { state.askForReason() }
      state.show(refusal.fields)
      state.form?.layout(formRect.size)
      guard refusal.isTrouble, state.form != nil else {
        overlay = .form(state)
        return []
      }
      // The text is safe before anybody reads why it could not be saved.
      state.problem = "Not saved: ^s tries again; Esc leaves, and the draft is kept."
      trouble = "Not saved: \(refusal.words). What you typed is kept as a draft."
      overlay = .form(state)
      return [.saveDraft(state.subject, values: state.draft)]
    }
    if case .enterNumbers = operation { return refuseEntry(refusal) }
    status = Status(refusal.words, tone: .bad)
    return []
  }
}
