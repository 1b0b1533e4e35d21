import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Who helped with a need, when and how much, as it was typed.
  public struct Help: Hashable, Sendable {
    public var by: DocumentID?
    /// Empty for today.
    public var on: String
    /// From 1, not at all, to 5, very; empty where nobody says.
    public var helpful: String
    /// What is said to whoever helped; empty for nothing.
    public var thanks: String

    public init(by: DocumentID?, on: String = "", helpful: String = "", thanks: String = "") {
      self.by = by
      self.on = on
      self.helpful = helpful
      self.thanks = thanks
    }
  }

  /// Notes that a need is met, by whom and how helpful it was, and thanks them, in one step.
  ///
  /// The offer it was matched with is met as well, unless others wait for it; other offers that were
  /// kept for it are open again.
  public func fulfil(_ id: DocumentID, _ help: Help) throws(CollaborationError) -> Outcome {
    try asOneStep { () throws(CollaborationError) in
      let base = try document(id)
      guard case .need(let need) = try Exchange(base) else { throw .notANeed(title(of: base)) }
      try require(standing(of: base.tree, type: .need), isNew: false)
      guard need.state != .fulfilled, need.state != .withdrawn else {
        throw notOpen(.need(need), need.state)
      }
      guard let helper = help.by, !helper.isEmpty else {
        throw .invalid(.need, [Self.missing("fulfilled.by", "Fulfilled by")])
      }
      guard helper != need.member else { throw .ownHelp(title: need.title) }
      var tree = try assigning(
        [
          Assignment("fulfilled.at", help.on.isEmpty ? clock.today.description : help.on),
          Assignment("fulfilled.helpful", help.helpful),
        ], to: base.tree, .need)
      tree["fulfilled.by" as JSONPath] = .string(helper)
      tree["state"] = .string(MatchState.fulfilled.rawValue)
      var changes = [try prepareExchange(tree, over: base)].compactMap(\.self)
      changes += try offersSettled(by: Need(tree), helper)
      if let thanks = try thanks(help.thanks, to: helper) { changes.append(thanks) }
      let note = "\(name(of: helper)) helped with “\(need.title)”"
      let outcomes = try carryOut(changes, note: note)
      let said = help.thanks.allSatisfy(\.isWhitespace) ? "" : "; they see your thanks on Today"
      return Outcome(
        id: id, revision: outcomes[0].revision, words: note + said,
        others: Array(outcomes.dropFirst()))
    }
  }

  /// Whoever most likely helped: the giver of the offer that the need is matched with.
  public func likelyHelper(with need: Need) -> DocumentID? {
    let givers = need.matches.compactMap(readable).compactMap { document -> DocumentID? in
      guard case .offer(let offer)? = try? Exchange(document) else { return nil }
      return offer.member
    }
    return Set(givers).count == 1 ? givers.first : nil
  }

  private func offersSettled(
    by need: Need, _ helper: DocumentID
  ) throws(CollaborationError) -> [PreparedChange] {
    var changes: [PreparedChange] = []
    for id in need.matches {
      guard let document = readable(id), case .offer(let offer)? = try? Exchange(document),
        offer.state == .matched
      else { continue }
      var tree = document.tree
      if offer.member != helper {
        tree = Exchange.offer(offer).parted(from: need.id)
      } else if offer.matches == [need.id] {
        tree["state"] = .string(MatchState.fulfilled.rawValue)
        tree["fulfilled"] = need.tree["fulfilled"]
      }
      if let change = try prepareExchange(tree, over: document) { changes.append(change) }
    }
    return changes
  }

  /// A note of encouragement to whoever helped; nil for no words.
  private func thanks(
    _ text: String, to helper: DocumentID
  ) throws(CollaborationError) -> PreparedChange? {
    guard !text.allSatisfy(\.isWhitespace) else { return nil }
    let note = try begun(
      .note,
      assignments: [
        Assignment("body", text), Assignment("kind", NoteKind.encouragement.rawValue),
        Assignment("target.type", DocumentType.member.rawValue), Assignment("target.id", helper),
      ])
    guard case .change(let change) = try prepareAdding(note, .note) else { return nil }
    return change
  }
}
