import Collaborative
import ControlCharts

/// A table that is to be charted: which column is what, picked by name where nobody says so.
public struct ChartTableInput: Sendable {
  /// The most rows that are charted.
  public static let limit = 100_000

  public let rows: [Row]
  public let axis: Axis
  public let x: ImportColumn
  public let y: ImportColumn
  public let denominator: ImportColumn?
  /// The unit that stands beside every number: `%`, or nothing.
  public let unit: String
  /// Columns of numbers that nobody named and that aren't charted.
  public let unused: [String]
  /// The chart that fits what the columns hold.
  public let usualType: ChartType
  /// Where each row stands in the table, which blank lines and long texts make differ from its
  /// place among the rows.
  private let rowNumbers: [Int]

  /// Reads a table to its end.
  ///
  /// - Parameters:
  ///   - x: the column of the x axis; nil for one that is called like a period, else the first.
  ///   - y: the column of the numbers, or of the numerators.
  ///   - n: the column of the denominators.
  ///   - wantsDenominator: whether the chart asked for needs one; nil where none was asked for.
  /// - Throws: `CSVError`, `TableImportError` for a column that isn't there, `ChartTableError`.
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
    let format = CellNumber(separator: reader.separator)
    let picker = ColumnPicker(names: columns.names, rows: cells, format: format)
    let xIndex = try x.map { try columns.column($0).position - 1 } ?? picker.period ?? 0
    let givenY = try y.map { try columns.column($0).position - 1 }
    let named =
      try n.map { try columns.column($0).position - 1 }
      ?? (wantsDenominator == false
        ? nil : picker.denominator(besides: [xIndex, givenY].compactMap(\.self)))
    let taken = [xIndex, named].compactMap(\.self)
    let other = givenY ?? picker.value(besides: taken)
    // What is called like a denominator and stands alone is what is to be charted.
    let alone = other == nil && n == nil ? named : nil
    let yIndex =
      other ?? alone
      ?? picker.nearlyNumeric(besides: taken + [picker.period].compactMap(\.self))
    guard let yIndex else { throw ChartTableError.noNumbers(columns: columns.names) }
    if x == nil, y == nil, Self.isData(columns.names[xIndex], columns.names[yIndex], format) {
      throw ChartTableError.noHeading(columns: columns.names)
    }
    // Where a denominator has to be, the one column that is left over must be it.
    let nIndex =
      (alone == nil ? named : nil)
      ?? (wantsDenominator == true ? picker.onlyNumber(besides: [xIndex, yIndex]) : nil)
    func column(_ index: Int) -> ImportColumn {
      ImportColumn(name: columns.names[index], position: index + 1)
    }
    self.x = column(xIndex)
    self.y = column(yIndex)
    denominator = nIndex.map(column)
    unit = Self.isPerCent(cells, yIndex) ? "%" : ""
    unused = picker.numbers(besides: [xIndex, yIndex, nIndex ?? xIndex])
    var rows: [Row] = []
    rows.reserveCapacity(cells.count)
    for row in cells {
      let label = row[xIndex]
      if label.isEmpty { throw ChartTableError.noLabel(row: row.number, column(xIndex)) }
      rows.append(
        Row(
          x: label, y: try format.number(in: row, column(yIndex)),
          denominator: try nIndex.map { try format.number(in: row, column($0)) } ?? nil))
    }
    self.rows = rows
    rowNumbers = cells.map(\.number)
    axis = Self.axis(of: rows)
    usualType = Self.usualType(of: rows, denominator: denominator?.name)
  }

  /// The points of a chart, in plotting order.
  ///
  /// - Throws: `ChartTableError.notChartable` for the first row that such a chart can't show.
  public func observations(for type: ChartType) throws(ChartTableError) -> [Observation] {
    for (row, number) in zip(rows, rowNumbers) {
      if let problem = row.problem(for: type) {
        throw .notChartable(row: number, problem, number: y, denominator: denominator)
      }
    }
    return Observation.grouped(
      rows, along: axis, for: type, hasDenominators: denominator != nil)
  }

  /// What was picked and what became of the rows, for whoever named nothing.
  ///
  /// - Parameter count: how many points the rows became.
  public func notes(for type: ChartType, points count: Int) -> [String] {
    let below = denominator.map { ", n \($0.name)" } ?? ""
    let rest = unused.isEmpty ? "" : "; not used: \(unused.prefix(6).joined(separator: ", "))"
    var notes = ["\(type.title): x \(x.name), y \(y.name)\(below)\(rest)"]
    if count < rows.count {
      notes.append(
        "\(rows.count) rows make \(count) \(count == 1 ? "point" : "points"): those with the same "
          + "\(x.name) are \(type.gathering(hasDenominators: denominator != nil))")
    }
    if axis == .category, type != .mr {
      // What has digits in it may have been meant as dates.
      let isLikeDates = rows.first?.x.contains { $0.isASCII && $0.isNumber } ?? false
      notes.append(
        "\(x.name) is neither dates nor numbers: its order means nothing, so only points beyond a "
          + "limit are signals"
          + (isLikeDates ? "; dates are read like 2024-03 or 2024-03-14" : ""))
    }
    return notes
  }

  /// Whether what should be the names of columns is a row of data.
  private static func isData(_ x: String, _ y: String, _ format: CellNumber) -> Bool {
    format.read(y) != nil && (TimeOrder(x) != nil || format.read(x) != nil)
  }

  private static func isPerCent(_ cells: [CSVRow], _ column: Int) -> Bool {
    let filled = cells.lazy.map { $0[column] }.filter { !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy { $0.utf8.last == UInt8(ascii: "%") }
  }

  private static func axis(of rows: [Row]) -> Axis {
    if rows.allSatisfy({ Double($0.x)?.isFinite ?? false }) { return .number }
    if rows.allSatisfy({ TimeOrder($0.x) != nil }) { return .date }
    return .category
  }

  /// A proportion where no count is above its denominator, except where the denominator is time:
  /// falls per bed day are a rate, however few there are.
  private static func usualType(of rows: [Row], denominator name: String?) -> ChartType {
    guard let name = name?.lowercased() else { return .i }
    if ["days", "hours", "nights", "years"].contains(where: name.contains) { return .u }
    let isProportion = rows.allSatisfy { row in
      guard let y = row.y, let n = row.denominator else { return true }
      return y >= 0 && y <= n && y == y.rounded() && n == n.rounded()
    }
    return isProportion ? .p : .u
  }
}

extension ChartType {
  /// What becomes of rows that share an x.
  fileprivate func gathering(hasDenominators: Bool) -> String {
    if usesSubgroups { return "one subgroup" }
    if needsDenominator || hasDenominators || self == .c { return "added up" }
    return "averaged"
  }
}
