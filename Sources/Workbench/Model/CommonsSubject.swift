import Collaborative

/// What somebody does with a shared resource, as far as a form asks for it.
public enum CommonsSubject: Hashable, Sendable {
  /// A site's try-out with its first small cycle; for the project that said yes, if one did.
  case tryOut(resourceID: String, projectID: String?)
  /// Putting it to a team that could try it.
  case suggestion(resourceID: String)
  /// Asking somebody who tried it.
  case question(resourceID: String)
  /// The words that go with a try-out's next stage: why it was stopped, what was adapted.
  case move(AdoptionMove)

  var draftName: String {
    switch self {
    case .tryOut(let resource, _): "try-\(resource)"
    case .suggestion(let resource): "suggest-\(resource)"
    case .question(let resource): "ask-\(resource)"
    case .move(let move): "move-\(move.adoption)-\(move.to.rawValue)"
    }
  }
}

/// What is offered once a question that came first is answered.
struct PendingStep: Sendable {
  var step: CycleStep?
  var id: String
}
