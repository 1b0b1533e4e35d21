import Cells

/// Milestones on a time axis: what was due, what is done, what is late.
///
/// ```
/// Baseline known       ◇─◆                                   done 5 Feb, 6 days late
/// In use everywhere                   ▲                      due 11 Nov, 12 days late
/// Held for a year                          ┊        ◇        due 6 Feb
/// ```
public struct MilestoneTimeline: Sendable {
  public struct Entry: Sendable {
    public enum State: Sendable { case open, done, late }

    public var text: String
    /// Where it stands in words, which say all that the marks say.
    public var words: String
    public var state: State
    /// Days after 1970-01-01; nil where no day was set.
    public var due: Int?
    /// When it was done, where that is known.
    public var done: Int?

    public init(text: String, words: String, state: State, due: Int?, done: Int?) {
      self.text = text
      self.words = words
      self.state = state
      self.due = due
      self.done = done
    }
  }

  public let entries: [Entry]
  public let axis: TimeAxis
  public let today: Int

  public init(entries: [Entry], axis: TimeAxis, today: Int) {
    self.entries = entries
    self.axis = axis
    self.today = today
  }

  /// The rows of the drawing: the axis and one a milestone.
  public var rows: Int { entries.count + 2 }

  /// The drawing as text, without blanks at the ends of lines.
  public func text(columns: Int, glyphs: Glyphs = .unicode, cursor: Int? = nil) -> String {
    var grid = Grid(Size(columns: columns, rows: rows), glyphs: glyphs)
    draw(into: &grid, rect: grid.bounds, cursor: cursor)
    return grid.text
  }

  /// Draws into a rectangle, the months first, scrolled so that the chosen milestone is in sight.
  ///
  /// - Returns: where the chosen milestone is on the grid.
  @discardableResult
  public func draw(into grid: inout Grid, rect: Rect, cursor: Int? = nil) -> Point? {
    let visible = rect.intersection(grid.bounds)
    guard !visible.isEmpty else { return nil }
    var sheet = Grid(visible.size, glyphs: grid.glyphs)
    let glyphs = grid.glyphs
    let widths = widths(columns: visible.columns, glyphs)
    let plot = Rect(
      column: widths.text + 2, row: 0, columns: widths.plot, rows: visible.rows)
    axis.draw(into: &sheet, at: plot.origin, columns: plot.columns)
    let room = max(0, visible.rows - 2)
    let first = min(max(0, (cursor ?? 0) - room / 2), max(0, entries.count - room))
    var place: Point?
    for (offset, entry) in entries.dropFirst(first).prefix(room).enumerated() {
      let row = offset + 2
      let isChosen = cursor == first + offset
      drawToday(into: &sheet, plot, row)
      draw(entry, into: &sheet, plot, row, glyphs)
      sheet.write(
        isChosen ? glyphs.pointer : " ", at: Point(column: 0, row: row), role: .accent, limit: 1)
      sheet.write(
        entry.text, at: Point(column: 1, row: row), role: isChosen ? .selection : .text,
        limit: widths.text)
      sheet.write(
        entry.words, at: Point(column: plot.endColumn + 2, row: row), role: entry.role,
        limit: widths.words)
      if isChosen { place = Point(column: visible.column, row: visible.row + row) }
    }
    nameToday(into: &sheet, plot, below: min(entries.count - first, room) + 2)
    grid.blit(sheet, at: visible.origin)
    return place
  }

  /// Says below the last entry what the line through all of them is.
  private func nameToday(into grid: inout Grid, _ plot: Rect, below row: Int) {
    guard (axis.first...axis.last).contains(today), row > 2, row < grid.size.rows else { return }
    let word = "today"
    guard plot.columns > word.count else { return }
    drawToday(into: &grid, plot, row)
    let column = axis.column(of: today, columns: plot.columns)
    let isRight = column + word.count + 2 <= plot.columns
    grid.write(
      word,
      at: Point(column: plot.column + (isRight ? column + 2 : column - word.count - 1), row: row),
      role: .dim)
  }

  private func drawToday(into grid: inout Grid, _ plot: Rect, _ row: Int) {
    guard (axis.first...axis.last).contains(today), plot.columns > 0 else { return }
    grid[plot.column + axis.column(of: today, columns: plot.columns), row] = Cell(
      text: grid.glyphs.sign("┊", ascii: ":"), role: .chartPhase)
  }

  private func draw(
    _ entry: Entry, into grid: inout Grid, _ plot: Rect, _ row: Int, _ glyphs: Glyphs
  ) {
    guard plot.columns > 0 else { return }
    func column(_ day: Int) -> Int { plot.column + axis.column(of: day, columns: plot.columns) }
    if let due = entry.due, let done = entry.done, column(due) != column(done) {
      let (start, end) = (min(column(due), column(done)), max(column(due), column(done)))
      for place in start...end {
        grid[place, row] = Cell(text: glyphs.horizontal, role: .chartConnector)
      }
      grid[column(due), row] = Cell(
        text: Entry.sign(.open, glyphs), role: .chartAnnotation)
    }
    if let day = entry.state == .done ? entry.done ?? entry.due : entry.due {
      grid[column(day), row] = Cell(text: Entry.sign(entry.state, glyphs), role: entry.role)
    }
  }

  /// Columns for the texts, the drawing and the words: the texts whole if they can be.
  private func widths(columns: Int, _ glyphs: Glyphs) -> (text: Int, plot: Int, words: Int) {
    func longest(_ texts: [String]) -> Int {
      texts.map { TextWidth.of($0, glyphs: glyphs) }.max() ?? 0
    }
    let text = min(longest(entries.map(\.text)), max(8, columns * 3 / 10))
    let words = min(longest(entries.map(\.words)), max(8, columns * 2 / 5))
    let plot = columns - text - words - 4
    // A narrow window keeps the words, which say everything.
    guard plot >= 16 else { return (text, 0, max(0, columns - text - 4)) }
    return (text, plot, words)
  }
}

extension MilestoneTimeline.Entry {
  static func sign(_ state: State, _ glyphs: Glyphs) -> String {
    switch state {
    case .open: glyphs.sign("◇", ascii: "o")
    case .done: glyphs.sign("◆", ascii: "#")
    case .late: glyphs.sign("▲", ascii: "!")
    }
  }

  var role: Role {
    switch state {
    case .open: .text
    case .done: .success
    case .late: .warning
    }
  }
}
