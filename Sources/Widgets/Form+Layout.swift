import Cells

/// Where one field stands in a form that is as tall as it needs to be.
struct FormPlace: Hashable, Sendable {
  /// The row of the section's heading, where there is one.
  var headingRow: Int?
  var labelRow: Int
  var input: Rect
  /// Rows below the input for its error or its help, already wrapped.
  var notes: [StyledLine]
  var endRow: Int
}

extension Form {
  /// Labels stand beside their fields from this width on, above them below it.
  static let besideColumns = 56

  /// Tells how much room there is; the focused field is brought into sight.
  public mutating func layout(_ size: Size) {
    self.size = size
    scrollToFocus()
  }

  mutating func scrollToFocus() {
    let inner = max(1, contentColumns(size.columns, labels: labelColumns(size.columns)))
    layOutEditors(columns: inner)
    let places = places(columns: size.columns)
    guard places.indices.contains(focus) else { return }
    if case .lines(var editor) = editors[focus] {
      editor.layout(Size(columns: inner, rows: places[focus].input.rows))
      editors[focus] = .lines(editor)
    }
    top = scrolled(top, places: places, rows: size.rows)
  }

  /// Gives every text its width, so that none is laid out anew each time it is looked at.
  private mutating func layOutEditors(columns: Int) {
    for index in editors.indices {
      guard case .lines(var editor) = editors[index], editor.size.columns != columns else {
        continue
      }
      editor.layout(Size(columns: columns, rows: editor.size.rows))
      editors[index] = .lines(editor)
    }
  }

  /// The scroll position nearest to `top` that shows the focused field whole where it can.
  func scrolled(_ top: Int, places: [FormPlace], rows: Int) -> Int {
    guard places.indices.contains(focus) else { return 0 }
    let place = places[focus]
    let first = place.headingRow ?? place.labelRow
    let end = places.last?.endRow ?? 0
    // The beginning matters more than the end where both don't fit.
    let lowest = min(max(top, place.endRow - rows), first)
    return max(0, min(lowest, max(end - rows, 0)))
  }

  func labelColumns(_ columns: Int) -> Int {
    guard columns >= Self.besideColumns else { return 0 }
    let longest = fields.map { TextWidth.of($0.label) + ($0.isRequired ? 2 : 0) }.max() ?? 0
    return min(longest, columns * 2 / 5, 40)
  }

  private func contentColumns(_ columns: Int, labels: Int) -> Int {
    labels == 0 ? columns - 3 : min(columns - labels - 5, 90)
  }

  func places(columns: Int) -> [FormPlace] {
    let labels = labelColumns(columns)
    let content = max(1, contentColumns(columns, labels: labels))
    let left = labels == 0 ? 2 : labels + 4
    var row = 0
    var places: [FormPlace] = []
    for (index, field) in fields.enumerated() {
      var heading: Int?
      if field.section != nil {
        if index > 0 { row += 1 }
        heading = row
        row += 1
      }
      let label = row
      if labels == 0 { row += 1 }
      let height = inputRows(index, columns: content)
      let input = Rect(column: left, row: row, columns: content, rows: height)
      row += height
      let notes = notes(for: field, isFocused: index == focus, columns: content)
      row += notes.count
      places.append(
        FormPlace(
          headingRow: heading, labelRow: label, input: input, notes: notes, endRow: row))
    }
    return places
  }

  private func inputRows(_ index: Int, columns: Int) -> Int {
    guard case .lines(var editor) = editors[index] else { return 1 }
    editor.layout(Size(columns: columns, rows: 1))
    let wanted = editor.rowCount
    return index == focus ? min(max(3, wanted), max(3, min(10, size.rows / 2))) : min(wanted, 4)
  }

  private func notes(for field: FormField, isFocused: Bool, columns: Int) -> [StyledLine] {
    var notes: [StyledLine] = []
    if let error = errors[field.id] {
      notes += TextWrap.lines(StyledLine("! " + error, .formError), width: columns)
    }
    if let remark = remarks[field.id] {
      notes += TextWrap.lines(StyledLine(remark, .label), width: columns)
    }
    if isFocused && !field.help.isEmpty {
      notes += TextWrap.lines(field.help, width: columns).map { StyledLine($0, .dim) }
    }
    return notes
  }
}
