import ControlCharts
import Improvement

/// A table that is to be charted: which column is what, picked by name where nobody says so.
public struct ChartTableInput: Sendable {
  /// The most rows that are charted.
  public static let limit = 100_000

  public let rows: [Row]
  public let axis: Axis
  public let xColumn: String
  public let yColumn: String
  public let denominatorColumn: String?
  /// The chart that fits what the columns hold.
  public let usualType: ChartType

  /// Reads a table to its end.
  ///
  /// - Parameters:
  ///   - x: the column of the x axis; nil for one that is called like a period, else the first.
  ///   - y: the column of the numbers, or of the numerators.
  ///   - n: the column of the denominators.
  ///   - wantsDenominator: whether the chart asked for needs one; nil where none was asked for.
  public init(
    _ reader: inout CSVReader, x: String?, y: String?, n: String?, wantsDenominator: Bool?
  ) throws {
    let columns = TableColumns(reader.heading)
    var cells: [CSVRow] = []
    while let row = try reader.next() {
      cells.append(row)
      if cells.count > Self.limit { throw ChartTableError.tooManyRows(limit: Self.limit) }
    }
    guard !cells.isEmpty else { throw ChartTableError.noRows }
    let picker = ColumnPicker(names: columns.names, rows: cells)
    let xIndex = try x.map { try columns.column($0).position - 1 } ?? picker.period ?? 0
    let nIndex =
      try n.map { try columns.column($0).position - 1 }
      ?? (wantsDenominator == false ? nil : picker.denominator(besides: xIndex))
    let yIndex =
      try y.map { try columns.column($0).position - 1 }
      ?? picker.value(besides: [xIndex, nIndex].compactMap(\.self))
    guard let yIndex else { throw ChartTableError.noNumbers(columns: columns.names) }
    xColumn = columns.names[xIndex]
    yColumn = columns.names[yIndex]
    denominatorColumn = nIndex.map { columns.names[$0] }
    var rows: [Row] = []
    for row in cells {
      rows.append(
        Row(
          x: row[xIndex], y: try Self.number(row, yIndex, columns.names),
          denominator: try nIndex.map { try Self.number(row, $0, columns.names) } ?? nil))
    }
    self.rows = rows
    axis = Self.axis(of: rows)
    usualType = Self.usualType(of: rows, hasDenominators: nIndex != nil)
  }

  /// The number in a cell; nil in an empty one, or where it is said to be not there.
  private static func number(
    _ row: CSVRow, _ index: Int, _ names: [String]
  ) throws(ChartTableError) -> Double? {
    let text = row[index]
    if text.isEmpty || ["na", "n/a", "null", "?"].contains(text.lowercased()) { return nil }
    guard let value = Double(text), value.isFinite, !text.lowercased().hasPrefix("0x") else {
      throw .notANumber(row: row.number, column: index + 1, name: names[index], text: text)
    }
    return value
  }

  private static func axis(of rows: [Row]) -> Axis {
    let known = rows.filter { !$0.x.isEmpty }
    if known.allSatisfy({ Double($0.x) != nil }) { return .number }
    if known.allSatisfy({ Period($0.x) != nil }) { return .date }
    return .category
  }

  private static func usualType(of rows: [Row], hasDenominators: Bool) -> ChartType {
    guard hasDenominators else { return .i }
    let isProportion = rows.allSatisfy { row in
      guard let y = row.y, let n = row.denominator else { return true }
      return y >= 0 && y <= n && y == y.rounded() && n == n.rounded()
    }
    return isProportion ? .p : .u
  }
}

/// Why a table can't be charted.
public enum ChartTableError: Error, Hashable, Sendable {
  case noRows
  case noNumbers(columns: [String])
  case notANumber(row: Int, column: Int, name: String, text: String)
  case tooManyRows(limit: Int)
}

extension ChartTableError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noRows: "the table has a heading and no rows; there is nothing to chart"
    case .noNumbers(let columns):
      "no column of the table holds numbers; name one with --y (its columns are "
        + "\(columns.prefix(12).joined(separator: ", ")))"
    case .notANumber(let row, let column, let name, let text):
      "row \(row), column \(column) (\(name)): “\(text)” is no number; "
        + "correct it or leave it empty"
    case .tooManyRows(let limit):
      "the table has more than \(limit) rows; chart a part of it"
    }
  }
}

/// Picks columns by their names and by what stands in them.
struct ColumnPicker {
  let names: [String]
  let rows: [CSVRow]

  var period: Int? {
    named(["x", "period", "date", "month", "week", "quarter", "day", "year", "time"])
  }

  func denominator(besides x: Int) -> Int? {
    let index = named(["n", "denominator", "denominators", "total", "opportunities", "bed_days"])
    return index == x ? nil : index.flatMap { isNumeric($0) ? $0 : nil }
  }

  func value(besides taken: [Int]) -> Int? {
    let words = ["y", "value", "numerator", "count", "events", "number", "rate"]
    if let index = named(words), !taken.contains(index) { return index }
    return names.indices.first { !taken.contains($0) && isNumeric($0) }
  }

  private func named(_ words: [String]) -> Int? {
    for word in words {
      if let index = names.firstIndex(where: { $0.lowercased() == word }) { return index }
    }
    return nil
  }

  /// Whether the first cells that are filled in are numbers.
  private func isNumeric(_ index: Int) -> Bool {
    let filled = rows.lazy.map { $0[index] }.filter { !$0.isEmpty }.prefix(5)
    return !filled.isEmpty && filled.allSatisfy { Double($0) != nil }
  }
}
