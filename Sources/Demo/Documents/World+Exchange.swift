import Improvement
import JSONTree

extension World {
  private static let texts = ExchangeText.all.count

  /// Needs and offers of a site: one of each.
  func exchange(ofSite site: Int) -> [JSON] {
    let number = site / 12 * Self.texts + site % 12
    let offered = site / 12 * Self.texts + (site % 12 + 5) % Self.texts
    return [
      need(number, by: memberId(site: site, [0, 4, 3, 5][site % 4]), at: site),
      offer(offered, by: memberId(site: site, [5, 1, 0, 4][site % 4]), at: site),
    ]
  }

  /// The needs and offers of those who belong to no site.
  var sharedExchange: [JSON] {
    (0..<3).map { need(12 + $0, by: staffId(2 + $0), at: nil) }
      + (0..<3).map { offer(2 + $0, by: staffId(4 - $0), at: nil) }
  }

  private func needDay(_ number: Int) -> CalendarDate {
    held(today.adding(days: -70 + number % 61))
  }
  private func offerDay(_ number: Int) -> CalendarDate {
    held(today.adding(days: -120 + number % 97))
  }

  /// What became of each pair; matches need both sides, which a small network may lack.
  private func state(_ number: Int) -> MatchState {
    let hasBoth = sites >= 12 && number < Self.texts
    switch number % Self.texts {
    case 0, 7: return hasBoth ? .fulfilled : .open
    case 1, 3, 6, 9: return hasBoth ? .matched : .open
    case 11: return .expired
    default: return .open
    }
  }

  private func need(_ number: Int, by member: String, at site: Int?) -> JSON {
    let text = ExchangeText.all[number % Self.texts]
    let state = state(number)
    let day = needDay(number)
    var fields = fields(text, text.need, text.needDetail, state, member, site)
    fields["urgency"] = .string(["normal", "high", "low", "urgent", "normal"][number % 5])
    fields["neededBy"] = .string(
      "\(state == .expired ? today.adding(days: -3) : today.adding(days: 8 + number % 40))")
    answer(&fields, state, by: stamp(.offer, number, on: offerDay(number)).id, of: number)
    return document(.need, number, on: day, by: member, fields)
  }

  private func offer(_ number: Int, by member: String, at site: Int?) -> JSON {
    let text = ExchangeText.all[number % Self.texts]
    let state = state(number) == .expired ? .open : state(number)
    let day = offerDay(number)
    var fields = fields(text, text.offer, text.offerDetail, state, member, site)
    fields["available"] = [
      "from": .string("\(day)"), "to": .string("\(today.adding(months: 4))"),
    ]
    fields["terms"] = "Tell us how it went."
    answer(&fields, state, by: stamp(.need, number, on: needDay(number)).id, of: number)
    return document(.offer, number, on: day, by: member, fields)
  }

  private func fields(
    _ text: ExchangeText, _ title: String, _ detail: String, _ state: MatchState, _ member: String,
    _ site: Int?
  ) -> JSON {
    var fields: JSON = [
      "title": .string(title), "detail": .string(detail),
      "category": .string(text.category.rawValue), "member": .string(member),
      "state": .string(state.rawValue), "tags": JSON(strings: [text.tag]),
    ]
    if let site { fields["site"] = .string(siteId(site)) }
    return fields
  }

  private func answer(_ fields: inout JSON, _ state: MatchState, by id: String, of number: Int) {
    guard state == .matched || state == .fulfilled else { return }
    fields["matches"] = [.string(id)]
    if state == .fulfilled {
      fields["fulfilled"] = [
        "by": .string(staffId(5)), "at": .string("\(today.adding(days: -9))"),
        "helpful": JSON(4 + number % 2),
      ]
    }
  }
}
