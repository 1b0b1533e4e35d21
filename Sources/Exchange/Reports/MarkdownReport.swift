import Cells
import Collaborative
import Plots

/// A report as Markdown: CommonMark with the tables of GitHub's dialect, charts as text.
public struct MarkdownReport: Sendable {
  private let report: Report
  private let glyphs: Glyphs

  /// The columns and rows of a chart drawn as text.
  private static let chartColumns = 78
  private static let chartRows = 18

  /// The columns of a driver diagram, which shows three levels and their ideas side by side.
  private static let diagramColumns = 110

  public init(_ report: Report, glyphs: Glyphs = .unicode) {
    self.report = report
    self.glyphs = glyphs
  }

  public var text: String {
    var blocks = ["# \(MarkdownText.line(report.title))"]
    if !report.subtitle.isEmpty { blocks.append("*\(MarkdownText.line(report.subtitle))*") }
    let annex = report.front.isEmpty ? "" : "Annex: "
    for (mark, sections) in [("", report.front), (annex, report.sections)] {
      for section in sections {
        blocks.append("## \(mark)\(MarkdownText.line(section.heading))")
        blocks += section.blocks.compactMap(text)
      }
    }
    if !report.colophon.isEmpty {
      blocks.append("---")
      blocks += report.colophon.map { "*\(MarkdownText.line($0))*" }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func text(_ block: ReportBlock) -> String? {
    switch block {
    case .paragraph(let text):
      let lines = MarkdownText.lines(text)
      return lines.isEmpty ? nil : lines.joined(separator: "\n\n")
    case .advice(let text): return "> \(MarkdownText.line(text))"
    case .heading(let text): return "### \(MarkdownText.line(text))"
    case .facts(let facts):
      return facts.map { "- **\(MarkdownText.line($0.label)):** \(MarkdownText.line($0.value))" }
        .joined(separator: "\n")
    case .list(let items): return items.map(text).joined(separator: "\n")
    case .table(let table): return text(table)
    case .chart(let chart): return text(chart)
    case .drivers(let outline): return text(outline)
    }
  }

  private func text(_ item: ReportItem) -> String {
    let mark = item.mark.isEmpty ? "" : "**\(MarkdownText.line(item.mark)):** "
    let note = item.note.isEmpty ? "" : " · \(MarkdownText.line(item.note))"
    return "- \(mark)\(MarkdownText.line(item.text))\(note)"
  }

  private func text(_ table: ReportTable) -> String {
    func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }
    var lines = [
      "**\(MarkdownText.line(table.caption))**", "", row(table.headers.map(MarkdownText.line)),
      row(table.headers.map { _ in "---" }),
    ]
    lines += table.rows.map { cells in
      row(cells.map { $0.lines.map(MarkdownText.line).joined(separator: "<br>") })
    }
    return lines.joined(separator: "\n")
  }

  private func text(_ chart: ReportChart) -> String {
    var blocks = ["### \(MarkdownText.line(chart.title))"]
    if var plot = chart.plot {
      plot = plot.withoutCaption
      let drawn = plot.text(columns: Self.chartColumns, rows: Self.chartRows, glyphs: glyphs)
      blocks.append(Self.fenced(drawn))
    }
    blocks += chart.caption.map(MarkdownText.line)
    return blocks.joined(separator: "\n\n")
  }

  /// Lines as they stand, between fences longer than any in them.
  static func fenced(_ text: String) -> String {
    var longest = 2
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { ReportText.visible(String($0)) }
    return "\(fence)text\n\(lines.joined(separator: "\n"))\n\(fence)"
  }

  private func text(_ outline: DriverOutline) -> String {
    var lines = ["- **Aim:** \(MarkdownText.line(outline.aim))"]
    lines += outline.lines.map { line in
      let indent = String(repeating: "  ", count: line.depth)
      let mark = line.isIdea ? "*Idea:* " : ""
      let note = line.note.isEmpty ? "" : " (\(MarkdownText.line(line.note)))"
      return "\(indent)- \(mark)\(MarkdownText.line(line.text))\(note)"
    }
    let diagram = outline.diagram
    let rows = diagram.rows(columns: Self.diagramColumns, glyphs: glyphs)
    let drawn = diagram.text(columns: Self.diagramColumns, rows: rows, glyphs: glyphs)
    return "\(Self.fenced(drawn))\n\n\(lines.joined(separator: "\n"))"
  }
}
