import Collaborative
import Plots

/// A report as one HTML file that stands alone: nothing is fetched, nothing runs.
///
/// For screens, light or dark, for A4 paper, and for screen readers: landmarks, headings in order,
/// tables with headers, charts as images with a name, a description and their numbers.
public struct HTMLReport: Sendable {
  private let report: Report

  public init(_ report: Report) { self.report = report }

  public var text: String {
    let title = HTMLText.line(report.title)
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"en-GB\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta http-equiv=\"Content-Security-Policy\" "
        + "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      "<title>\(HTMLText.plain(report.title))</title>", "<style>\n\(Self.style)\n</style>",
      "</head>", "<body>",
      "<a class=\"skip\" href=\"#main\">Skip to the report</a>", "<header>",
      "<h1 dir=\"auto\">\(title)</h1>",
    ]
    if !report.subtitle.isEmpty {
      lines.append("<p class=\"subtitle\">\(HTMLText.line(report.subtitle))</p>")
    }
    lines.append("</header>")
    var pictures = 0
    if report.front.isEmpty { lines += contents }
    lines.append("<main id=\"main\">")
    if !report.front.isEmpty {
      lines.append("<div class=\"front\">")
      lines += markup(report.front, named: "page", &pictures, isFront: true)
      lines += ["</div>", "<div class=\"annex\">"] + contents
    }
    lines += markup(report.sections, named: "section", &pictures)
    if !report.front.isEmpty { lines.append("</div>") }
    lines.append("</main>")
    if !report.colophon.isEmpty {
      lines += ["<footer>"] + report.colophon.map { "<p>\(HTMLText.line($0))</p>" } + ["</footer>"]
    }
    lines += ["</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func markup(
    _ sections: [ReportSection], named name: String, _ pictures: inout Int, isFront: Bool = false
  ) -> [String] {
    var lines: [String] = []
    for (index, section) in sections.enumerated() {
      let id = "\(name)-\(index + 1)"
      lines.append("<section aria-labelledby=\"\(id)\">")
      lines.append("<h2 id=\"\(id)\">\(HTMLText.line(section.heading))</h2>")
      for block in section.blocks { lines += markup(block, &pictures, isFront: isFront) }
      lines.append("</section>")
    }
    return lines
  }

  private var contents: [String] {
    guard report.sections.count > 2 else { return [] }
    let name = report.front.isEmpty ? "Contents" : "Contents of the annex"
    let heading = report.front.isEmpty ? [] : ["<h2 class=\"behind\">Annex</h2>"]
    return heading + ["<nav aria-label=\"\(name)\">", "<ul>"]
      + report.sections.enumerated().map { index, section in
        "<li><a href=\"#section-\(index + 1)\">\(HTMLText.line(section.heading))</a></li>"
      } + ["</ul>", "</nav>"]
  }

  /// - Parameter isFront: whether it stands on the first page, where there is no room for numbers,
  ///   which the annex has.
  private func markup(
    _ block: ReportBlock, _ pictures: inout Int, isFront: Bool
  ) -> [String] {
    switch block {
    case .paragraph(let text): return HTMLText.lines(text).map { "<p dir=\"auto\">\($0)</p>" }
    case .advice(let text): return ["<p class=\"advice\">\(HTMLText.line(text))</p>"]
    case .heading(let text): return ["<h3>\(HTMLText.line(text))</h3>"]
    case .facts(let facts):
      return ["<dl>"]
        + facts.map { fact in
          "<dt>\(HTMLText.line(fact.label))</dt>"
            + "<dd dir=\"auto\">\(HTMLText.lines(fact.value).joined(separator: "<br>"))</dd>"
        } + ["</dl>"]
    case .list(let items): return ["<ul>"] + items.map(markup) + ["</ul>"]
    case .table(let table): return markup(table)
    case .chart(let chart):
      pictures += 1
      return markup(chart, number: pictures, isFront: isFront)
    case .drivers(let outline):
      pictures += 1
      return markup(outline, number: pictures, isFront: isFront)
    }
  }

  private func markup(_ item: ReportItem) -> String {
    let mark =
      item.mark.isEmpty ? "" : "<strong class=\"mark\">\(HTMLText.line(item.mark)):</strong> "
    let note = HTMLText.lines(item.note)
    let quiet =
      note.isEmpty ? "" : "<div class=\"note\" dir=\"auto\">\(note.joined(separator: "<br>"))</div>"
    return "<li>\(mark)<bdi>\(HTMLText.line(item.text))</bdi>\(quiet)</li>"
  }

  /// Tables of so many rows are printed on one page.
  private static let rowsKeptTogether = 8

  private func markup(_ table: ReportTable) -> [String] {
    // What is too wide for a screen is scrolled within its own frame, by keys as well.
    let isShort = table.rows.count <= Self.rowsKeptTogether
    return [
      "<div class=\"\(isShort ? "wide short" : "wide")\" role=\"region\" "
        + "aria-label=\"\(HTMLText.plain(table.caption))\" tabindex=\"0\">",
      "<table>", "<caption>\(HTMLText.line(table.caption))</caption>", "<thead>",
      "<tr>\(table.headers.map { "<th scope=\"col\">\(HTMLText.line($0))</th>" }.joined())</tr>",
      "</thead>", "<tbody>",
    ]
      + table.rows.map { row in
        let cells = row.enumerated().map { index, cell in
          let text = cell.lines.map(HTMLText.line).joined(separator: "<br>")
          return index == 0
            ? "<th scope=\"row\" dir=\"auto\">\(text)</th>" : "<td dir=\"auto\">\(text)</td>"
        }
        return "<tr>\(cells.joined())</tr>"
      } + ["</tbody>", "</table>", "</div>"]
  }
}
