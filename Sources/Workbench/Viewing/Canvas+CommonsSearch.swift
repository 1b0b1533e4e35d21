import Cells
import Collaborative
import Widgets

extension Canvas {
  /// The values of one facet with their counts.
  mutating func drawFacets<Values: NarrowedList>(_ state: FacetsState<Values>, _ model: Model) {
    let rect = Popup.rect(
      Size(columns: 64, rows: 20), in: Rect(model.size).inset(columns: 1, rows: 1))
    let inner = Popup.drawBox(into: &grid, rect: rect, title: Values.title)
    let (head, rest) = inner.splitTop(1)
    let (input, body) = rest.splitTop(1)
    let all = Values.allCases
    let place = (all.firstIndex(of: state.facet) ?? 0) + 1
    let query = model.sections[Values.section]?.query ?? RowQuery()
    let chosen = query[keyPath: Values.chosen][state.facet]?.count ?? 0
    let (left, right) = glyphs == .unicode ? ("◂", "▸") : ("<", ">")
    grid.write(
      StyledLine("\(left) ", .key) + StyledLine(state.facet.label, .heading)
        + StyledLine(" \(right)", .key)
        + StyledLine("  \(place) of \(all.count)" + (chosen > 0 ? ", \(chosen) chosen" : ""), .dim),
      at: head.origin, limit: head.columns)
    let cursor = state.field.draw(
      into: &grid, rect: input, focused: true, placeholder: "a few letters of a value")
    let empty: StyledLine =
      state.problem.map { StyledLine($0, .error) }
      ?? StyledLine(
        state.counts == nil
          ? "" : state.field.isEmpty ? "Nothing here says so." : "Nothing has these letters.", .dim)
    let glyphs = glyphs
    let (note, rows) = body.splitTop(1)
    let unseen = state.chosenOutOfSight(rows: rows.rows)
    if !unseen.isEmpty {
      let names = "also chosen: " + unseen.joined(separator: ", ")
      grid.write(
        TextWidth.clamped(names, to: note.columns, glyphs: glyphs), at: note.origin, role: .label,
        limit: note.columns)
    }
    state.list.draw(into: &grid, rect: rows, focused: true, empty: empty) {
      grid, index, place in
      guard state.shown.indices.contains(index) else { return }
      let value = state.shown[index]
      let count = String(value.count)
      grid.write(
        StyledLine(value.isChosen ? "[\(glyphs.checked)] " : "[ ] ", .key)
          + StyledLine(value.label, value.isChosen ? .strong : .text),
        at: place.origin, limit: max(0, place.columns - count.count - 1))
      grid.write(
        count, at: place.origin, role: .dim, columns: place.columns, alignment: .right)
    }
    if let cursor { focus(cursor, visible: true) }
  }

  /// What is kept, and a name for one more.
  mutating func drawKept<Item: KeptInSection>(_ state: KeptState<Item>, _ model: Model) {
    let rect = Popup.rect(
      Size(columns: 64, rows: 16), in: Rect(model.size).inset(columns: 1, rows: 1))
    let inner = Popup.drawBox(into: &grid, rect: rect, title: Item.title)
    let (input, rest) = inner.splitTop(1)
    let cursor = state.field.draw(
      into: &grid, rect: input, focused: true, placeholder: Item.placeholder)
    let (note, body) = rest.splitTop(1)
    if let problem = state.problem {
      grid.write(problem, at: note.origin, role: .formError, limit: note.columns)
    }
    let shown = state.shown
    let empty = state.items == nil ? "" : Item.emptyWords
    state.list.draw(
      into: &grid, rect: body, focused: true, empty: StyledLine(empty, .dim)
    ) { index in
      guard shown.indices.contains(index) else { return nil }
      return StyledLine(shown[index].name) + StyledLine("  \(shown[index].saying)", .dim)
    }
    if let cursor { focus(cursor, visible: true) }
    if let question = state.question {
      let rect = Popup.rect(
        Size(columns: 60, rows: 7), in: Rect(model.size).inset(columns: 1, rows: 1))
      if let point = question.draw(into: &grid, rect: rect) { focus(point) }
    }
  }

  /// The plain summary of the selected row, below a list that stands alone.
  mutating func drawSummary(of state: SectionState, in rect: Rect) {
    guard rect.rows > 1, case .commons(let rows) = state.rows,
      rows.indices.contains(state.list.selection)
    else { return }
    grid.drawRule(at: rect.origin, columns: rect.columns, role: .border)
    let row = rows[state.list.selection]
    let text = row.summary.isEmpty ? "No plain summary yet." : row.summary
    let lines = TextWrap.lines(text, width: max(1, rect.columns - 4), glyphs: glyphs)
    let room = rect.rows - 1
    for (offset, line) in lines.prefix(room).enumerated() {
      let isCut = offset == room - 1 && lines.count > room
      grid.write(
        rows.marked(line + (isCut ? " \(glyphs.ellipsis)" : "")),
        at: Point(column: rect.column + 2, row: rect.row + 1 + offset),
        limit: max(0, rect.columns - 3))
    }
  }
}

extension CommonsRows {
  /// A text with the words that were looked for underlined.
  func marked(_ text: String, _ role: Role = .text) -> StyledLine {
    var line = StyledLine([])
    var start = text.startIndex
    for place in SoughtWord.places(of: sought, in: text) {
      if start < place.lowerBound {
        line.spans.append(Span(String(text[start..<place.lowerBound]), role))
      }
      line.spans.append(Span(String(text[place]), .match, underlined: true))
      start = place.upperBound
    }
    if start < text.endIndex { line.spans.append(Span(String(text[start...]), role)) }
    return line
  }
}

extension SavedSearch: Kept {
  /// What it looks for, in a few words.
  public var saying: String {
    let parts = ([words.isEmpty ? nil : "“\(words)”"] + chosen + [order?.label])
      .compactMap(\.self)
    return parts.isEmpty ? "all" : parts.joined(separator: ", ")
  }
}

extension SectionState {
  /// What stands above the rows of the commons: what is chosen and in which order.
  var commonsLine: String? {
    guard case .commons(let rows) = rows else { return nil }
    // An order leaves nothing out, and stays when everything is shown again. The one that is meant
    // without a choice needs no word.
    let usual = CommonsQuery(words: query.words).shownOrder
    let order = query.order.flatMap { $0 == usual ? nil : "\($0.label); o changes the order" }
    guard !rows.chosen.isEmpty else {
      return order.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    }
    let only = "Only " + rows.chosen.joined(separator: " + ")
    return [only, order].compactMap(\.self).joined(separator: ", ")
  }
}
