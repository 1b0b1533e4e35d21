import Cells
import Collaborative
import Widgets

/// A page laid out for a width: its lines, and on which of them each link stands.
struct PageLayout {
  struct Line {
    var text: StyledLine
    /// The link the line belongs to, counted from 0.
    var link: Int?
  }

  var lines: [Line] = []

  init(_ page: Page, columns: Int, glyphs: Glyphs) {
    add(StyledLine(page.title, .title), columns, glyphs)
    if !page.subtitle.isEmpty { add(StyledLine(page.subtitle, .dim), columns, glyphs) }
    var link = 0
    for group in page.groups {
      lines.append(Line(text: StyledLine(""), link: nil))
      if !group.heading.isEmpty { add(StyledLine(group.heading, .heading), columns, glyphs) }
      let labelColumns = Self.labelColumns(group, columns: columns, glyphs: glyphs)
      for line in group.lines {
        let number = line.target == nil ? nil : link
        if number != nil { link += 1 }
        add(line, link: number, labelColumns: labelColumns, columns: columns, glyphs: glyphs)
      }
    }
  }

  /// Labels of a group stand in one column, as wide as the longest, within a third of the width.
  private static func labelColumns(_ group: PageGroup, columns: Int, glyphs: Glyphs) -> Int {
    let widths = group.lines.compactMap { line -> Int? in
      switch line {
      case .field(let label, _, _, _): TextWidth.of(label, glyphs: glyphs)
      case .measure(_, let label): TextWidth.of(label, glyphs: glyphs)
      case .item(let mark, _, _, _, _, _):
        mark.isEmpty ? nil : TextWidth.of(mark, glyphs: glyphs)
      case .paragraph, .branch, .matrix, .ramps: nil
      }
    }
    return min(widths.max() ?? 0, max(10, columns * 2 / 5))
  }

  private mutating func add(_ line: StyledLine, _ columns: Int, _ glyphs: Glyphs) {
    for wrapped in TextWrap.lines(line, width: max(1, columns), glyphs: glyphs) {
      lines.append(Line(text: wrapped, link: nil))
    }
  }

  private mutating func add(
    _ line: PageLine, link: Int?, labelColumns: Int, columns: Int, glyphs: Glyphs
  ) {
    switch line {
    case .paragraph(let text, let tone):
      add(StyledLine(text, tone.role), columns, glyphs)
    case .field(let label, let value, let tone, _):
      let role = link == nil ? tone.role : tone == .plain ? .link : tone.role
      addHanging(
        label, .label, StyledLine(value, role), labelColumns, columns, glyphs, link: link)
    case .item(let mark, let text, let note, let tone, let depth, _):
      // What is underlined is short where it can be: a look over several lines is sent with each.
      let isLink = link != nil && tone == .plain
      var body = StyledLine(text, isLink && mark.isEmpty ? .link : tone.role)
      if !note.isEmpty { body += StyledLine("  " + note, .dim) }
      addHanging(
        mark, isLink ? .link : .label, body, mark.isEmpty ? 0 : labelColumns, columns, glyphs,
        link: link,
        indent: depth * 2)
    case .measure(let tile, let label):
      let room = max(4, min(24, columns - labelColumns - 20))
      let body = tile.line(sparklineColumns: room, glyphs: glyphs)
      addHanging(label, .link, body, labelColumns, columns, glyphs, link: link)
    case .branch(let lead, let follow, let text, let note, let tone, _):
      let isLink = link != nil && tone == .plain
      var body = StyledLine(text, isLink ? .link : tone.role)
      if !note.isEmpty { body += StyledLine("  " + note, .dim) }
      addBranch(lead, follow, body, columns, glyphs, link: link)
    case .matrix(let matrix):
      for line in matrix.lines(columns: columns, glyphs: glyphs) {
        lines.append(Line(text: line, link: nil))
      }
    case .ramps(let ramps, let today):
      let timeline = ProjectDetail.timeline(of: ramps, today: today)
      let rows = timeline.rows(columns: columns, glyphs: glyphs)
      var grid = Grid(Size(columns: max(1, columns), rows: rows), glyphs: glyphs)
      timeline.draw(into: &grid, rect: grid.bounds)
      for row in 0..<rows { lines.append(Line(text: grid.line(row), link: nil)) }
    }
  }

  /// A label, then the text beside it, its further lines indented to where it began.
  private mutating func addHanging(
    _ label: String, _ labelRole: Role, _ body: StyledLine, _ labelColumns: Int, _ columns: Int,
    _ glyphs: Glyphs, link: Int?, indent: Int = 0
  ) {
    let hanging = indent + (labelColumns > 0 ? labelColumns + 2 : 0)
    let wrapped = TextWrap.lines(body, width: max(8, columns - hanging), glyphs: glyphs)
    let labels = TextWrap.lines(label, width: max(1, labelColumns), glyphs: glyphs)
    for index in 0..<max(wrapped.count, labelColumns > 0 ? labels.count : 0) {
      var line = StyledLine(String(repeating: " ", count: indent))
      if labelColumns > 0 {
        let shown = index < labels.count ? labels[index] : ""
        let blank = labelColumns + 2 - TextWidth.of(shown, glyphs: glyphs)
        // Blanks look the same in every role; in that of empty cells they need not be sent.
        line += StyledLine(shown, labelRole) + StyledLine(String(repeating: " ", count: blank))
      }
      if index < wrapped.count { line += wrapped[index] }
      lines.append(Line(text: line, link: link))
    }
  }
}

extension Canvas {
  mutating func drawPage(_ state: PageState, in rect: Rect, isFocused: Bool) {
    guard let page = state.page ?? (state.problem == nil ? state.previous : nil) else {
      drawMessage(state.problem ?? "", tone: .bad, in: rect)
      return
    }
    let layout = PageLayout(page, columns: max(1, rect.columns - 2), glyphs: glyphs)
    let scroll = layout.scroll(state, rows: rect.rows, isFocused: isFocused)
    let visible = layout.lines[scroll..<min(layout.lines.count, scroll + rect.rows)]
    for (offset, line) in visible.enumerated() {
      let point = Point(column: rect.column + 1, row: rect.row + offset)
      grid.write(line.text, at: point, limit: max(0, rect.columns - 2))
      guard isFocused, let link = line.link, link == state.link else { continue }
      grid.paint(
        Rect(column: rect.column, row: point.row, columns: rect.columns, rows: 1),
        role: .selection)
      if cursor == nil {
        grid.write(
          glyphs.pointer, at: Point(column: rect.column, row: point.row), role: .selection)
      }
      if cursor == nil { focus(Point(column: rect.column, row: point.row)) }
    }
    drawMore(above: scroll > 0, below: scroll + rect.rows < layout.lines.count, in: rect)
  }

  /// Says that there is more than fits, where a person looks for it.
  mutating func drawMore(above: Bool, below: Bool, in rect: Rect) {
    guard rect.rows > 1, rect.columns > 2 else { return }
    if above {
      grid.write(
        glyphs.moreAbove, at: Point(column: rect.endColumn - 1, row: rect.row), role: .dim)
    }
    if below {
      grid.write(
        glyphs.moreBelow, at: Point(column: rect.endColumn - 1, row: rect.endRow - 1), role: .dim)
    }
  }

  /// A sentence where content would stand: why there is none, or what to do first.
  mutating func drawMessage(_ text: String, tone: Tone = .quiet, in rect: Rect) {
    let lines = TextWrap.lines(text, width: max(1, rect.columns - 4), glyphs: glyphs)
    for (row, line) in lines.prefix(max(0, rect.rows - 1)).enumerated() {
      grid.write(
        line, at: Point(column: rect.column + 2, row: rect.row + 1 + row), role: tone.role,
        limit: max(0, rect.columns - 3))
    }
  }
}

extension PageLayout {
  /// The first line shown, so that the chosen link is in sight and no empty space is left below.
  func scroll(_ state: PageState, rows: Int, isFocused: Bool) -> Int {
    let last = max(0, lines.count - rows)
    var scroll = min(state.scroll, last)
    if isFocused, state.link > 0, let line = lines.firstIndex(where: { $0.link == state.link }) {
      if line >= scroll + rows { scroll = line - rows + 1 }
      if line < scroll { scroll = line }
    }
    return min(max(0, scroll), last)
  }
}
