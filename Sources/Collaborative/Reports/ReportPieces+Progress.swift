import ControlCharts
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

  /// The features of good testing, how many cycles show each, and what the others lack. Advice.
  func qualityBlocks(_ cycles: [Cycle]) -> [ReportBlock] {
    guard !cycles.isEmpty else { return [] }
    let judged = cycles.map { (cycle: $0, judgements: TestingQuality.judgements(of: $0)) }
    let rows = TestingFeature.allCases.compactMap { feature -> [ReportCell]? in
      let own = judged.flatMap { entry in
        entry.judgements.filter { $0.feature == feature && $0.verdict != .notAsked }
          .map { (title: entry.cycle.title, judgement: $0) }
      }
      guard !own.isEmpty else { return nil }
      let met = own.count { $0.judgement.verdict == .met }
      let open = own.count { $0.judgement.verdict == .notYet }
      let lacking = own.filter { $0.judgement.verdict == .notMet }.map {
        "“\($0.title)”: \($0.judgement.evidence)"
      }
      return [
        ReportCell(feature.words),
        ReportCell(["\(met) of \(own.count)", open > 0 ? "\(open) not that far yet" : ""]),
        ReportCell(lacking),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        ReportTable(
          "Features of good testing, as advice",
          headers: ["Feature", "Cycles that show it", "Where it is lacking"], rows: rows))
    ]
  }
}
