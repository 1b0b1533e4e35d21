import Cells
import Collaborative
import Improvement

extension BundleMatrix {
  private static let gap = 2

  /// The matrix as lines: sites below each other, elements by their numbers side by side. Where there
  /// is no room for all of them, the next ones follow below, so that nothing lies beyond the right
  /// edge. A legend of the letters that occur ends it.
  ///
  /// Complexity: O(sites × elements).
  func lines(columns: Int, glyphs: Glyphs) -> [StyledLine] {
    let texts = rows.map { row in row.cells.map { $0.map(Self.text) ?? "" } }
    let names = rows.map { TextWidth.of($0.name, glyphs: glyphs) }.max() ?? 0
    let nameColumns = min(max(4, names), max(8, columns / 3))
    let widest = texts.joined().map { TextWidth.of($0, glyphs: glyphs) }.max() ?? 0
    let cellColumns = max(2, widest, String(elements.count).utf8.count)
    let perBlock = max(1, (columns - nameColumns) / (cellColumns + Self.gap))
    var lines: [StyledLine] = []
    for start in stride(from: 0, to: elements.count, by: perBlock) {
      if start > 0 { lines.append(StyledLine("")) }
      let range = start..<min(elements.count, start + perBlock)
      lines.append(
        line("Site", nameColumns, range.map { (String($0 + 1), Role.label) }, cellColumns, glyphs))
      for (row, cells) in zip(rows, texts) {
        lines.append(
          line(
            row.name, nameColumns,
            range.map { index in
              guard let cell = row.cells[index] else { return (glyphs.sign("·", ascii: "."), .dim) }
              return (cells[index], cell.stage.tone.role)
            }, cellColumns, glyphs))
      }
    }
    let legend = legend(columns: max(8, columns), glyphs)
    return legend.isEmpty ? lines : lines + [StyledLine("")] + legend
  }

  /// A letter, a shape that says the same, and how reliably it is done.
  private static func text(_ cell: Cell) -> String {
    cell.stage.letter + cell.stage.shape + (cell.reliability.map { " \($0)" } ?? "")
  }

  private func line(
    _ name: String, _ nameColumns: Int, _ cells: [(text: String, role: Role)], _ cellColumns: Int,
    _ glyphs: Glyphs
  ) -> StyledLine {
    func padded(_ text: String, _ columns: Int) -> String {
      TextWidth.padded(
        TextWidth.clamped(text, to: columns, glyphs: glyphs), to: columns, glyphs: glyphs)
    }
    let isHead = cells.first?.role == .label
    var line = StyledLine(padded(name, nameColumns), isHead ? .label : .text)
    for cell in cells {
      line += StyledLine(String(repeating: " ", count: Self.gap))
      line += StyledLine(padded(cell.text, cellColumns), cell.role)
    }
    return line
  }

  /// What the signs say; a sign and its words stand on one line where they can.
  private func legend(columns: Int, _ glyphs: Glyphs) -> [StyledLine] {
    var packed: [String] = []
    for entry in legendEntries {
      if let last = packed.last,
        TextWidth.of("\(last); \(entry)", glyphs: glyphs) <= columns
      {
        packed[packed.count - 1] = "\(last); \(entry)"
      } else {
        packed.append(entry)
      }
    }
    return packed.flatMap { TextWrap.lines(StyledLine($0, .dim), width: columns, glyphs: glyphs) }
  }

  private var legendEntries: [String] {
    let stages = Set(rows.flatMap { $0.cells.compactMap { $0?.stage } })
    let words = AdoptionStage.allCases.filter(stages.contains).map {
      "\($0.letter)\($0.shape) \($0.word)"
    }
    let hasNumbers = rows.contains { $0.cells.contains { $0?.reliability != nil } }
    return words + (hasNumbers ? ["a number: how reliably it is done, as last reported"] : [])
  }
}
