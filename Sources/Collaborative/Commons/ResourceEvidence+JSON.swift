import Improvement
import Insights
import JSONTree

extension ResourceEvidence {
  /// The whole of it for programs: the summary with its numbers, every try-out with its verdict,
  /// the charts behind it and the reasons.
  public var json: JSON {
    var numbers: JSON = [:]
    for group in EvidenceSummary.Group.allCases where group != .everyone {
      numbers[group.rawValue] = JSON(summary.count(group))
    }
    return [
      "schema": 1, "resource": .string(resource.id), "title": .string(resource.title),
      "summary": .string(summary.words), "numbers": numbers,
      "betterByChance": JSON(Self.rounded(summary.betterByChance)),
      "worseByChance": JSON(Self.rounded(summary.worseByChance)),
      "adoptions": .array(entries.map(Self.json)),
    ]
  }

  private static func json(_ entry: Entry) -> JSON {
    let (adoption, judgement) = (entry.adoption, entry.judgement)
    var tree: JSON = [
      "id": .string(adoption.id), "site": .string(adoption.site),
      "siteName": .string(entry.siteName), "stage": .string(adoption.stage.rawValue),
      "verdict": .string(judgement.verdict.word), "words": .string(judgement.words),
      "charts": .array(judgement.charts.map(Self.json)),
      "cycles": .array(
        entry.cycles.map { cycle in
          var tree: JSON = [
            "id": .string(cycle.id), "title": .string(cycle.title),
            "stage": .string(cycle.stage.rawValue),
          ]
          tree["decision"] = cycle.decision.map { .string($0.rawValue) }
          return tree
        }),
    ]
    tree["since"] = adoption.day(of: adoption.stage).map { .string($0.description) }
    tree["implementedOn"] = judgement.start.map { .string($0.description) }
    tree["whatWasAdapted"] = adoption.whatWasAdapted.map(JSON.string)
    tree["reasonStopped"] = adoption.reasonStopped.map(JSON.string)
    return tree
  }

  private static func json(_ chart: ChartJudgement) -> JSON {
    var tree: JSON = [
      "series": .string(chart.seriesID), "measure": .string(chart.measure.name),
      "kind": .string(chart.measure.kind.rawValue), "verdict": .string(chart.verdict.word),
      "words": .string(chart.words),
      "wasImprovingAlready": .bool(chart.wasImprovingAlready),
    ]
    tree["betterByChance"] = chart.chance.map { JSON(rounded($0.better)) }
    return tree
  }

  private static func rounded(_ share: Double) -> Double { (share * 1_000).rounded() / 1_000 }
}

extension AdoptionJudgement.Verdict {
  fileprivate var word: String {
    switch self {
    case .better: "better"
    case .unchanged: "unchanged"
    case .worse: "worse"
    case .notYet: "not-yet"
    }
  }
}

extension ChartJudgement.Verdict {
  fileprivate var word: String {
    switch self {
    case .better: "better"
    case .unchanged: "unchanged"
    case .worse: "worse"
    case .notYet: "not-yet"
    }
  }
}
