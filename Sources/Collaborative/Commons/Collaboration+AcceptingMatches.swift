import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Brings a need and an offer together, whichever of the two is named first.
  ///
  /// Whoever may write one of them may accept the other, because that is what an offer is for and
  /// what somebody who asks hopes for. One that is agreed with somebody already may only be agreed a
  /// second time by those who may write it: their time is theirs to give.
  ///
  /// Two who accept the same at once: the first has it, the second is told who was quicker.
  public func accept(
    _ first: DocumentID, _ second: DocumentID
  ) throws(CollaborationError) -> Outcome {
    try asOneStep { () throws(CollaborationError) in
      let one = try document(first)
      let other = try document(second)
      let pair = try pair(one, other)
      guard !pair.need.matches.contains(pair.offer.id) || !pair.offer.matches.contains(pair.need.id)
      else {
        return unchanged(
          one, "“\(pair.need.title)” and “\(pair.offer.title)” are matched already")
      }
      try requireEither(one, other)
      guard pair.need.member != pair.offer.member else {
        throw .ownMatch(need: pair.need.title, offer: pair.offer.title)
      }
      for (document, exchange) in [(one, try Exchange(one)), (other, try Exchange(other))] {
        try requireFree(exchange, document)
      }
      let note = "matched “\(pair.need.title)” with “\(pair.offer.title)”"
      let changes = [
        try prepareExchange(Exchange(one).matched(with: other.id), over: one),
        try prepareExchange(Exchange(other).matched(with: one.id), over: other),
      ].compactMap(\.self)
      let outcomes = try carryOut(changes, note: note)
      let both =
        "; \(name(of: pair.need.member)) and \(name(of: pair.offer.member)) see it on Today"
      return Outcome(
        id: one.id, revision: outcomes[0].revision, words: note + both,
        others: Array(outcomes.dropFirst()))
    }
  }

  /// Takes a need or an offer off the list; what it was matched with is open again.
  public func retract(_ id: DocumentID) throws(CollaborationError) -> Outcome {
    try asOneStep { () throws(CollaborationError) in
      let base = try document(id)
      let exchange = try Exchange(base)
      try require(standing(of: base.tree, type: exchange.type), isNew: false)
      let state = exchange.standing(on: clock.today).state
      if state == .withdrawn {
        return unchanged(base, "“\(exchange.title)” is withdrawn already")
      }
      guard state != .fulfilled else { throw notOpen(exchange, .fulfilled) }
      var tree = base.tree
      tree["state"] = .string(MatchState.withdrawn.rawValue)
      tree["matches"] = nil
      var changes = [try prepareExchange(tree, over: base)].compactMap(\.self)
      var freed: [String] = []
      for other in exchange.matches {
        guard let document = readable(other), let partner = try? Exchange(document),
          let change = try prepareExchange(partner.parted(from: id), over: document)
        else { continue }
        changes.append(change)
        freed.append("“\(partner.title)”")
      }
      let note = "withdrew “\(exchange.title)”"
      let outcomes = try carryOut(changes, note: note)
      let words = freed.isEmpty ? "" : "; \(freed.joined(separator: ", ")) is open again"
      return Outcome(
        id: id, revision: outcomes[0].revision, words: note + words,
        others: Array(outcomes.dropFirst()))
    }
  }

  /// Puts a need or an offer that was withdrawn back on the list.
  public func reopen(_ id: DocumentID) throws(CollaborationError) -> Outcome {
    let base = try document(id)
    let exchange = try Exchange(base)
    guard exchange.standing(on: clock.today).state == .withdrawn else {
      return unchanged(base, "“\(exchange.title)” is not withdrawn")
    }
    var tree = base.tree
    tree["state"] = .string(MatchState.open.rawValue)
    let note = "opened “\(exchange.title)” again"
    return try save(tree, over: base, note: note, mergesWithOthers: false).saying(note)
  }

  // MARK: Preparing

  /// A change of where a need or an offer stands, which those on the other side of a match may make
  /// as well; nil where it is as wished already.
  ///
  /// Whether they may is decided before; nothing else of the document is changed.
  func prepareExchange(
    _ tree: JSON, over base: StoredDocument
  ) throws(CollaborationError) -> PreparedChange? {
    guard tree != base.tree else { return nil }
    let type = try knownType(base)
    try check(tree, type, over: base.tree)
    return PreparedChange(
      operation: .replace(base.id, with: tree, expecting: base.revision), tree: tree, type: type,
      verb: "set", did: "saved")
  }

  /// Does a step again from the documents as they are then, where somebody was quicker.
  func asOneStep(
    _ step: () throws(CollaborationError) -> Outcome
  ) throws(CollaborationError) -> Outcome {
    var attemptsLeft = 5
    while true {
      do throws(CollaborationError) {
        return try step()
      } catch {
        attemptsLeft -= 1
        guard attemptsLeft > 0, error.isOvertaken else { throw error }
        _ = try attempt { () throws(StoreError) in try store.refresh() }
      }
    }
  }

  private func pair(
    _ one: StoredDocument, _ other: StoredDocument
  ) throws(CollaborationError) -> (need: Need, offer: Offer) {
    switch (try Exchange(one), try Exchange(other)) {
    case (.need(let need), .offer(let offer)), (.offer(let offer), .need(let need)):
      return (need, offer)
    case (let same, _): throw .sameSide(type: same.type)
    }
  }

  /// Whoever may write one of the two may bring both together.
  private func requireEither(
    _ one: StoredDocument, _ other: StoredDocument
  ) throws(CollaborationError) {
    guard let denial = whyNotWrite(one), whyNotWrite(other) != nil else { return }
    if principal.isVisitor { throw denied(denial) }
    throw denied(.neitherSide)
  }

  private func whyNotWrite(_ document: StoredDocument) -> Denial? {
    let type = DocumentType(rawValue: document.type) ?? .note
    return principal.reasonNotToWrite(standing(of: document.tree, type: type), isNew: false)
  }

  private func requireFree(
    _ exchange: Exchange, _ document: StoredDocument
  ) throws(CollaborationError) {
    let state = exchange.standing(on: clock.today).state
    switch state {
    case .open: return
    case .matched where whyNotWrite(document) == nil: return
    default: throw notOpen(exchange, state)
    }
  }

  /// What became of it, and with whom, for somebody who comes too late.
  func notOpen(_ exchange: Exchange, _ state: MatchState) -> CollaborationError {
    let partner = exchange.matches.first.flatMap(readable).flatMap { try? Exchange($0) }
    return .notOpen(
      title: exchange.title, state: state, with: partner?.title,
      by: partner.map { name(of: $0.member) })
  }
}
