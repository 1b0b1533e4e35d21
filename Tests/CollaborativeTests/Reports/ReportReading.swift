import Collaborative

extension Report {
  /// Everything that a person reads in it, a line each.
  var text: [String] {
    [title, subtitle] + colophon + (front + sections).flatMap { [$0.heading] + $0.text }
  }

  var headings: [String] { sections.map(\.heading) }

  /// What stands under a heading, a line each; nothing where there is no such heading.
  func text(under heading: String) -> [String] {
    sections.filter { $0.heading.hasPrefix(heading) }.flatMap(\.text)
  }
}

extension ReportSection {
  var text: [String] { blocks.flatMap(\.text) }
}

extension ReportBlock {
  /// Tables have a line for each row, cells parted by bars.
  var text: [String] {
    switch self {
    case .paragraph(let text), .advice(let text), .heading(let text): [text]
    case .facts(let facts): facts.map { "\($0.label): \($0.value)" }
    case .list(let items): items.map { "\($0.mark) | \($0.text) | \($0.note)" }
    case .table(let table):
      [table.caption, table.headers.joined(separator: " | ")]
        + table.rows.map { row in
          row.map { $0.lines.joined(separator: "; ") }.joined(separator: " | ")
        }
    case .chart(let chart):
      [chart.title] + chart.caption + chart.chart.labels
        + chart.chart.points.compactMap { $0.note }
        + chart.chart.annotations.map(\.text)
    case .drivers(let outline): [outline.aim] + outline.lines.map { "\($0.depth) \($0.text)" }
    }
  }
}
