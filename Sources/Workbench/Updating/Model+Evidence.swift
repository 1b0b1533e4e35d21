import Collaborative
import Improvement
import Widgets

extension Model {
  mutating func openCommonsForm(_ subject: (String) -> CommonsSubject) -> [Effect] {
    guard let target = editableTarget else { return [] }
    return openForm(.commons(subject(target.id)))
  }

  /// A try-out for those who lead a team; for the others a suggestion to one.
  mutating func openTryOut() -> [Effect] {
    let leads = identity?.leadsProject ?? true
    return openCommonsForm {
      leads ? .tryOut(resourceID: $0, projectID: nil) : .suggestion(resourceID: $0)
    }
  }

  /// Opens the sites that tried the selected or open resource.
  mutating func openTried() -> [Effect] {
    guard var target = editableTarget else { return [] }
    target.tried = .everyone
    return open(target)
  }

  /// Asks whether a try-out has come to a further stage; what the cycle asks for comes after.
  mutating func ask(_ move: AdoptionMove, before step: CycleStep?, of id: String) -> [Effect] {
    pendingStep = PendingStep(step: step, id: id)
    if move.asksForWords { return openForm(.commons(.move(move))) }
    overlay = .confirm(
      Confirmation(
        confirm: Confirm(title: "How far is it?", question: move.question),
        operation: .moveAdoption(move)))
    return []
  }

  /// Goes on with what waited for a question, now that it is answered.
  mutating func followPending() -> [Effect] {
    guard let pending = pendingStep else { return [] }
    pendingStep = nil
    return follow(pending.step, of: pending.id)
  }

  /// Begins what a team said yes to, where nothing else was opened meanwhile.
  mutating func accept(_ invitation: Invitation?) -> [Effect] {
    guard let invitation, overlay == nil else { return [] }
    return openForm(
      .commons(.tryOut(resourceID: invitation.resource, projectID: invitation.project)))
  }
}

extension Operation {
  /// Whether it answers a question that something waits for.
  var movesAdoption: Bool {
    switch self {
    case .moveAdoption: true
    case .saveForm(let subject, _, _): subject.movesAdoption
    default: false
    }
  }
}

extension FormSubject {
  var movesAdoption: Bool {
    if case .commons(.move) = self { true } else { false }
  }
}
