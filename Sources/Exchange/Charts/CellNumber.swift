import Collaborative

/// Reads numbers as a table writes them.
///
/// Where columns stand between semicolons or tabs, a spreadsheet of a country with decimal commas
/// wrote them: `3,5` is 3.5 there. Between commas it isn't a number at all.
struct CellNumber {
  private let takesComma: Bool

  init(separator: UInt8) { takesComma = separator != UInt8(ascii: ",") }

  /// The number in a cell; nil in an empty one, or where it is said to be not there.
  func number(in row: CSVRow, _ column: ImportColumn) throws(ChartTableError) -> Double? {
    let text = row[column.position - 1]
    if text.isEmpty || ["na", "n/a", "null", "?"].contains(text.lowercased()) { return nil }
    if let value = read(text) { return value }
    if !takesComma, CellNumber(separator: UInt8(ascii: ";")).read(text) != nil {
      throw .decimalComma(row: row.number, column, text: text)
    }
    throw .notANumber(row: row.number, column, text: text)
  }

  func read(_ text: String) -> Double? {
    var text = text
    if takesComma, !text.contains("."), text.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1 {
      text = text.replacing(",", with: ".")
    }
    guard let value = Double(text), value.isFinite, !text.lowercased().contains("x") else {
      return nil
    }
    return value
  }
}
