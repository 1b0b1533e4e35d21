import Collaborative
import Improvement

/// A field that is offered after a move: the next edit of that document begins there.
struct FieldOffer: Hashable, Sendable {
  var id: String
  var path: String
}

extension Model {
  /// The stage in which the selected or open cycle is shown; nil where none is.
  var stageInSight: CycleStage? {
    if case .page(let page) = place { return page.stage }
    if isInDetailPane { return sectionState.detail?.page?.stage }
    guard case .cycles(let rows) = sectionState.rows else { return nil }
    return rows[safe: sectionState.list.selection]?.stage
  }

  /// Why the cycle can't go on or back.
  func whyNotMove(isForwards: Bool) -> String? {
    switch (stageInSight, isForwards) {
    case (.closed, true): return "it is closed; nothing comes after"
    case (.plan, false): return "it is in its first stage"
    default: return nil
    }
  }

  mutating func moveCycle(isForwards: Bool) -> [Effect] {
    guard let target = editableTarget else { return [] }
    return [.perform(.moveCycle(id: target.id, from: stageInSight, isForwards: isForwards))]
  }

  mutating func openCycleForm(_ form: CycleForm) -> [Effect] {
    guard let target = editableTarget else { return [] }
    return openForm(.cycle(CycleSubject(form, of: target.id)))
  }

  /// What a step of a cycle leads to: a form, or a field that the next edit begins with.
  mutating func follow(_ step: CycleStep?, of id: String) -> [Effect] {
    switch step {
    case .fill(let gap):
      offer = FieldOffer(id: id, path: gap.path.description)
      return []
    case .score: return openNext(.scores, of: id)
    case .decide: return openNext(.decision, of: id)
    case .planNext: return openNext(.next, of: id)
    case .shareLesson: return openNext(.lesson, of: id)
    case nil: return []
    }
  }

  /// Opens what follows only where nothing else was opened meanwhile, so that no text is torn away.
  private mutating func openNext(_ form: CycleForm, of id: String) -> [Effect] {
    overlay == nil ? openForm(.cycle(CycleSubject(form, of: id))) : []
  }

  /// Puts the focus of an edit on the field that was offered for its document.
  mutating func focusOffered(in state: inout FormState) {
    guard let offer, case .edit(let target) = state.subject, target.id == offer.id else { return }
    self.offer = nil
    let field = state.form?.fields.first {
      $0.id == offer.path || $0.id.hasPrefix(offer.path + ".")
    }
    if let field { state.form?.focus(on: field.id) }
  }

  /// Why one side of a cycle need not be opened: it is the one in sight.
  func whyNot(_ aspect: CycleAspect) -> String? {
    guard case .page(let page) = place, page.aspect == aspect else { return nil }
    return "it is what you are looking at"
  }

  /// Opens one side of the selected or open cycle as a page over what is shown.
  mutating func openAspect(_ aspect: CycleAspect) -> [Effect] {
    guard let target = editableTarget else { return [] }
    var state = PageState(target, ticket: nextTicket())
    state.aspect = aspect
    places.append(.page(state))
    return [.ask(state.request, .place(places.count - 1), ticket: state.ticket)]
  }
}
