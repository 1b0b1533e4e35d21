import Cells
import Collaborative

extension PageLayout {
  /// A line of a tree; what is wrapped stays to the right of the tree's own lines.
  ///
  /// A tree deeper than half the width is drawn no further in, so that there is room for words.
  mutating func addBranch(
    _ lead: String, _ follow: String, _ body: StyledLine, _ columns: Int, _ glyphs: Glyphs,
    link: Int?
  ) {
    let most = max(3, columns / 2)
    let lead = Self.shortened(lead, to: most, glyphs)
    let follow = Self.shortened(follow, to: most, glyphs)
    let hanging = max(TextWidth.of(lead, glyphs: glyphs), TextWidth.of(follow, glyphs: glyphs))
    let wrapped = TextWrap.lines(body, width: max(8, columns - hanging), glyphs: glyphs)
    for (index, line) in wrapped.enumerated() {
      let before = index == 0 ? lead : follow
      lines.append(Line(text: StyledLine(before, .dim) + line, link: link))
    }
  }

  private static func shortened(_ text: String, to columns: Int, _ glyphs: Glyphs) -> String {
    guard TextWidth.of(text, glyphs: glyphs) > columns else { return text }
    return "…" + String(text.suffix(max(0, columns - 1)))
  }
}
