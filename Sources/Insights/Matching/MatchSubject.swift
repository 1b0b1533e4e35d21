import Improvement

/// What a need or an offer is matched by.
public struct MatchSubject: Hashable, Sendable {
  public enum Side: Hashable, Sendable {
    case need, offer

    var other: Side { self == .need ? .offer : .need }
  }

  public var id: String
  public var side: Side
  /// Who asks or gives; nobody is matched with themselves.
  public var member: String
  public var category: SupportCategory
  public var urgency: Urgency
  /// The first day of an offer.
  public var from: CalendarDate?
  /// The last day of an offer, or the day by which something is needed.
  public var to: CalendarDate?
  public var words: MatchWords

  public init(
    id: String, side: Side, member: String, category: SupportCategory,
    urgency: Urgency = .normal, from: CalendarDate? = nil, to: CalendarDate? = nil,
    words: MatchWords
  ) {
    self.id = id
    self.side = side
    self.member = member
    self.category = category
    self.urgency = urgency
    self.from = from
    self.to = to
    self.words = words
  }
}

extension MatchSubject {
  /// - Parameter fold: a word without its case and accents.
  public init(_ need: Need, fold: (String) -> String) {
    self.init(
      id: need.id, side: .need, member: need.member, category: need.category,
      urgency: need.urgency, to: need.neededBy,
      words: MatchWords(texts: [need.title, need.detail ?? ""], tags: need.tags, fold: fold))
  }

  public init(_ offer: Offer, fold: (String) -> String) {
    self.init(
      id: offer.id, side: .offer, member: offer.member, category: offer.category,
      urgency: offer.urgency, from: offer.availableFrom, to: offer.availableTo,
      words: MatchWords(texts: [offer.title, offer.detail ?? ""], tags: offer.tags, fold: fold))
  }
}
