import Cells
import Collaborative

extension Page {
  /// The page as lines of text, laid out as on the screen: what a pipe and a plain terminal get.
  public func plainText(columns: Int, glyphs: Glyphs) -> String {
    let layout = PageLayout(self, columns: max(20, columns), glyphs: glyphs)
    return layout.lines.map { line in
      var text = line.text.text
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }
}
