import Cells

/// Where a picture stands.
enum SVGSetting {
  /// In a file of its own, which has to say everything itself.
  case alone
  /// In a page that has its heading above it and its numbers as a table below.
  case inPage

  /// What a screen reader takes it for: within a page one image with a name and a description.
  fileprivate var role: String { self == .alone ? "graphics-document" : "img" }
}

/// A picture that stands alone: no font, script or style from elsewhere.
///
/// Whoever looks sees the drawing; whoever reads gets its title, its description and the numbers as
/// a table, which is in the picture and takes no room.
struct SVGPage {
  /// In pixels.
  var width: Int
  var height: Int
  var title: String
  /// Sentences, read after the title.
  var description: [String]
  /// Begins the ids within, so that several pictures can share a page.
  var identifier: String
  var table: ChartTable
  var setting = SVGSetting.alone

  /// The picture around the drawing's elements.
  func text(around elements: [String]) -> String {
    let id = SVGText.identifier(identifier)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
        + "width=\"\(width)\" height=\"\(height)\" role=\"\(setting.role)\" "
        + "aria-labelledby=\"\(id)-title\" aria-describedby=\"\(id)-desc\" "
        + "font-family=\"sans-serif\" font-size=\"11\">",
      "<title id=\"\(id)-title\">\(SVGText.escaped(title))</title>",
      "<desc id=\"\(id)-desc\">\(SVGText.escaped(description.joined(separator: " ")))</desc>",
      "<g aria-hidden=\"true\">",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>",
    ]
    if setting == .alone { lines += heading }
    lines += elements
    lines.append("</g>")
    if setting == .alone { lines += tableLines }
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  /// The title in one large line or two small ones; what is longer is cut, and whole in `title`.
  private var heading: [String] {
    func line(_ text: String, y: Int, size: Int) -> String {
      "<text x=\"56\" y=\"\(y)\" font-size=\"\(size)\" fill=\"#1a1a1a\">"
        + "\(SVGText.escaped(text))</text>"
    }
    // A letter is about 0.6 of its size wide.
    let room = max(1, width - 64)
    guard TextWidth.of(title) * 8 > room else { return [line(title, y: 16, size: 13)] }
    return PlotLayout.wrapped([title], width: max(8, room / 6), rows: 2, glyphs: .unicode)
      .enumerated().map { line($1, y: 11 + $0 * 12, size: 10) }
  }

  /// A table for screen readers: one pixel large, so that nobody sees it and everybody can read it.
  private var tableLines: [String] {
    func row(_ cells: [String], _ tag: String) -> String {
      "<tr>" + cells.map { "<\(tag)>\(SVGText.escaped($0))</\(tag)>" }.joined() + "</tr>"
    }
    return [
      "<foreignObject x=\"0\" y=\"0\" width=\"1\" height=\"1\" opacity=\"0\">",
      "<table xmlns=\"http://www.w3.org/1999/xhtml\">",
      "<caption>\(SVGText.escaped(title))</caption>", row(table.headers, "th"),
    ] + table.rows.map { row($0, "td") } + ["</table>", "</foreignObject>"]
  }
}
