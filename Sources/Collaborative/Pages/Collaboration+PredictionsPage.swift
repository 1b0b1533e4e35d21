import DocumentStore
import Improvement

extension Collaboration {
  /// How a project's predictions came out over time, and what each surprise taught.
  ///
  /// For the team's own learning: no share below ten predictions, and no other team beside it.
  func predictionsPage(_ cycle: Cycle) throws(CollaborationError) -> Page {
    let all =
      try cycle.project.map { id throws(CollaborationError) in try cycles(in: id) } ?? [cycle]
    let history = PredictionHistory(of: all, today: clock.today)
    let name = project(cycle.project)?.name ?? cycle.title
    var groups = [PageGroup("", summary(of: history.total))]
    groups.append(
      PageGroup(
        "Over time",
        history.quarters.map { quarter in
          .item(mark: quarter.period.label, text: "\(quarter.record)")
        }))
    let titles = Dictionary(all.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    groups.append(
      PageGroup(
        "What surprised us",
        history.surprises.map { surprise in
          let parts = [
            surprise.result.map { "It was: \($0)" } ?? "",
            surprise.learning.map { "It taught: \($0)" }
              ?? "What it taught is not written down yet.",
            titles[surprise.cycle] ?? "",
          ]
          return .item(
            mark: surprise.matched.label, text: surprise.prediction,
            note: parts.filter { !$0.isEmpty }.joined(separator: " · "),
            target: Target(.cycle, surprise.cycle))
        }))
    var page = Page(
      Target(.cycle, cycle.id), title: "What our predictions taught: \(name)",
      subtitle: "For the team's own learning; a surprise teaches most", groups: groups)
    page.list(all)
    return page
  }

  private func summary(of record: PredictionRecord) -> [PageLine] {
    guard record.judged > 0 else {
      return [
        .paragraph(
          "No prediction has been compared yet. In Study, s holds each against what came of it.")
      ]
    }
    let share = record.surpriseShare.map { " (\(Int(($0 * 100).rounded())) %)" } ?? ""
    var lines: [PageLine] = [.paragraph("\(record)\(share).".capitalisedFirst, tone: .strong)]
    if record.unknown > 0 { lines.append(.paragraph("Of \(record.unknown) nobody can tell.")) }
    if record.open > 0 {
      lines.append(
        .paragraph("\(record.open) \(record.open == 1 ? "waits" : "wait") to be compared."))
    }
    return lines
  }
}
