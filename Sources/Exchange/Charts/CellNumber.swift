import Collaborative

/// Reads numbers as a table writes them.
///
/// Where columns stand between semicolons or tabs, a spreadsheet of a country with decimal commas
/// wrote them: `3,5` is 3.5 there. Between commas it isn't a number at all. A per cent sign is left
/// aside, `85 %` being 85, and so are blanks between groups of three digits: `12 400`.
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
    guard !text.lowercased().contains(where: { "xni".contains($0) }) else { return nil }
    var text = Self.plain(text)
    if takesComma, !text.contains("."), text.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1 {
      text = text.replacing(",", with: ".")
    }
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// A number without its per cent sign and without the blanks between its groups of digits.
  private static func plain(_ text: String) -> String {
    var text = text[...]
    if text.last == "%" { text = text.dropLast() }
    while text.last.map(isBlank) ?? false { text = text.dropLast() }
    let groups = text.split(omittingEmptySubsequences: false, whereSeparator: isBlank)
    guard groups.count > 1 else { return String(text) }
    // The last group may have decimals.
    let whole = groups.dropFirst().map { $0.prefix { $0.isASCII && $0.isNumber } }
    let isGrouped =
      whole.allSatisfy { $0.count == 3 }
      && groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
      && (1...4).contains(groups[0].count)
    return isGrouped ? groups.joined() : String(text)
  }

  /// A blank as spreadsheets put it between groups: a space, one that doesn't break, a narrow one.
  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\u{A0}" || character == "\u{202F}" || character == "\u{2009}"
  }
}
