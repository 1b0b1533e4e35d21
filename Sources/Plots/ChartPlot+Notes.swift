import ControlCharts

extension ChartPlot {
  /// Says which lines are not drawn in the phases shown, because no row is true to them.
  func lineNotes(_ ladder: RowLadder, visible: Range<Int>) -> [String] {
    let shown = chart.phases.indices.filter { chart.phases[$0].range.overlaps(visible) }
    var notes: [String] = []
    let upper = shown.filter { !ladder.room[$0].upper }
    let lower = shown.filter { !ladder.room[$0].lower }
    if !upper.isEmpty, !lower.isEmpty, upper != lower {
      notes.append("Too few rows for some of the limits.")
    } else if !upper.isEmpty, upper == lower {
      notes.append("Too few rows for limits\(place(of: upper, among: shown)).")
    } else {
      for (name, phases) in [("upper", upper), ("lower", lower)] where !phases.isEmpty {
        notes.append("Too few rows for the \(name) limit\(place(of: phases, among: shown)).")
      }
    }
    if let target = chart.options.target {
      let rows = targetRows(ladder)
      let missing = shown.filter { rows[$0] == nil }
      if !missing.isEmpty {
        notes.append(
          "No row is true to target \(number(target))\(place(of: missing, among: shown)).")
      }
    }
    return notes.isEmpty ? [] : [notes.joined(separator: " ")]
  }

  private func place(of phases: [Int], among shown: [Int]) -> String {
    guard phases.count < shown.count else { return "" }
    return (phases.count == 1 ? " in phase " : " in phases ")
      + phases.map { String($0 + 1) }.joined(separator: ", ")
  }
}
