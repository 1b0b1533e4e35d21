/// Where a need or an offer stands on a day: its own state, or expired once its day has passed.
///
/// Expiry is read off the date and never written, so that whoever extends the date has an open need
/// again, and nobody's document changes while they sleep.
public struct ExchangeStanding: Hashable, Sendable {
  public let state: MatchState
  /// The last day on which it is good for anything; nil for no end.
  public let lastDay: CalendarDate?
  /// How many days it has waited, or waited until somebody helped; nil where nobody knows.
  public let daysWaited: Int?

  public init(_ need: Need, on today: CalendarDate) {
    self.init(
      need.state, created: need.createdAt, lastDay: need.neededBy, ended: need.fulfilledAt, today)
  }

  public init(_ offer: Offer, on today: CalendarDate) {
    self.init(
      offer.state, created: offer.createdAt, lastDay: offer.availableTo, ended: offer.fulfilledAt,
      today)
  }

  private init(
    _ state: MatchState, created: String?, lastDay: CalendarDate?, ended: CalendarDate?,
    _ today: CalendarDate
  ) {
    let isPast = lastDay.map { $0 < today } ?? false
    self.state = state == .open && isPast ? .expired : state
    self.lastDay = lastDay
    let begun = created.flatMap { CalendarDate($0.prefix(10)) }
    let end = state == .fulfilled ? ended ?? today : today
    daysWaited = begun.map { max(0, end.days(since: $0)) }
  }

  /// How long it waited, in words: `12 days`.
  public var waiting: String {
    switch daysWaited {
    case nil, 0: ""
    case 1: "1 day"
    case let days?: "\(days) days"
    }
  }

  /// State, urgency, wait and day in one line, as a list shows it: `urgent · 12 days · by 1 Apr`.
  public func words(of need: Need) -> String {
    let day = lastDay.map { state == .expired ? "expired \($0.label)" : "by \($0.label)" }
    return join(
      state == .open && need.urgency != .normal ? need.urgency.rawValue : nil,
      state == .open || state == .expired ? nil : state.rawValue,
      state == .open || state == .expired ? waits : nil, day)
  }

  /// The same of an offer: `matched · until 1 Apr`.
  public func words(of offer: Offer) -> String {
    let day = lastDay.map { state == .expired ? "expired \($0.label)" : "until \($0.label)" }
    return join(state == .open || state == .expired ? nil : state.rawValue, day)
  }

  private var waits: String? {
    daysWaited == 0 ? "new today" : waiting.isEmpty ? nil : "waits \(waiting)"
  }

  private func join(_ parts: String?...) -> String {
    parts.compactMap(\.self).joined(separator: " · ")
  }
}
