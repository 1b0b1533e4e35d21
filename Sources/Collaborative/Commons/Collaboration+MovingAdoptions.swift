import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// What a decision means for the try-out that a cycle is part of; nil where nothing, or where this
  /// person may not say it.
  func adoptionMove(decided cycle: Cycle) -> AdoptionMove? {
    switch cycle.decision {
    case .adopt: move(of: cycle, to: .implemented)
    case .adapt: move(of: cycle, to: .adapted, because: cycle.rationale ?? cycle.summary)
    case .abandon: move(of: cycle, to: .abandoned, because: cycle.rationale ?? cycle.summary)
    case .scaleUp, .repeat, nil: nil
    }
  }

  /// A try-out that was only considered goes on when its first test begins.
  func adoptionMove(begun cycle: Cycle) -> AdoptionMove? {
    cycle.stage == .do ? move(of: cycle, to: .testing) : nil
  }

  /// Only onwards: a try-out in use is not taken back to trying by a further test of it.
  private func move(
    of cycle: Cycle, to stage: AdoptionStage, because reason: String? = nil
  ) -> AdoptionMove? {
    guard let id = cycle.adoption, let document = try? document(id),
      principal.reasonNotToWrite(standing(of: document.tree, type: .adoption), isNew: false) == nil
    else { return nil }
    let adoption = Adoption(document.tree)
    guard adoption.stage != .abandoned, adoption.stage < stage else { return nil }
    return AdoptionMove(
      adoption: id, resourceTitle: shownName(of: adoption.resource),
      siteName: shownName(of: adoption.site), from: adoption.stage, to: stage, reason: reason,
      isFromOnePatient: cycle.scale.patients == 1)
  }

  /// Notes how far a site's try-out has come.
  ///
  /// - Parameter words: why it was stopped, or what was adapted.
  public func move(
    _ id: DocumentID, to stage: AdoptionStage, words: String = ""
  ) throws(CollaborationError) -> Outcome {
    let base = try document(id)
    var assignments = [Assignment("stage", stage.rawValue)]
    if !words.allSatisfy(\.isWhitespace) {
      assignments.append(
        Assignment(stage == .abandoned ? "reasonStopped" : "whatWasAdapted", words))
    }
    let tree = try assigning(assignments, to: base.tree, .adoption)
    let did = "\(title(of: base)): \(stage.label.lowercasedFirst)"
    let outcome = try save(tree, over: base, note: did)
    return outcome.hasChanged ? outcome.saying(did) : outcome
  }
}
