import Cells
import Collaborative

/// What others will read, shown before they can.
extension Model {
  /// Shows it in place of the fields; where nobody sees anything new the form is saved at once.
  mutating func acceptPreview(_ preview: SharingPreview?, _ ticket: Int) -> [Effect] {
    guard case .form(var state) = overlay, state.ticket == ticket, state.isSaving else { return [] }
    state.isSaving = false
    state.previewed = state.valuesToPreview
    state.preview = preview.map { PreviewState(preview: $0) }
    // What comes next is to be read first.
    if preview != nil { state.typedAhead = [] }
    state.problem = nil
    overlay = .form(state)
    return preview == nil ? saveForm() : []
  }

  mutating func handleInPreview(
    _ preview: PreviewState, of form: FormState, _ key: Key
  ) -> [Effect] {
    var (form, preview) = (form, preview)
    let page = max(1, previewRect.rows - 1)
    switch key {
    case .control("s"): return saveForm()
    case .escape, .control("c"):
      form.preview = nil
      // Whoever goes back to change something is shown it again.
      form.previewed = nil
      overlay = .form(form)
      return []
    case .down, .character("j"): preview.scroll += 1
    case .up, .character("k"): preview.scroll -= 1
    case .pageDown, .character(" "): preview.scroll += page
    case .pageUp: preview.scroll -= page
    case .home, .character("g"): preview.scroll = 0
    case .end, .character("G"): preview.scroll = .max
    default: break
    }
    let lines = previewLayout(preview).lines.count
    preview.scroll = max(0, min(preview.scroll, lines - previewRect.rows))
    form.preview = preview
    overlay = .form(form)
    return []
  }

  var previewRect: Rect { layout.content }

  func previewLayout(_ preview: PreviewState) -> PageLayout {
    PageLayout(preview.preview.page, columns: max(1, previewRect.columns - 2), glyphs: glyphs)
  }
}

extension Canvas {
  mutating func drawPreview(_ preview: PreviewState, _ model: Model) {
    let rect = model.previewRect
    grid.clear(rect, role: .text)
    let layout = model.previewLayout(preview)
    let start = max(0, min(preview.scroll, layout.lines.count - rect.rows))
    for (offset, line) in layout.lines[start...].prefix(rect.rows).enumerated() {
      grid.write(
        line.text, at: Point(column: rect.column + 1, row: rect.row + offset),
        limit: max(0, rect.columns - 2))
    }
    drawMore(above: start > 0, below: start + rect.rows < layout.lines.count, in: rect)
    focus(rect.origin)
  }
}
