import Improvement
import Insights
import JSONTree

/// How long it takes to match many needs with as many offers, and then one that changed.
///
/// Needs and offers are those of the sample network's kind: a title and a detail of words that some
/// use often and most seldom, a tag, a category, dates, in a network of as many members.
enum MatchBenchmark {
  static func measure(needs count: Int, _ report: inout Report) {
    var random = SeededNumbers(seed: 11)
    let subjects = (0..<count).flatMap { number in
      [subject(number, .need, &random), subject(number, .offer, &random)]
    }
    let today = CalendarDate(daysSince1970: 20_780)
    var whole = Samples()
    var index = MatchIndex()
    var found = 0
    for _ in 0..<5 {
      let start = Moment.now
      index = MatchIndex(subjects)
      found = 0
      for number in 0..<count { found += index.matches(for: "need \(number)", on: today).count }
      whole.add(Moment.now.milliseconds(since: start))
    }
    report.add(
      "match \(count) needs with \(count) offers from scratch, \(found) matches", whole.text("ms"),
      target: "1000 ms", isMet: whole.percentile(99) < 1_000)
    var one = Samples()
    for number in 0..<200 {
      let changed = subject(number, number.isMultiple(of: 2) ? .need : .offer, &random)
      let start = Moment.now
      index.set(changed)
      _ = index.matches(for: changed.id, on: today)
      one.add(Moment.now.milliseconds(since: start))
    }
    report.add(
      "one that changed, matched anew",
      "\(one.text("ms")), p99 \(Samples.number(one.percentile(99)))",
      target: "16 ms", isMet: one.percentile(99) < 16)
    report.note("The words of a text follow Zipf's law over 5,000 words; 12 to 30 of them in each.")
  }

  private static func subject(
    _ number: Int, _ side: MatchSubject.Side, _ random: inout SeededNumbers
  ) -> MatchSubject {
    let words = (0..<random.below(19) + 12).map { _ in "word\(random.rank(5_000))" }
    let day = CalendarDate(daysSince1970: 20_780 + random.below(120) - 10)
    let categories = SupportCategory.allCases
    return MatchSubject(
      id: side == .need ? "need \(number)" : "offer \(number)", side: side,
      member: "member \(random.below(2_000))", category: categories[random.below(categories.count)],
      to: day,
      words: MatchWords(
        texts: [words.map { String($0.reversed()) }.joined(separator: " ")],
        tags: ["tag\(random.rank(300))"]
      ) { $0 })
  }
}
