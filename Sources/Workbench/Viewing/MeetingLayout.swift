import Cells
import Collaborative
import Improvement
import Widgets

/// A meeting laid out for a width: its lines, and to which item each belongs.
struct MeetingLayout {
  struct Line {
    var text: StyledLine
    /// The item the line belongs to, counted from 0.
    var item: Int?
  }

  private(set) var lines: [Line] = []
  private let columns: Int
  /// Whether numbers come from several sites, which are then told apart.
  private let hasSites: Bool
  private let glyphs: Glyphs

  init(_ state: MeetingState, columns: Int, glyphs: Glyphs) {
    self.columns = max(1, columns)
    self.glyphs = glyphs
    hasSites = Set(state.meeting?.numbers.map(\.tile.siteID) ?? []).count > 1
    guard let meeting = state.meeting else { return }
    add(heading(meeting), nil)
    let items = Array(state.items.enumerated())
    for part in MeetingItem.Part.allCases {
      add("", nil)
      add(StyledLine(part.heading(meeting), .heading), nil)
      let own = items.filter { $0.element.part == part }
      if own.isEmpty { addWrapped(StyledLine(part.emptyWords, .dim), nil, indent: 2) }
      for (index, item) in own { add(item, index) }
      if part == .decisions { addLastTime(meeting) }
    }
  }

  /// The rows in sight: they move by half a screen, so that most steps leave them where they are.
  func window(showing selection: Int, rows: Int) -> Range<Int> {
    guard rows > 0, lines.count > rows else { return 0..<min(lines.count, max(0, rows)) }
    let last = lines.lastIndex { $0.item == selection } ?? 0
    let half = max(1, rows / 2)
    let steps = last < rows ? 0 : (last - rows) / half + 1
    let top = min(steps * half, lines.count - rows)
    return top..<(top + rows)
  }

  private mutating func add(_ line: StyledLine, _ item: Int?) {
    lines.append(Line(text: line, item: item))
  }

  private mutating func addWrapped(_ line: StyledLine, _ item: Int?, indent: Int) {
    let room = max(1, columns - indent)
    for wrapped in TextWrap.lines(line, width: room, glyphs: glyphs) {
      add(StyledLine(String(repeating: " ", count: indent)) + wrapped, item)
    }
  }

  private func heading(_ meeting: Meeting) -> StyledLine {
    let last = meeting.last.map { "last time \($0.label)" } ?? "the first meeting kept here"
    return StyledLine(meeting.project, .title)
      + StyledLine("  \(meeting.day.label) \(glyphs.separator) \(last)", .dim)
  }

  private mutating func add(_ item: MeetingItem, _ index: Int) {
    switch item {
    case .toDo(let item), .agreed(let item): add(item, index)
    case .cycle(let cycle): add(cycle, index)
    case .number(let number): add(number, index)
    case .decision(let text): addHanging("-", .label, StyledLine(text), index)
    }
  }

  private mutating func add(_ item: MeetingToDo, _ index: Int) {
    let mark =
      item.toDo.isDone
      ? "[\(glyphs.sign("✓", ascii: "x"))]" : item.isLate ? "[!]" : "[ ]"
    var line = StyledLine(item.toDo.what, item.toDo.isDone ? .dim : .text)
    if item.isLate { line += StyledLine("  past due", .warning) }
    if !item.words.isEmpty { line += StyledLine("  \(item.words)", .dim) }
    if !item.about.isEmpty { line += StyledLine("  \(item.about)", .dim) }
    addHanging(mark, item.isLate ? .warning : .label, line, index)
  }

  private mutating func add(_ cycle: MeetingCycle, _ index: Int) {
    var line = StyledLine(cycle.title, cycle.isDue ? .strong : .text)
    line += StyledLine("  \(cycle.state)", cycle.isOverdue ? .warning : .dim)
    if !cycle.owner.isEmpty { line += StyledLine("  \(cycle.owner)", .dim) }
    let mark =
      cycle.stage.label + String(repeating: " ", count: max(0, 5 - cycle.stage.label.count))
    addHanging(mark, cycle.stage.role, line, index)
    guard cycle.isDue else { return }
    for comparison in cycle.comparisons { add(comparison, index) }
  }

  /// What was predicted left, what came of it right of it; below it where there is little room.
  private mutating func add(_ comparison: MeetingCycle.Comparison, _ index: Int) {
    let indent = 6
    let match = comparison.matched.map { " (\($0.label.lowercased()))" } ?? ""
    let result =
      comparison.result.isEmpty && match.isEmpty
      ? StyledLine("no result yet", .dim) : StyledLine("result: \(comparison.result)\(match)")
    let predicted = StyledLine("predicted: \(comparison.predicted)", .dim)
    guard columns >= 64 else {
      addWrapped(predicted, index, indent: indent)
      addWrapped(result, index, indent: indent)
      return
    }
    let half = (columns - indent - 3) / 2
    let left = TextWrap.lines(predicted, width: half, glyphs: glyphs)
    let right = TextWrap.lines(result, width: half, glyphs: glyphs)
    for row in 0..<max(left.count, right.count) {
      let text = left[safe: row] ?? ""
      let blank = max(0, half - text.columns(glyphs: glyphs))
      add(
        StyledLine(String(repeating: " ", count: indent)) + text
          + StyledLine(String(repeating: " ", count: blank) + " \(glyphs.vertical) ", .border)
          + (right[safe: row] ?? ""), index)
    }
  }

  private mutating func add(_ number: MeetingNumber, _ index: Int) {
    var line = StyledLine(number.tile.measure)
    if hasSites { line += StyledLine("  \(number.tile.site)", .dim) }
    if number.isOwed {
      line += StyledLine("  \(number.period) is due: o enters it", .warning)
    } else {
      line += StyledLine("  \(number.period) ", .dim) + StyledLine(number.value, .strong)
      line += StyledLine("  ") + number.tile.variation(glyphs: glyphs)
      if !number.note.isEmpty { line += StyledLine("  \(number.note)") }
    }
    addHanging(number.isOwed ? "!" : "+", number.isOwed ? .warning : .label, line, index)
  }

  private mutating func addLastTime(_ meeting: Meeting) {
    guard let last = meeting.last, !meeting.lastDecisions.isEmpty else { return }
    add("", nil)
    add(StyledLine("Decided on \(last.label)", .label), nil)
    for text in meeting.lastDecisions { addWrapped(StyledLine("- \(text)", .dim), nil, indent: 2) }
  }

  /// A mark, and the text beside it; its further lines begin where it began.
  private mutating func addHanging(
    _ mark: String, _ role: Role, _ text: StyledLine, _ item: Int
  ) {
    let indent = 2 + TextWidth.of(mark, glyphs: glyphs) + 1
    let wrapped = TextWrap.lines(text, width: max(1, columns - indent), glyphs: glyphs)
    for (row, line) in wrapped.enumerated() {
      let lead =
        row == 0
        ? StyledLine("  ") + StyledLine("\(mark) ", role)
        : StyledLine(String(repeating: " ", count: indent))
      add(lead + line, item)
    }
  }
}

extension MeetingItem.Part {
  fileprivate func heading(_ meeting: Meeting) -> String {
    switch self {
    case .toDos: "To do"
    case .cycles: "Cycles"
    case .numbers: meeting.last.map { "Numbers since \($0.label)" } ?? "Newest numbers"
    case .decisions: "Decided and agreed today"
    }
  }

  fileprivate var emptyWords: String {
    switch self {
    case .toDos: "Nothing is open."
    case .cycles: "No cycle goes on. a in Cycles plans the next one."
    case .numbers: "No number came."
    case .decisions:
      "Nothing yet: a writes down what is decided, or an action with who and by when."
    }
  }
}
