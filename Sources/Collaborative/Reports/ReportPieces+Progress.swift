import ControlCharts
import DocumentStore
import Improvement

/// What several reports say of how far a team has come and how well it tests.
extension Collaboration {
  /// The scores of a project that a report lists at most.
  private static let scoresListed = 8

  /// The team's scores beside the coach's, and how they came to be. Ordinal: none is averaged.
  func progressBlocks(_ projects: [Project]) -> [ReportBlock] {
    let scored = projects.filter { !$0.progress.isEmpty }
    guard !scored.isEmpty else { return [] }
    var blocks: [ReportBlock] = []
    for project in scored {
      let team = project.latestScore(.`self`)?.score
      let coach = project.latestScore(.coach)?.score
      if let team, let coach, abs(team - coach) >= 1 {
        blocks.append(
          .advice(
            "\(project.name): the team says \(NumberText.short(team)), the coach "
              + "\(NumberText.short(coach)). The difference is the conversation."))
      }
      let scores = project.progress.filter { $0.score != nil }.enumerated()
        .sorted { left, right in
          (left.element.date?.daysSince1970 ?? 0, left.offset)
            > (right.element.date?.daysSince1970 ?? 0, right.offset)
        }.map(\.element)
      if scores.count > Self.scoresListed {
        let first = scores.last?.date.map { " since \($0.label)" } ?? ""
        blocks.append(
          .paragraph("\(scores.count) scores\(first); the latest \(Self.scoresListed) are listed."))
      }
      let rows = scores.prefix(Self.scoresListed).map { score -> [ReportCell] in
        let value = score.score ?? 0
        let title = ProgressAnchor.anchor(for: value)?.title ?? ""
        return [
          ReportCell(score.date?.label ?? ""), ReportCell(score.kind?.label ?? ""),
          ReportCell([NumberText.short(value), title]), ReportCell(score.why ?? ""),
          ReportCell(score.suggestion ?? ""),
        ]
      }
      blocks.append(
        .table(
          ReportTable(
            projects.count == 1 ? "Scores, the newest first" : "Scores of \(project.name)",
            headers: ["When", "Who", "Score", "Why", "Next"], rows: rows)))
    }
    return blocks
  }

  /// The features of good testing, how many cycles or ramps show each, and what the others lack.
  /// Advice.
  func qualityBlocks(_ cycles: [Cycle]) throws(CollaborationError) -> [ReportBlock] {
    guard !cycles.isEmpty else { return [] }
    var judged: [JudgedTest] = []
    for cycle in cycles {
      judged += TestingQuality.judgements(of: cycle).map {
        JudgedTest(title: cycle.title, kind: "cycle", judgement: $0)
      }
    }
    for ramp in chains(of: cycles) {
      let title = ramp.cycles.compactMap(\.ramp).first ?? ramp.cycles.first?.title ?? ""
      let judgements = [
        RampQuality.iterative(ramp),
        RampQuality.dataOverTime(ramp, try series(tellingOf: ramp), today: clock.today),
      ]
      judged += judgements.map { JudgedTest(title: title, kind: "ramp", judgement: $0) }
    }
    let rows = TestingFeature.allCases.compactMap { feature in
      row(feature, judged.filter { $0.judgement.feature == feature })
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        ReportTable(
          "Features of good testing, as advice",
          headers: ["Feature", "Shown by", "Where it is lacking"], rows: rows))
    ]
  }

  /// The chains that cycles make, each once, in the order they were begun.
  func chains(of cycles: [Cycle]) -> [Ramp] {
    var seen: Set<DocumentID> = []
    var chains: [Ramp] = []
    for cycle in cycles where !seen.contains(cycle.id) {
      let chain = Ramp(of: cycle, among: cycles)
      seen.formUnion(chain.cycles.map(\.id))
      chains.append(chain)
    }
    return chains
  }

  private func row(_ feature: TestingFeature, _ all: [JudgedTest]) -> [ReportCell]? {
    let asked = all.filter { $0.judgement.verdict != .notAsked }
    guard let kind = asked.first?.kind else { return nil }
    let met = asked.count { $0.judgement.verdict == .met }
    let open = asked.count { $0.judgement.verdict == .notYet }
    let lacking = asked.filter { $0.judgement.verdict == .notMet }.map {
      "“\($0.title)”: \($0.judgement.evidence)"
    }
    return [
      ReportCell(feature.words),
      ReportCell([
        "\(met) of \(asked.count) \(asked.count == 1 ? kind : "\(kind)s")",
        open > 0 ? "\(open) not that far yet" : "",
      ]), ReportCell(lacking),
    ]
  }
}

/// A cycle or a ramp with one judgement of it.
private struct JudgedTest {
  var title: String
  var kind: String
  var judgement: FeatureJudgement
}
