import Collaborative
import Improvement

/// Needs and offers: what fits them, and what is agreed.
extension Model {
  /// Opens all that fits the selected or open need or offer.
  mutating func openMatches() -> [Effect] {
    guard let target = editableTarget else { return [] }
    var state = PageState(target, ticket: nextTicket())
    state.isMatches = true
    places.append(.page(state))
    return [.ask(state.request, .place(places.count - 1), ticket: state.ticket)]
  }

  /// The need and the offer that `Y` brings together: what is open and the match that is selected on
  /// it, or what is open and what it was opened from.
  var pairInSight: (id: String, other: String)? {
    guard let target = editableTarget else { return nil }
    let wanted: DocumentType = target.type == .need ? .offer : .need
    if let chosen = selectedTarget, chosen.type == wanted { return (target.id, chosen.id) }
    for earlier in places.dropLast().reversed() {
      if case .page(let page) = earlier, page.target.type == wanted {
        return (target.id, page.target.id)
      }
    }
    return nil
  }

  mutating func acceptMatch() -> [Effect] {
    guard let pair = pairInSight else { return [] }
    return [.perform(.exchange(.accept(id: pair.id, other: pair.other)))]
  }

  static let whyNoMatch: @Sendable (Model) -> String? = { model in
    model.pairInSight == nil ? "choose what fits first; = shows it" : nil
  }

  mutating func openFulfilForm() -> [Effect] {
    guard let target = editableTarget else { return [] }
    return openForm(.fulfil(needID: target.id))
  }

  mutating func withdrawOrReopen() -> [Effect] {
    guard let target = editableTarget else { return [] }
    return [.perform(.exchange(.withdrawOrReopen(id: target.id)))]
  }
}
