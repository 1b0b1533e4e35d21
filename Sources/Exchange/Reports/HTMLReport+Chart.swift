import Collaborative
import Plots

extension HTMLReport {
  /// A chart under its heading: the picture, what it says, and its numbers behind a line that opens.
  func markup(_ chart: ReportChart, number: Int, isFront: Bool) -> [String] {
    let title = HTMLText.line(chart.title)
    let sentences = chart.caption.map { "<p>\(HTMLText.line($0))</p>" }
    guard let plot = chart.plot else { return ["<h3>\(title)</h3>"] + sentences }
    let picture = plot.figure(
      width: 760, height: isFront ? 230 : 300, title: ReportText.line(chart.title),
      identifier: "picture-\(number)")
    return ["<h3>\(title)</h3>", "<figure>", picture, "<figcaption>"] + sentences
      + ["</figcaption>", "</figure>"] + (isFront ? [] : numbers(plot.table, of: title))
  }

  private func numbers(_ table: ChartTable, of title: String) -> [String] {
    [
      "<details>", "<summary>The numbers of \(title)</summary>", "<div class=\"wide\">",
      "<table class=\"numbers\">", "<caption>\(title)</caption>", "<thead>",
      "<tr>\(table.headers.map { "<th scope=\"col\">\(HTMLText.line($0))</th>" }.joined())</tr>",
      "</thead>", "<tbody>",
    ]
      + table.rows.map { row in
        let cells = row.enumerated().map { index, text in
          index == 0
            ? "<th scope=\"row\">\(HTMLText.line(text))</th>" : "<td>\(HTMLText.line(text))</td>"
        }
        return "<tr>\(cells.joined())</tr>"
      } + ["</tbody>", "</table>", "</div>", "</details>"]
  }
}
