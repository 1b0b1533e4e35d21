import ControlCharts
import Improvement

extension EvidenceSummary {
  /// "Tried at 7 sites; 5 can be judged: 3 better, 1 unchanged, 1 worse; about 1 would look better
  /// by chance; 1 was improving already. Sites chose to try; there is no comparison group."
  public var words: String {
    let tried = count(.tried)
    guard tried > 0 else {
      let others = sites.count
      return others == 0
        ? "Nobody here has tried it yet."
        : "Nobody has tried it yet; \(others) \(others == 1 ? "site knows" : "sites know") of it."
    }
    return ["\(triedWords(tried))\(judgedWords).", processWords, stoppedWords, caution]
      .compactMap(\.self).joined(separator: " ")
  }

  /// The first sentence alone, for where another one is told about: "Tried at 1 site; it cannot be
  /// judged yet, which takes …".
  public var shortWords: String {
    let tried = count(.tried)
    return tried > 0 ? "\(triedWords(tried))\(judgedWords)." : words
  }

  private func triedWords(_ tried: Int) -> String {
    "Tried at \(tried) \(tried == 1 ? "site" : "sites"); "
  }

  private var judgedWords: String {
    let judged = count(.judged)
    let (tried, hidden) = (count(.tried), sites(.tried).count(where: \.isHidden))
    let hiddenWords =
      hidden == 0
      ? ""
      : "; \(hidden) cannot be judged by you: \(hidden == 1 ? "its" : "their") numbers are not shared"
    guard judged > 0 else {
      if hidden == tried {
        return tried == 1
          ? "it cannot be judged by you: its numbers are not shared"
          : "none can be judged by you: their numbers are not shared"
      }
      return
        "\(tried == 1 ? "it" : "none") can\(tried == 1 ? "not" : "") be judged "
        + "yet, which takes \(FrozenComparison.fewestPoints) points before and after it was taken "
        + "into use" + hiddenWords
    }
    let parts = [
      (Group.better, "better"), (.unchanged, "unchanged"), (.worse, "worse"),
    ].map { "\(count($0.0)) \($0.1)" }
    let already = count(.improvingAlready)
    return "\(judged) can be judged: \(parts.joined(separator: ", ")); \(chanceWords)"
      + (already == 0
        ? "" : "; \(already) \(already == 1 ? "was" : "were") improving already")
      + hiddenWords
  }

  /// "about 1 would look better by chance".
  public var chanceWords: String {
    let expected = Int(betterByChance.rounded())
    return "\(expected == 0 ? "fewer than 1" : "about \(expected)") would look better by chance"
  }

  private var processWords: String? {
    let count = judgedByProcess
    guard count > 0 else { return nil }
    if count == self.count(.judged) { return "Judged by what is done, not by what came of it." }
    return count == 1
      ? "1 of them is judged by what is done, not by what came of it."
      : "\(count) of them are judged by what is done, not by what came of it."
  }

  private var stoppedWords: String? {
    let stopped = count(.stopped)
    return stopped == 0 ? nil : "\(stopped) stopped, and \(stopped == 1 ? "says" : "say") why."
  }

  private var caution: String { "Sites chose to try; there is no comparison group." }
}

extension EvidenceSummary.Group {
  /// What the sites of a number have in common, after the number: "3 better".
  public func words(_ count: Int) -> String {
    switch self {
    case .everyone: count == 1 ? "site" : "sites"
    case .tried: count == 1 ? "site tried it" : "sites tried it"
    case .judged: "can be judged"
    case .better: "better"
    case .unchanged: "unchanged"
    case .worse: "worse"
    case .improvingAlready: count == 1 ? "was improving already" : "were improving already"
    case .notJudged: "cannot be judged"
    case .inUse: count == 1 ? "uses it" : "use it"
    case .testing: count == 1 ? "is trying it now" : "are trying it now"
    case .stopped: "stopped"
    case .considering:
      count == 1 ? "knows of it or is considering it" : "know of it or are considering it"
    case .declined: "decided against it before trying"
    }
  }
}

extension AdoptionJudgement {
  /// What may be said of a site, and by which measure: "better: wound infections".
  public var words: String {
    switch verdict {
    case .better:
      "better: \(decidingName)"
        + (deciding?.wasImprovingAlready == true ? "; was improving already" : "")
    case .unchanged: "unchanged: \(decidingName)"
    case .worse: "worse: \(decidingName)"
    case .notYet(let obstacle): obstacle.verdictWords
    }
  }

  private var decidingName: String { deciding?.measure.name ?? "" }
}

extension ChartJudgement {
  /// The same of one chart, without the measure's name.
  public var words: String {
    switch verdict {
    case .better: "better" + (wasImprovingAlready ? "; was improving already" : "")
    case .unchanged: "unchanged"
    case .worse: "worse"
    case .notYet(let obstacle): obstacle.verdictWords
    }
  }

  /// The same as a sentence of its own: what is compared with what.
  public var comparedWords: String {
    switch verdict {
    case .better:
      "better than before it was taken into use"
        + (wasImprovingAlready ? "; was improving already" : "")
    case .unchanged: "unchanged since it was taken into use"
    case .worse: "worse than before it was taken into use"
    case .notYet: words
    }
  }
}

extension ChartJudgement.Obstacle {
  /// What time can mend, and what it cannot: the points before a change are all there are.
  fileprivate var mayPass: Bool {
    switch self {
    case .tooFewAfter: true
    case .tooFewBefore, .neitherWayIsBetter, .noChart: false
    }
  }

  fileprivate var verdictWords: String { "cannot be judged\(mayPass ? " yet" : ""): \(words)" }

  public var words: String {
    switch self {
    case .tooFewBefore(let count):
      "\(count) of \(FrozenComparison.fewestPoints) points before it was taken into use"
    case .tooFewAfter(let count): "\(count) of \(FrozenComparison.fewestPoints) points after"
    case .neitherWayIsBetter: "neither way is better"
    case .noChart(let words): words
    }
  }
}

extension AdoptionJudgement.Obstacle {
  fileprivate var verdictWords: String {
    switch self {
    case .hiddenNumbers: "cannot be judged by you: \(words)"
    case .notInUse(.abandoned): "cannot be judged: \(words)"
    case .chart(let obstacle, _) where !obstacle.mayPass: "cannot be judged: \(words)"
    case .notInUse, .noDay, .noNumbers, .chart: "cannot be judged yet: \(words)"
    }
  }

  public var words: String {
    switch self {
    case .notInUse(.abandoned): "stopped before it was in use"
    case .notInUse: "not in use yet"
    case .noDay: "nobody noted since when it is in use"
    case .noNumbers: "no numbers of an outcome or a process there"
    case .hiddenNumbers: "its numbers are not shared"
    case .chart(let obstacle, let measure): "\(obstacle.words) (\(measure))"
    }
  }
}
