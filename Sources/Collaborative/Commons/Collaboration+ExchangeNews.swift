import DocumentStore
import Improvement
import Insights

/// What became of what a person asked for and offered.
extension Collaboration {
  /// My needs and offers that are open, agreed, past their day or lately met, and thanks to me.
  func exchangeRows() throws(CollaborationError) -> [TodayRow] {
    guard let me = principal.memberID else { return [] }
    let needs = try documents(.need, mentioning: [me]).map { Need($0.tree) }
      .filter { $0.member == me }
    let offers = try documents(.offer, mentioning: [me]).map { Offer($0.tree) }
      .filter { $0.member == me }
    return try needs.compactMap(row) + offers.compactMap(row) + thanksRows(to: me)
  }

  private func row(_ need: Need) -> TodayRow? {
    let standing = ExchangeStanding(need, on: clock.today)
    let partner = partner(of: .need(need))
    var tone = Tone.plain
    let state: String
    switch standing.state {
    case .open:
      let waiting = standing.waiting.isEmpty ? "" : ", \(standing.waiting)"
      state = "still open\(waiting)"
    case .matched:
      state =
        partner.map { "\(name(of: $0.member)) offers “\($0.title)”; F says how it went" }
        ?? "somebody may be able to help"
      tone = .good
    case .fulfilled where isNew(need.fulfilledAt):
      state = need.fulfilledBy.map { "\(shownName(of: $0)) helped" } ?? "fulfilled"
      tone = .good
    case .expired:
      state = "its day has passed; set a later one, or w withdraws it"
      tone = .caution
    case .fulfilled, .withdrawn: return nil
    }
    return TodayRow(
      kind: .news, text: "You asked for “\(need.title)”", detail: state, place: "",
      when: need.neededBy.map { "by \($0.label)" } ?? "", tone: tone, target: Target(.need, need.id)
    )
  }

  /// An offer that nobody took up says nothing.
  private func row(_ offer: Offer) -> TodayRow? {
    let partner = partner(of: .offer(offer))
    let state: String
    switch ExchangeStanding(offer, on: clock.today).state {
    case .matched:
      state =
        partner.map { "\(name(of: $0.member)) needs it for “\($0.title)”" } ?? "somebody needs it"
    case .fulfilled where isNew(offer.fulfilledAt):
      let helpful = offer.helpful.map { ", helpful \($0) of 5" } ?? ""
      state = "it helped\(partner.map { " with “\($0.title)”" } ?? "")\(helpful)"
    case .open, .fulfilled, .withdrawn, .expired: return nil
    }
    return TodayRow(
      kind: .news, text: "You offered “\(offer.title)”", detail: state, place: "",
      when: offer.availableTo.map { "until \($0.label)" } ?? "", tone: .good,
      target: Target(.offer, offer.id))
  }

  private func partner(of exchange: Exchange) -> Exchange? {
    exchange.matches.lazy.compactMap(readable).compactMap { try? Exchange($0) }.first
  }

  /// What others said to whoever helped them.
  private func thanksRows(to me: DocumentID) throws(CollaborationError) -> [TodayRow] {
    try notes(mentioning: [me]).filter { note in
      note.kind == .encouragement && note.targetId == me && note.createdBy != principal.author
        && isNew(note.createdDay)
    }.map { note in
      TodayRow(
        kind: .news, text: "\(note.createdBy.map(shownName) ?? "Somebody") says: \(note.excerpt)",
        detail: "", place: "", when: note.createdDay?.label ?? "", tone: .good,
        target: Target(.note, note.id))
    }
  }
}
