import ControlCharts
import Improvement
import Insights

extension Meeting {
  /// The minutes as Markdown: what was decided and agreed first, because that is what people look
  /// for; then what it rests on.
  public var minutes: String {
    var lines = ["# \(Self.plain(project)): meeting of \(day.label)", ""]
    lines.append(
      [place, last.map { "last meeting \($0.label)" } ?? "the first meeting kept here"]
        .filter { !$0.isEmpty }.map(Self.plain).joined(separator: " · "))
    lines += Self.section("Decided", decisions.map { "- \(Self.plain($0))" }, none: "Nothing.")
    lines += Self.section("Agreed", agreed.map(Self.line), none: "No new action.")
    lines += Self.section(
      "Actions and tasks", toDos.map(Self.line), none: "Nothing is open.")
    lines += Self.section(
      "Cycles", cycles.flatMap(Self.lines), none: "No cycle goes on.")
    lines += Self.section(
      "Numbers since last time", numbers.map(Self.line), none: "None came.")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ heading: String, _ lines: [String], none: String) -> [String] {
    ["", "## \(heading)", ""] + (lines.isEmpty ? [none] : lines)
  }

  private static func line(_ item: MeetingToDo) -> String {
    let parts = [item.words, item.about, item.isLate ? "past due" : ""]
      .filter { !$0.isEmpty }.map(plain)
    let note = parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    return "- [\(item.toDo.isDone ? "x" : " ")] \(plain(item.toDo.what))\(note)"
  }

  private static func lines(_ cycle: MeetingCycle) -> [String] {
    let parts = [cycle.stage.label, cycle.state, cycle.owner].filter { !$0.isEmpty }.map(plain)
    return ["- \(plain(cycle.title)) (\(parts.joined(separator: "; ")))"]
      + cycle.comparisons.map { comparison in
        let match = comparison.matched.map { " – \($0.label.lowercased())" } ?? ""
        let result = comparison.result.isEmpty ? "no result yet" : plain(comparison.result)
        return "  - predicted: \(within(comparison.predicted)); result: \(result)\(match)"
      }
  }

  private static func line(_ number: MeetingNumber) -> String {
    let name = "\(plain(number.tile.measure)), \(plain(number.tile.site))"
    if number.isOwed { return "- \(name): \(number.period) is due" }
    let note = number.note.isEmpty ? "" : " – \(plain(number.note))"
    return "- \(name): \(number.period) \(number.value); \(number.tile.chart.variationWord)\(note)"
  }

  /// A text within a sentence, without a full stop of its own.
  private static func within(_ text: String) -> String {
    let plain = plain(text)
    return plain.hasSuffix(".") && !plain.hasSuffix("..") ? String(plain.dropLast()) : plain
  }

  /// A text on one line, whose signs Markdown doesn't take for its own.
  static func plain(_ text: String) -> String {
    var plain = ""
    for character in text {
      if character.isNewline {
        plain += " "
      } else if "\\`*_[]<>#|".contains(character) {
        plain += "\\\(character)"
      } else {
        plain.append(character)
      }
    }
    return plain
  }
}
