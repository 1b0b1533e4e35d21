import Glibc
import Improvement

/// What each thing that two sides have in common is worth.
private enum Weight {
  static let category = 2.0
  static let tag = 3.0
  static let word = 1.5
  static let wordsAtMost = 6.0
  static let willing = 0.75
  static let urgent = 0.5
  static let high = 0.25
  /// What is left of an offer that comes too late.
  static let late = 0.25
}

extension MatchIndex {
  /// What fits a need or an offer, the best first; the words of a tie are their ids'.
  ///
  /// A category that both have says little by itself, so that of those which have nothing else in
  /// common only a few are told. What is past its day is no match.
  ///
  /// - Parameters:
  ///   - limit: how many at most.
  ///   - willing: what a member is willing to do, as far as whoever asks may know.
  /// - Complexity: O(those who share a rare word, a tag or the category).
  public func matches(
    for id: String, on today: CalendarDate, limit: Int = 10,
    willing: (String) -> [Willingness] = { _ in [] }
  ) -> [Match] {
    guard let slot = slots[id], let subject = subjects[slot] else { return [] }
    let side = subject.side.other
    let kin = kin(of: subject, side)
    var found: [Match] = []
    for slot in kin.slots {
      guard let other = subjects[slot] else { continue }
      let isSameKind = other.category == subject.category
      // One word alone, without a tag or the category, is chance more often than not.
      guard isSameKind || kin.of[slot].isTagged || kin.of[slot].words > 1 else { continue }
      let whole = kin.of[slot].score + (isSameKind ? Weight.category : 0)
      if let match = match(subject, other, whole, on: today, willing) {
        Self.keep(match, among: &found, atMost: limit)
      }
    }
    var strangers: [Match] = []
    for slot in categories[subject.category]?[side] ?? [] where !kin.of[slot].isAny {
      guard let other = subjects[slot],
        let match = match(subject, other, Weight.category, on: today, willing)
      else { continue }
      Self.keep(match, among: &strangers, atMost: Self.mostByCategory)
    }
    found += strangers
    return found.sorted(by: Match.precedes).prefix(limit)
      .map { explained($0, of: subject, willing) }
  }

  /// Keeps the first few of many, without putting all in order.
  private static func keep(_ match: Match, among best: inout [Match], atMost count: Int) {
    if best.count >= count, let last = best.last, !Match.precedes(match, last) { return }
    best.insert(match, at: best.firstIndex { Match.precedes(match, $0) } ?? best.count)
    if best.count > count { best.removeLast() }
  }

  /// What a subject and another have in common.
  private struct Kin {
    var score = 0.0
    /// How many telling words both have.
    var words = 0
    var isTagged = false

    var isAny: Bool { words > 0 || isTagged }
  }

  /// Those which have a tag or a telling word in common with a subject, and what that is worth, by
  /// their places.
  ///
  /// Added up in the order of the words, so that the sum does not hang on how the index grew.
  private func kin(
    of subject: MatchSubject, _ side: MatchSubject.Side
  ) -> (of: [Kin], slots: [Slot]) {
    var kin = [Kin](repeating: Kin(), count: subjects.count)
    var slots: [Slot] = []
    for key in subject.words.words.keys.sorted() {
      guard let posting = words[key], isTelling(posting) else { continue }
      let worth = Weight.word * rarity(posting)
      for other in posting[side] {
        if kin[other].words == 0 { slots.append(other) }
        kin[other].words += 1
        kin[other].score = min(kin[other].score + worth, Weight.wordsAtMost)
      }
    }
    for key in subject.words.tags.keys.sorted() {
      guard let posting = tags[key] else { continue }
      let worth = Weight.tag * rarity(posting)
      for other in posting[side] {
        if !kin[other].isAny { slots.append(other) }
        kin[other].isTagged = true
        kin[other].score += worth
      }
    }
    return (kin, slots)
  }

  /// How many are told that have no more than the category in common.
  private static var mostByCategory: Int { 3 }

  private func match(
    _ subject: MatchSubject, _ other: MatchSubject, _ score: Double, on today: CalendarDate,
    _ willing: (String) -> [Willingness]
  ) -> Match? {
    let (need, offer) = subject.side == .need ? (subject, other) : (other, subject)
    guard need.member != offer.member || need.member.isEmpty else { return nil }
    if let last = offer.to, last < today { return nil }
    if let last = need.to, last < today { return nil }
    var score = score
    if Self.isTooLate(offer, for: need) { score *= Weight.late }
    if need.category.fitting(willing(offer.member)) != nil { score += Weight.willing }
    if subject.side == .offer {
      score += need.urgency == .urgent ? Weight.urgent : need.urgency == .high ? Weight.high : 0
    }
    return Match(id: other.id, score: score, reasons: [])
  }

  private func explained(
    _ match: Match, of subject: MatchSubject, _ willing: (String) -> [Willingness]
  ) -> Match {
    guard let slot = slots[match.id], let other = subjects[slot] else { return match }
    let (need, offer) = subject.side == .need ? (subject, other) : (other, subject)
    var match = match
    if need.category == offer.category { match.reasons.append(.sameCategory(need.category)) }
    let shared = subject.words.tags.filter { other.words.tags[$0.key] != nil }
    if !shared.isEmpty {
      match.reasons.append(.sameTags(shared.sorted { $0.key < $1.key }.prefix(3).map(\.value)))
    }
    let words = sharedWords(subject, other)
    if !words.isEmpty { match.reasons.append(.sameWords(words)) }
    if let kind = need.category.fitting(willing(offer.member)) {
      match.reasons.append(.willing(kind))
    }
    if Self.isTooLate(offer, for: need), let from = offer.from {
      match.reasons.append(.availableTooLate(from))
    } else if subject.side == .need, let last = offer.to {
      match.reasons.append(.availableUntil(last))
    }
    if subject.side == .offer {
      if need.urgency == .urgent || need.urgency == .high {
        match.reasons.append(.pressing(need.urgency))
      }
      if let day = need.to { match.reasons.append(.neededBy(day)) }
    }
    return match
  }

  /// The telling words that both have, the rarest first, at most three.
  private func sharedWords(_ subject: MatchSubject, _ other: MatchSubject) -> [String] {
    let shared = subject.words.words.compactMap { key, word -> (key: String, word: String)? in
      guard let theirs = other.words.words[key], let posting = words[key], isTelling(posting)
      else { return nil }
      return (key, MatchWords.common(word, theirs))
    }
    return shared.sorted { left, right in
      (words[left.key]?.count ?? 0, left.key) < (words[right.key]?.count ?? 0, right.key)
    }.prefix(3).map(\.word)
  }

  private static func isTooLate(_ offer: MatchSubject, for need: MatchSubject) -> Bool {
    guard let first = offer.from, let day = need.to else { return false }
    return day < first
  }

  /// Between 0 and 1: 1 for what only one has, near 0 for what all have. The logarithm of how many
  /// there are for each that has it (Spärck Jones 1972, Journal of Documentation 28, 11–21).
  private func rarity(_ posting: Posting) -> Double {
    let all = Double(max(1, count))
    return log2(1 + all / Double(max(1, posting.count))) / log2(1 + all)
  }

  /// A word that many use tells nothing.
  private func isTelling(_ posting: Posting) -> Bool { posting.count <= max(3, count / 10) }
}

extension SupportCategory {
  /// What of a person's willingness gives this kind of help.
  public func fitting(_ willing: [Willingness]) -> Willingness? {
    let wanted: [Willingness] =
      switch self {
      case .information, .support: [.talk]
      case .knowledge: [.teach, .talk]
      case .knowHow: [.teach, .talk]
      case .supplies, .people: []
      }
    return wanted.first(where: willing.contains)
  }
}
