import Cells
import Collaborative
import Widgets

extension Canvas {
  mutating func drawOverlay(_ model: Model) {
    switch model.overlay {
    case .form(let state): drawForm(state, model)
    case .entry(let state): drawEntry(state, model)
    case .palette(let state): drawPalette(state, model)
    case .filter(let state):
      if let point = state.picker.draw(into: &grid, rect: model.pickerRect(state.picker)) {
        focus(point, visible: true)
      }
    case .help(let sheet):
      let inner = Popup.drawBox(into: &grid, rect: model.helpRect, title: "Keys here")
      sheet.draw(into: &grid, rect: inner)
      focus(inner.origin)
    case .confirm(let question):
      let rect = Popup.rect(
        Size(columns: 60, rows: 7), in: Rect(model.size).inset(columns: 1, rows: 1))
      if let point = question.confirm.draw(into: &grid, rect: rect) { focus(point) }
    case .facets(let state): drawFacets(state, model)
    case .siteFacets(let state): drawFacets(state, model)
    case .searches(let state): drawKept(state, model)
    case .portfolios(let state): drawKept(state, model)
    case .choice(let state):
      let rect = model.pickerRect(state.picker)
      if let point = state.picker.draw(into: &grid, rect: rect) { focus(point, visible: true) }
      if let problem = state.problem {
        grid.write(
          problem, at: Point(column: rect.column + 2, row: rect.endRow - 2), role: .formError,
          limit: max(0, rect.columns - 4))
      }
    case .prompt, nil: break
    }
  }

  mutating func drawPrompt(_ state: PromptState, _ model: Model, in rect: Rect) {
    if let point = state.line.draw(into: &grid, rect: rect.inset(columns: 1)) {
      focus(point, visible: true)
    }
  }

  private mutating func drawForm(_ state: FormState, _ model: Model) {
    if let preview = state.preview { return drawPreview(preview, model) }
    let rect = model.layout.content
    grid.clear(rect, role: .text)
    let title = state.content?.title ?? ""
    grid.write(title, at: Point(column: rect.column + 1, row: rect.row), role: .title)
    guard let form = state.form else {
      drawMessage(state.problem ?? "", tone: .bad, in: rect.splitTop(1).rest)
      return
    }
    let role: Role = state.problem == nil ? .dim : .formError
    for (row, line) in model.formNotes.enumerated() {
      grid.write(
        line, at: Point(column: rect.column + 1, row: rect.row + 1 + row), role: role,
        limit: max(0, rect.columns - 2))
    }
    if let point = form.draw(into: &grid, rect: model.formRect, focused: state.choosing == nil) {
      focus(point, visible: true)
    }
    if let choosing = state.choosing {
      let rect = model.pickerRect(choosing.picker)
      if let point = choosing.picker.draw(into: &grid, rect: rect) {
        focus(point, visible: true)
      }
    }
  }

  private mutating func drawPalette(_ state: PaletteState, _ model: Model) {
    let rect = Popup.rect(
      Size(columns: 72, rows: 18), in: Rect(model.size).inset(columns: 1, rows: 1))
    let inner = Popup.drawBox(into: &grid, rect: rect, title: "Go to")
    let (input, body) = inner.splitTop(1)
    let cursor = state.field.draw(
      into: &grid, rect: input, focused: true,
      placeholder: "a few letters of a name or a command")
    let entries = model.paletteEntries(state)
    let lines = entries.map { $0.line }
    state.list.draw(
      into: &grid, rect: body.splitTop(1).rest, focused: true,
      empty: "Nothing by that name. Esc closes."
    ) { lines.indices.contains($0) ? lines[$0] : nil }
    if let cursor { focus(cursor, visible: true) }
  }
}

extension Model.PaletteEntry {
  /// What it is and its name; a command shows its key.
  var line: StyledLine {
    switch self {
    case .command(let command):
      StyledLine("\(command.title)  ", .text)
        + StyledLine(command.keys.map(\.description).joined(separator: " "), .key)
    case .document(let found):
      StyledLine("\(found.title)  ", .text) + StyledLine(found.typeLabel, .dim)
    }
  }
}

extension Model {
  var formRect: Rect {
    layout.content.inset(columns: 1).splitTop(1 + max(1, formNotes.count)).rest
  }

  /// What stands between a form's title and its fields, on as many lines as leave room for those.
  var formNotes: [String] {
    guard case .form(let state) = overlay, state.form != nil else { return [] }
    let notes = state.problem.map { [$0] } ?? state.notes(glyphs)
    let lines = notes.flatMap {
      TextWrap.lines($0, width: max(1, layout.content.columns - 2), glyphs: glyphs)
    }
    return Array(lines.prefix(size.rows >= 24 ? 4 : size.rows >= 16 ? 2 : 1))
  }

  var helpRect: Rect {
    Popup.rect(Size(columns: 76, rows: 30), in: Rect(size).inset(columns: 1, rows: 1))
  }

  /// As wide as what is chosen from, as far as there is room, and no narrower than a short name.
  func pickerRect(_ picker: Picker) -> Rect {
    Popup.rect(
      // Beside an item stand the frame and the sign of the selection.
      Size(columns: max(52, picker.widest + 6), rows: min(18, picker.items.count + 5)),
      in: Rect(size).inset(columns: 1, rows: 1))
  }
}
