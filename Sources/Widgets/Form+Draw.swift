import Cells

extension Form {
  /// Draws the fields in sight and returns where the cursor stands.
  @discardableResult
  public func draw(into grid: inout Grid, rect: Rect, focused: Bool) -> Point? {
    guard !rect.isEmpty else { return nil }
    var sheet = self
    if sheet.size != rect.size { sheet.layout(rect.size) }
    let places = sheet.places(columns: rect.columns)
    let height = places.last?.endRow ?? 0
    let top = sheet.scrolled(sheet.top, places: places, rows: rect.rows)
    // Drawn upon a sheet of its own, of which the part in sight is laid into the grid.
    var page = Grid(Size(columns: rect.columns, rows: height), glyphs: grid.glyphs)
    var cursor: Point?
    for (index, place) in places.enumerated()
    where place.endRow > top && (place.headingRow ?? place.labelRow) < top + rect.rows {
      let isFocused = focused && index == focus
      let point = sheet.drawField(index, place: place, isFocused: isFocused, into: &page)
      if isFocused { cursor = point }
    }
    grid.fill(rect, with: .blank)
    var sight = Grid(rect.size, glyphs: grid.glyphs)
    sight.blit(page, at: Point(column: 0, row: -top))
    if rect.columns >= 24 {
      ScrollBar(total: height, window: top..<min(height, top + rect.rows), rows: rect.rows)
        .draw(into: &sight, at: Point(column: rect.columns - 1, row: 0))
    }
    grid.blit(sight, at: rect.origin)
    return cursor.map {
      Point(column: rect.column + $0.column, row: rect.row + $0.row - top)
    }.flatMap { rect.contains($0) ? $0 : nil }
  }

  private func drawField(
    _ index: Int, place: FormPlace, isFocused: Bool, into page: inout Grid
  ) -> Point? {
    let field = fields[index]
    let labels = labelColumns(page.size.columns)
    if let row = place.headingRow, let section = field.section {
      page.write(
        section, at: Point(column: 0, row: row), role: .heading, limit: page.size.columns)
    }
    page.write(
      (isFocused ? page.glyphs.pointer : " ") + " ", at: Point(column: 0, row: place.labelRow),
      role: .accent, limit: 2)
    let room = max(0, labels == 0 ? page.size.columns - 3 : labels)
    let mark = field.isRequired ? StyledLine(" *", .accent) : ""
    let label = TextWidth.clamped(
      field.label, to: room - mark.columns(), glyphs: page.glyphs)
    page.write(
      StyledLine(label, isFocused ? .strong : .label) + mark,
      at: Point(column: 2, row: place.labelRow), limit: room)
    for (offset, note) in place.notes.enumerated() {
      page.write(
        note, at: Point(column: place.input.column, row: place.input.endRow + offset),
        limit: place.input.columns)
    }
    return drawInput(index, rect: place.input, isFocused: isFocused, into: &page)
  }

  private func drawInput(
    _ index: Int, rect: Rect, isFocused: Bool, into page: inout Grid
  ) -> Point? {
    let field = fields[index]
    switch editors[index] {
    case .line(let editor):
      return editor.draw(
        into: &page, rect: rect, focused: isFocused, placeholder: field.placeholder)
    case .lines(let editor):
      let point = editor.draw(into: &page, rect: rect, focused: isFocused)
      if editor.isEmpty && !field.placeholder.isEmpty {
        page.write(
          field.placeholder, at: rect.origin, role: .formPlaceholder,
          limit: rect.columns)
      }
      return point
    case .value(let value):
      drawValue(value, of: field, rect: rect, isFocused: isFocused, into: &page)
      return isFocused ? rect.origin : nil
    }
  }

  private func drawValue(
    _ value: String, of field: FormField, rect: Rect, isFocused: Bool, into page: inout Grid
  ) {
    let role: Role = isFocused ? .formFieldFocused : .formField
    let glyphs = page.glyphs
    switch field.input {
    case .boolean:
      let box = value == "true" ? "[\(glyphs.checked)] yes" : value == "false" ? "[ ] no" : "[ ]"
      page.write(box, at: rect.origin, role: role, limit: rect.columns)
    case .choice(let choices):
      let inline = choices.map { ($0.value == value ? "(\(glyphs.bullet)) " : "( ) ") + $0.label }
        .joined(separator: "  ")
      if TextWidth.of(inline, glyphs: glyphs) <= rect.columns {
        page.write(inline, at: rect.origin, role: role, limit: rect.columns)
      } else {
        let label = choices.first { $0.value == value }?.label ?? value
        drawHandle(
          label.isEmpty ? "choose" : label, rect: rect,
          role: label.isEmpty ? .formPlaceholder : role, both: true, into: &page)
      }
    case .picker(let title):
      let shown = display[field.id] ?? value
      drawHandle(
        value.isEmpty ? (field.placeholder.isEmpty ? title : field.placeholder) : shown,
        rect: rect, role: value.isEmpty ? .formPlaceholder : role, both: false, into: &page)
    case .text, .longText, .list: break
    }
  }

  /// A value with signs that say where more is: left and right, or in a list to choose from.
  private func drawHandle(
    _ text: String, rect: Rect, role: Role, both: Bool, into page: inout Grid
  ) {
    let glyphs = page.glyphs
    let before = both ? glyphs.moreLeft + " " : ""
    let cut = TextWidth.clamped(
      text, to: rect.columns - 2 - TextWidth.of(before, glyphs: glyphs), glyphs: glyphs)
    page.write(
      before + cut + " " + glyphs.moreRight, at: rect.origin, role: role, limit: rect.columns)
  }
}
