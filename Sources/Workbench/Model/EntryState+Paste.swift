import Cells
import Collaborative
import Improvement
import Widgets

extension EntryState {
  /// Fills cells from the cursor on with what a spreadsheet copied, and says what came of it.
  ///
  /// Beside a number its note; of a measure out of a number both counts may stand side by side.
  mutating func paste(_ text: String) -> Status {
    guard var sheet, let table else { return .quiet }
    let start = sheet.cursor
    let block = SheetBlock(text, rows: table.rows.count - start.row)
    if block.isOneCell {
      if case .changed(let place) = sheet.insert(block.rows.first?.first ?? "") {
        self.sheet = sheet
        keep(place)
      }
      return Self.without(UnseenSigns.count(in: text), "pasted 1 cell") ?? .quiet
    }
    let isNote = start.column == position(of: .note)
    var filled = 0
    for (offset, cells) in block.rows.enumerated() where cells.contains(where: { !$0.isEmpty }) {
      let row = start.row + offset
      let texts = isNote ? [nil, cells.first] : Self.texts(cells, table.rows[row].measure)
      for (column, text) in zip([Column.number, .note], texts) {
        guard let text, !text.isEmpty else { continue }
        let place = SheetPlace(row: row, column: position(of: column))
        sheet.put(text, at: place)
        self.sheet = sheet
        keep(place)
        filled += 1
      }
      check(row: row)
      sheet = self.sheet ?? sheet
    }
    let left = block.lineCount - block.rows.count
    let words = "pasted \(filled) \(filled == 1 ? "cell" : "cells")"
    if let told = Self.without(UnseenSigns.count(in: text), words), left == 0 { return told }
    return left == 0
      ? Status(words, tone: .good)
      : Status(
        "\(words); there is no row for the other \(left) \(left == 1 ? "line" : "lines")",
        tone: .caution)
  }

  /// Says that signs were left out which nobody sees; nil where there were none.
  private static func without(_ unseen: Int, _ words: String) -> Status? {
    guard unseen > 0 else { return nil }
    return Status(
      unseen == 1
        ? "\(words), without 1 sign that turns text around or is no text"
        : "\(words), without \(unseen) signs that turn text around or are no text",
      tone: .caution)
  }

  /// The texts for number and note among the cells of a pasted line.
  private static func texts(_ cells: [String], _ measure: Measure) -> [String?] {
    func isNumber(_ text: String) -> Bool {
      !text.isEmpty && text.allSatisfy { $0.isNumber || $0 == "." }
    }
    if measure.dataKind.hasDenominator, cells.count > 1, isNumber(cells[0]), isNumber(cells[1]) {
      return ["\(cells[0])/\(cells[1])", cells.count > 2 ? cells[2] : nil]
    }
    return [cells.first, cells.count > 1 ? cells[1] : nil]
  }
}
