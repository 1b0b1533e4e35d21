/// What a spreadsheet puts on the clipboard: lines of cells between tabs.
public struct SheetBlock: Hashable, Sendable {
  /// The lines that were read, each with its cells.
  public let rows: [[String]]
  /// How many lines there were in all.
  public let lineCount: Int

  /// Reads at most as many lines as there is use for, so that a huge paste costs no more.
  ///
  /// Characters that would steer a terminal or turn the direction of writing around are left out;
  /// blanks around a cell too. A line break at the very end ends the last line and begins none.
  public init(_ text: String, rows wanted: Int) {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    lineCount = lines.count
    rows = lines.prefix(max(0, wanted)).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { Self.clean($0) }
    }
  }

  /// Whether it is one cell's text and no table.
  public var isOneCell: Bool { lineCount == 1 && rows.first?.count ?? 1 <= 1 }

  private static func clean(_ cell: Substring) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in cell.unicodeScalars where !isSteering(scalar) { scalars.append(scalar) }
    let text = String(scalars)
    guard let start = text.firstIndex(where: { !$0.isWhitespace }),
      let end = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[start...end])
  }

  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
