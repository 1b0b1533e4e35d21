import Improvement

extension MatchIndex {
  /// The open needs that a person could help with, by what they know and are willing to do; the
  /// pressing ones first among those that fit alike.
  ///
  /// - Complexity: O(needs of the kinds that the person is willing to help with, and those which
  ///   share a word with what they know).
  public func needs(
    forMember member: String, knowing known: [String], willing: [Willingness],
    on today: CalendarDate, limit: Int = 3, fold: (String) -> String
  ) -> [Match] {
    var found: [Slot: (score: Double, skills: [String])] = [:]
    for skill in known {
      let words = MatchWords(texts: [skill], tags: [skill], fold: fold)
      var slots: Set<Slot> = []
      for key in words.words.keys { slots.formUnion(self.words[key]?.needs ?? []) }
      for key in words.tags.keys { slots.formUnion(tags[key]?.needs ?? []) }
      for slot in slots {
        found[slot, default: (0, [])].score += 2
        found[slot]?.skills.append(skill)
      }
    }
    for category in SupportCategory.allCases where category.fitting(willing) != nil {
      for slot in categories[category]?.needs ?? [] { found[slot, default: (0, [])].score += 1 }
    }
    return found.compactMap { slot, fit -> Match? in
      guard let need = subjects[slot], need.member != member, need.to.map({ $0 >= today }) ?? true
      else { return nil }
      var reasons: [MatchReason] = fit.skills.isEmpty ? [] : [.skills(fit.skills)]
      if let kind = need.category.fitting(willing) { reasons.append(.willing(kind)) }
      if need.urgency == .urgent || need.urgency == .high {
        reasons.append(.pressing(need.urgency))
      }
      if let day = need.to { reasons.append(.neededBy(day)) }
      let haste = need.urgency == .urgent ? 0.5 : need.urgency == .high ? 0.25 : 0
      return Match(id: need.id, score: fit.score + haste, reasons: reasons)
    }.sorted(by: Match.precedes).prefix(limit).map(\.self)
  }
}
