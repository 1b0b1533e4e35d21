import Collaborative
import Plots

extension HTMLReport {
  /// A driver diagram as a picture, and as a list behind a line that opens.
  func markup(_ outline: DriverOutline, number: Int, isFront: Bool) -> [String] {
    let picture = outline.diagram.figure(
      width: 760, title: "Driver diagram", identifier: "picture-\(number)")
    let figure = ["<figure>", picture, "</figure>"]
    if isFront { return figure }
    return figure + ["<details>", "<summary>The diagram as a list</summary>"] + list(outline)
      + ["</details>"]
  }

  /// The same as a list, for whoever reads rather than looks.
  private func list(_ outline: DriverOutline) -> [String] {
    var lines = ["<ul class=\"drivers\">"]
    lines.append("<li><strong>Aim:</strong> <bdi>\(HTMLText.line(outline.aim))</bdi>")
    var depth = 0
    for line in outline.lines {
      // A line may stand any number of levels further out, and one further in.
      let wanted = min(line.depth, depth + 1)
      if wanted > depth {
        lines.append("<ul>")
      } else {
        lines.append("</li>")
        while depth > wanted {
          lines.append("</ul></li>")
          depth -= 1
        }
      }
      depth = wanted
      let mark = line.isIdea ? "<em>Idea:</em> " : ""
      let note =
        line.note.isEmpty ? "" : " <span class=\"note\">(\(HTMLText.line(line.note)))</span>"
      lines.append("<li>\(mark)<bdi>\(HTMLText.line(line.text))</bdi>\(note)")
    }
    lines.append("</li>")
    while depth > 0 {
      lines.append("</ul></li>")
      depth -= 1
    }
    return lines + ["</ul>"]
  }
}
