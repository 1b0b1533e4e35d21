import Improvement
import TestSupport
import Testing

@testable import Insights

@Suite("Matching needs with offers")
struct MatchIndexTests {
  static let today = CalendarDate("2026-03-14") ?? CalendarDate(daysSince1970: 0)

  static func subject(
    _ id: String, _ side: MatchSubject.Side, by member: String = "",
    _ category: SupportCategory = .supplies, _ text: String = "", tags: [String] = [],
    urgency: Urgency = .normal, from: String? = nil, to: String? = nil
  ) -> MatchSubject {
    MatchSubject(
      id: id, side: side, member: member.isEmpty ? "member of \(id)" : member, category: category,
      urgency: urgency, from: from.flatMap { CalendarDate($0) },
      to: to.flatMap { CalendarDate($0) },
      words: MatchWords(texts: [text], tags: tags) { $0.lowercased() })
  }

  @Test("Each match says in words why")
  func reasons() {
    let index = MatchIndex([
      Self.subject("need", .need, .supplies, "Two warmers for theatre", tags: ["SSI"]),
      Self.subject(
        "offer", .offer, by: "anna", .supplies, "A blanket warmer to lend", tags: ["ssi"],
        to: "2026-06-30"),
    ])
    #expect(
      index.matches(for: "need", on: Self.today).map(\.words) == [
        "same category supplies; both tagged “SSI”; both say “warmer”; available until 30 Jun 2026"
      ])
  }

  @Test("Who asks sees what is urgent and by when it is needed")
  func reasonsForAnOffer() {
    let index = MatchIndex([
      Self.subject(
        "need", .need, .knowHow, "Run charts", urgency: .urgent, to: "2026-04-01"),
      Self.subject("offer", .offer, by: "anna", .knowHow, "An hour on run charts"),
    ])
    #expect(
      index.matches(for: "offer", on: Self.today) { $0 == "anna" ? [.teach] : [] }.map(\.words) == [
        "same category know-how; both say “charts”; willing to teach; urgent; "
          + "needed by 1 Apr 2026"
      ])
  }

  @Test("A rare word weighs more than one that many use")
  func rarity() {
    var subjects = (0..<40).map {
      Self.subject("o\($0)", .offer, .people, $0 < 3 ? "Hands for theatre" : "Somewhere else \($0)")
    }
    subjects.append(Self.subject("rare", .offer, .people, "A perfusionist"))
    subjects.append(Self.subject("need", .need, .people, "A perfusionist in theatre"))
    let found = MatchIndex(subjects).matches(for: "need", on: Self.today).map(\.id)
    #expect(Array(found.prefix(4)) == ["rare", "o0", "o1", "o2"])
  }

  @Test("One word alone is no match, two are")
  func oneWord() {
    let index = MatchIndex([
      Self.subject("need", .need, .information, "A perfusionist in theatre"),
      Self.subject("one", .offer, .people, "Hands for theatre"),
      Self.subject("two", .offer, .people, "A perfusionist for your theatre"),
    ])
    #expect(index.matches(for: "need", on: Self.today).map(\.id) == ["two"])
  }

  @Test("What somebody knows and is willing to do finds needs that they could help with")
  func helpers() {
    let index = MatchIndex([
      Self.subject("charts", .need, .people, "Run charts for our ward"),
      Self.subject("talk", .need, .support, "Somebody to listen", urgency: .urgent),
      Self.subject("own", .need, by: "anna", .support, "Somebody to listen"),
      Self.subject("masks", .need, .supplies, "Masks"),
      Self.subject("past", .need, .support, "Somebody to listen", to: "2026-03-13"),
      Self.subject("offer", .offer, .support, "Run charts"),
    ])
    let found = index.needs(
      forMember: "anna", knowing: ["run charts"], willing: [.talk], on: Self.today
    ) { $0.lowercased() }
    #expect(found.map(\.id) == ["charts", "talk"])
    #expect(found.map(\.words) == ["knows run charts", "willing to talk; urgent"])
  }

  @Test("A word that many use is no reason")
  func commonWords() {
    var subjects = (0..<40).map {
      Self.subject("o\($0)", .offer, .people, "About patients")
    }
    subjects.append(Self.subject("need", .need, .information, "About patients"))
    #expect(MatchIndex(subjects).matches(for: "need", on: Self.today).isEmpty)
  }

  @Test("Of those that share the category alone only a few are told, behind all others")
  func categoryAlone() {
    var subjects = (0..<20).map { Self.subject("o\($0)", .offer, .support, "Number \($0)") }
    subjects.append(Self.subject("tagged", .offer, .people, tags: ["grief"]))
    subjects.append(Self.subject("need", .need, .support, "Somebody to talk to", tags: ["grief"]))
    let found = MatchIndex(subjects).matches(for: "need", on: Self.today).map(\.id)
    #expect(found == ["tagged", "o0", "o1", "o10"])
  }

  @Test("What is past its day is no match, what comes too late says so and stands last")
  func dates() {
    let index = MatchIndex([
      Self.subject("need", .need, .supplies, "Monitors", to: "2026-04-01"),
      Self.subject("gone", .offer, .supplies, "Monitors", to: "2026-03-13"),
      Self.subject("late", .offer, .supplies, "Monitors", from: "2026-05-01"),
      Self.subject("there", .offer, .supplies, "Other things", from: "2026-03-01"),
      Self.subject("past", .need, .supplies, "Monitors", to: "2026-03-13"),
    ])
    let found = index.matches(for: "need", on: Self.today)
    #expect(found.map(\.id) == ["there", "late"])
    #expect(found.last?.words.hasSuffix("but only available from 1 May 2026") == true)
    #expect(index.matches(for: "late", on: Self.today).map(\.id) == ["need"])
    #expect(index.matches(for: "past", on: Self.today).isEmpty)
  }

  @Test("Nobody is matched with themselves")
  func oneself() {
    let index = MatchIndex([
      Self.subject("need", .need, by: "anna", .supplies, "Masks", tags: ["ppe"]),
      Self.subject("own", .offer, by: "anna", .supplies, "Masks", tags: ["ppe"]),
    ])
    #expect(index.matches(for: "need", on: Self.today).isEmpty)
    #expect(index.matches(for: "own", on: Self.today).isEmpty)
  }

  @Test("An index that grew with changes answers as one made from scratch, in any order")
  func incremental() {
    var random = SeededGenerator(seed: 6)
    var index = MatchIndex()
    var known: [String: MatchSubject] = [:]
    for step in 0..<400 {
      let id = "d\(Int.random(in: 0..<60, using: &random))"
      if known[id] != nil, Bool.random(using: &random) {
        known[id] = nil
        index.remove(id)
      } else {
        let subject = Self.random(id, &random)
        known[id] = subject
        index.set(subject)
      }
      guard step.isMultiple(of: 20) else { continue }
      let fresh = MatchIndex(known.values.shuffled(using: &random))
      for id in known.keys {
        #expect(
          index.matches(for: id, on: Self.today) == fresh.matches(for: id, on: Self.today))
      }
    }
  }

  @Test("Of any needs and offers none is matched with its own, with its own side or with the past")
  func properties() {
    var random = SeededGenerator(seed: 7)
    let all = (0..<200).map { Self.random("d\($0)", &random) }
    let byID = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    let index = MatchIndex(all)
    var count = 0
    for subject in all {
      for match in index.matches(for: subject.id, on: Self.today) {
        guard let other = byID[match.id] else {
          Issue.record("\(match.id) is not there")
          continue
        }
        count += 1
        #expect(other.member != subject.member)
        #expect(other.side != subject.side)
        #expect(other.to.map { $0 >= Self.today } ?? true)
        #expect(!match.reasons.isEmpty)
      }
    }
    #expect(count > 200)
  }

  private static func random(_ id: String, _ random: inout SeededGenerator) -> MatchSubject {
    let words = ["masks", "warmer", "blanket", "charts", "leaflet", "delirium", "hours", "grief"]
    let day = CalendarDate(
      daysSince1970: today.daysSince1970 + .random(in: -9...90, using: &random))
    return MatchSubject(
      id: id, side: Bool.random(using: &random) ? .need : .offer,
      member: "m\(Int.random(in: 0..<9, using: &random))",
      category: SupportCategory.allCases.randomElement(using: &random) ?? .support,
      urgency: Urgency.allCases.randomElement(using: &random) ?? .normal, to: day,
      words: MatchWords(
        texts: (0..<3).map { _ in words.randomElement(using: &random) ?? "" },
        tags: [words.randomElement(using: &random) ?? ""]
      ) { $0 })
  }
}

@Suite("Words that needs and offers share")
struct MatchWordsTests {
  private func words(_ text: String, tags: [String] = []) -> MatchWords {
    MatchWords(texts: [text], tags: tags) { $0.lowercased() }
  }

  @Test("Words that begin alike are one, short ones and bare numbers none")
  func stems() {
    #expect(
      words("Translating the translation of 2026 in an ICU, for us").words == [
        "transl": "Translating", "icu": "ICU",
      ])
  }

  @Test(
    "What two words share is said as both have it",
    arguments: [
      ("Blankets", "blanket", "blanket"), ("translating", "translation", "translati…"),
      ("warmer", "Warmer", "warmer"),
    ])
  func common(left: String, right: String, said: String) {
    #expect(MatchWords.common(left, right) == said)
  }

  @Test("Of ten thousand tags and words the first two hundred are looked at")
  func many() {
    let tags = (0..<10_000).map { "tag\($0)" }
    let found = words(tags.joined(separator: " and "), tags: tags)
    #expect(found.tags.count == 200)
    #expect(found.words.count == 200)
  }

  @Test("A blank tag is none")
  func blank() {
    #expect(words("", tags: ["", "  "]).tags.isEmpty)
  }

  @Test("Something is proposed for a tag or for two words that few documents have, else not")
  func proposals() {
    let need = words("A perfusionist in theatre for children", tags: ["heart"])
    func said(_ text: String, tags: [String] = [], frequency: Int) -> [String]? {
      need.shared(with: words(text, tags: tags)).proposal { _ in frequency }?.reasons
        .map(\.description)
    }
    #expect(said("A theatre", frequency: 1) == nil)
    #expect(said("A theatre for children", frequency: 13) == nil)
    #expect(said("A theatre for children", frequency: 12) == ["both say “children”, “theatre”"])
    #expect(said("", tags: ["Heart"], frequency: 99) == ["both tagged “heart”"])
  }
}
