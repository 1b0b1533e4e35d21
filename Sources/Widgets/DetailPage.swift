import Cells

/// One line of a detail page; it is wrapped where it is longer than the page is wide.
public struct DetailLine: Hashable, Sendable {
  public var line: StyledLine
  /// What the line leads to, known to whoever made it; nil for plain text.
  public var link: String?
  /// Columns that the line and its continuations are moved in.
  public var indent: Int
  /// False for what was laid out already, such as a sparkline or a table row: it is cut instead.
  public var wraps: Bool

  public init(_ line: StyledLine, link: String? = nil, indent: Int = 0, wraps: Bool = true) {
    self.line = line
    self.link = link
    self.indent = indent
    self.wraps = wraps
  }
}

/// Lines that belong together, under a heading.
public struct DetailBlock: Hashable, Sendable {
  public var heading: StyledLine?
  public var lines: [DetailLine]

  public init(heading: StyledLine? = nil, lines: [DetailLine]) {
    self.heading = heading
    self.lines = lines
  }
}

/// A page to read: headed blocks of text, some of whose lines lead elsewhere.
public struct DetailPage: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    var line: StyledLine
    /// Which link the row belongs to, counted through the page.
    var link: Int?
    var wraps: Bool
  }

  public private(set) var blocks: [DetailBlock]
  public private(set) var top = 0
  /// The selected link, counted through the page; nil where nothing is selected.
  public private(set) var linkIndex: Int?
  private var size = Size(columns: 60, rows: 20)

  public init(_ blocks: [DetailBlock] = []) { self.blocks = blocks }

  /// Every link in reading order.
  public var links: [String] { blocks.flatMap { $0.lines.compactMap(\.link) } }

  /// What Enter leads to.
  public var selectedLink: String? {
    let links = links
    return linkIndex.flatMap { links.indices.contains($0) ? links[$0] : nil }
  }

  /// Replaces what is shown, and keeps the place and the selected link where they still are.
  public mutating func setBlocks(_ blocks: [DetailBlock]) {
    let link = selectedLink
    self.blocks = blocks
    linkIndex = link.flatMap { links.firstIndex(of: $0) }
    scroll(by: 0)
  }

  public mutating func layout(_ size: Size) {
    self.size = size
    scroll(by: 0)
  }

  public mutating func scroll(by rows: Int) {
    let height = self.rows(columns: size.columns, glyphs: .unicode).count
    top = min(max(0, top + rows), max(0, height - size.rows))
  }

  public mutating func page(by pages: Int) { scroll(by: pages * max(1, size.rows - 1)) }
  public mutating func toStart() {
    top = 0
    linkIndex = nil
  }
  public mutating func toEnd() { scroll(by: 1_000_000) }

  /// Goes to the next link where it is in sight or near, else scrolls towards it.
  public mutating func move(by step: Int) {
    for _ in 0..<min(abs(step), 1_000) { moveOnce(forward: step > 0) }
  }

  /// Selects the next or previous link, wherever it is, and brings it into sight.
  public mutating func moveLink(by step: Int) {
    let count = links.count
    guard count > 0 else { return }
    let next = linkIndex.map { $0 + step } ?? (step > 0 ? 0 : count - 1)
    selectLink(min(max(0, next), count - 1))
  }

  public mutating func selectLink(_ index: Int) {
    guard links.indices.contains(index) else { return }
    linkIndex = index
    let all = rows(columns: size.columns, glyphs: .unicode)
    guard let first = all.firstIndex(where: { $0.link == index }),
      let last = all.lastIndex(where: { $0.link == index })
    else { return }
    top = min(max(top, last - size.rows + 1), first)
    top = max(0, top)
  }

  public mutating func handle(_ key: Key) -> Reaction {
    switch key {
    case .up: move(by: -1)
    case .down: move(by: 1)
    case .pageUp: page(by: -1)
    case .pageDown: page(by: 1)
    case .home: toStart()
    case .end: toEnd()
    default: return .ignored
    }
    return .moved
  }

  private mutating func moveOnce(forward: Bool) {
    let all = rows(columns: size.columns, glyphs: .unicode)
    let next = linkIndex.map { $0 + (forward ? 1 : -1) } ?? (forward ? firstLink(in: all) : -1)
    let reach = (top - 1)...(top + max(1, size.rows))
    if next >= 0, let row = all.firstIndex(where: { $0.link == next }), reach.contains(row) {
      selectLink(next)
    } else {
      if next < 0 { linkIndex = nil }
      scroll(by: forward ? 1 : -1)
    }
  }

  private func firstLink(in rows: [Row]) -> Int {
    rows.dropFirst(top).compactMap(\.link).first ?? links.count
  }

  /// The page as rows of the given width.
  func rows(columns: Int, glyphs: Glyphs) -> [Row] {
    var rows: [Row] = []
    var link = 0
    let width = max(1, columns - 1)
    for block in blocks {
      if !rows.isEmpty { rows.append(Row(line: "", link: nil, wraps: false)) }
      if let heading = block.heading {
        rows += TextWrap.lines(heading, width: width, glyphs: glyphs).map {
          Row(line: $0, link: nil, wraps: false)
        }
      }
      for line in block.lines {
        let indent = min(line.indent + (line.link == nil ? 0 : 2), max(0, width - 8))
        let pieces =
          line.wraps
          ? TextWrap.lines(line.line, width: max(1, width - indent), glyphs: glyphs)
          : [line.line]
        let margin = StyledLine(String(repeating: " ", count: max(0, indent)))
        rows += pieces.map {
          Row(
            line: indent == 0 ? $0 : margin + $0, link: line.link == nil ? nil : link,
            wraps: line.wraps)
        }
        if line.link != nil { link += 1 }
      }
    }
    return rows
  }

  /// Draws the rows in sight and returns where the selected link, else the page, begins.
  @discardableResult
  public func draw(into grid: inout Grid, rect: Rect, focused: Bool) -> Point? {
    guard !rect.isEmpty else { return nil }
    grid.fill(rect, with: .blank)
    let all = rows(columns: rect.columns, glyphs: grid.glyphs)
    let first = min(top, max(0, all.count - rect.rows))
    var place: Point?
    for (offset, row) in all.dropFirst(first).prefix(rect.rows).enumerated() {
      let point = Point(column: rect.column, row: rect.row + offset)
      let limit = rect.columns - 1
      grid.write(row.line, at: point, limit: limit)
      if let link = row.link, link == linkIndex, focused {
        if place == nil { grid.write(grid.glyphs.pointer, at: point, limit: limit) }
        grid.paint(
          Rect(column: point.column, row: point.row, columns: limit, rows: 1), role: .selection)
        place = place ?? point
      }
    }
    if rect.columns >= 24 {
      ScrollBar(
        total: all.count, window: first..<min(all.count, first + rect.rows), rows: rect.rows
      ).draw(into: &grid, at: Point(column: rect.endColumn - 1, row: rect.row))
    }
    return place ?? rect.origin
  }

  /// The link at a place that was pointed at, where the page was drawn into `rect`.
  public func link(at point: Point, in rect: Rect) -> Int? {
    guard rect.contains(point) else { return nil }
    let all = rows(columns: rect.columns, glyphs: .unicode)
    let index = min(top, max(0, all.count - rect.rows)) + point.row - rect.row
    return all.indices.contains(index) ? all[index].link : nil
  }
}
