import Cells
import Collaborative
import Improvement
import Widgets

extension Canvas {
  /// The grid for one period's numbers, with what is known of the cell at the cursor below.
  mutating func drawEntry(_ state: EntryState, _ model: Model) {
    let content = model.layout.content
    grid.clear(content, role: .text)
    let heading = Point(column: content.column + 1, row: content.row)
    let limit = max(0, content.columns - 2)
    guard let table = state.table, let sheet = state.sheet else {
      if let problem = state.problem { drawMessage(problem, tone: .bad, in: content) }
      return
    }
    grid.write(
      StyledLine([
        Span("Numbers for \(state.periodWords)", .title),
        Span("  \(table.places.joined(separator: ", "))", .dim),
      ]), at: heading, limit: limit)
    guard !table.rows.isEmpty else {
      drawMessage(
        "No measure to enter numbers for here. Esc leaves; A in Measures defines a measure, and a "
          + "project lists it under its measures.", in: content.splitTop(1).rest)
      return
    }
    let second = Point(column: heading.column, row: heading.row + 1)
    grid.write(state.stateLine(glyphs), at: second, limit: limit)
    let rect = model.entryRect
    let point = sheet.draw(
      into: &grid, rect: rect, focused: !state.isSaving,
      reading: { state.reading($0) }, role: { state.role(of: $0) })
    if let point { focus(point, visible: true) }
    let lines = state.cursorLines(width: limit, glyphs: glyphs)
    for (offset, line) in lines.prefix(content.endRow - rect.endRow).enumerated() {
      grid.write(
        line, at: Point(column: heading.column, row: rect.endRow + offset), limit: limit)
    }
  }
}

extension EntryState {
  /// What stands below the heading: why nothing was saved, or how much was typed.
  func stateLine(_ glyphs: Glyphs) -> StyledLine {
    if isSaving { return StyledLine("saving", .dim) }
    if let problem { return StyledLine(problem, .formError) }
    let count = entries.count
    let elsewhere =
      count
      - (table?.rows.count { entries[NumberEntry.key($0.seriesID, period(of: $0))] != nil } ?? 0)
    var words = count == 0 ? "nothing typed yet" : "* \(count) typed, not saved yet"
    if elsewhere > 0 { words += ", \(elsewhere) of them for other periods" }
    if steps == 1 {
      words += " \(glyphs.separator) this period is not over: ~ marks a number as provisional"
    }
    return StyledLine(words, count == 0 ? .dim : .warning)
  }

  /// A cell that can't be typed into.
  func reading(_ place: SheetPlace) -> StyledLine {
    guard let row = table?.rows[safe: place.row] else { return "" }
    let period = period(of: row)
    switch column(at: place) {
    case .measure:
      let name = StyledLine(row.name)
      return isMixed ? name + StyledLine(", \(period.label)", .dim) : name
    case .site: return StyledLine(row.site, .dim)
    case .before:
      let before = period.advanced(by: -1)
      if let typed = entries[NumberEntry.key(row.seriesID, before)] {
        return StyledLine(typed.text, .warning)
      }
      if let number = row.numbers[before] { return StyledLine(number.text, .dim) }
      guard let first = row.first else { return StyledLine("no numbers yet", .dim) }
      return before < first ? "" : StyledLine("missing", .warning)
    case .gaps:
      return StyledLine(gapWords(of: row, before: period) ?? "", .warning)
    default: return ""
    }
  }

  /// Which earlier periods nobody entered a number for: the newest two and how many more.
  private func gapWords(of row: EntryRow, before period: Period) -> String? {
    let gaps = row.gaps(before: period).filter { $0 != period.advanced(by: -1) }
    guard !gaps.isEmpty else { return nil }
    let more = gaps.count > 2 ? " and \(gaps.count - 2) more" : ""
    return gaps.prefix(2).map(\.label).joined(separator: ", ") + more
  }

  /// What was typed and is not saved stands out from what is in the store.
  func role(of place: SheetPlace) -> Role {
    guard let row = table?.rows[safe: place.row] else { return .formField }
    if sheet?.errors[place] != nil { return .formError }
    let entry = entry(of: row)
    let isChanged =
      column(at: place) == .number
      ? entry.text != entry.before : entry.note != entry.noteBefore
    return isChanged ? .strong : .formField
  }

  /// What is said of the row at the cursor: what is wrong or what stands there, and what may be
  /// typed.
  func cursorLines(width: Int, glyphs: Glyphs) -> [StyledLine] {
    guard let row = sheet.flatMap({ table?.rows[safe: $0.cursor.row] }) else { return [] }
    let period = period(of: row)
    let key = NumberEntry.key(row.seriesID, period)
    var line = StyledLine("\(row.name), \(period.label)", .strong)
    if let words = refused[key] {
      // Where there is little room the reason is what matters.
      if width < 60 {
        return TextWrap.lines(StyledLine(words, .formError), width: width, glyphs: glyphs)
      }
      line += StyledLine(": \(words)", .formError)
    } else if let known = row.numbers[period] {
      line += StyledLine(": stored as \(known.text)")
      let who = [known.by, known.day?.label].compactMap(\.self).joined(separator: ", ")
      if !who.isEmpty { line += StyledLine("  \(who)", .dim) }
    } else {
      line += StyledLine(": nothing stored yet", .dim)
      if let gaps = gapWords(of: row, before: period) {
        line += StyledLine("; also missing: \(gaps)", .warning)
      }
    }
    let example = row.measure.dataKind.hasDenominator ? "2/118" : "3.2"
    let signs = [
      example, "~\(example) provisional", "0/0 no opportunity", "na not due", "? missing",
    ].filter { row.measure.dataKind.hasDenominator || !$0.hasPrefix("0/0") }
    let help = StyledLine(signs.joined(separator: " \(glyphs.separator) "), .dim)
    return TextWrap.lines(line, width: max(1, width), glyphs: glyphs).prefix(2) + [help]
  }
}
