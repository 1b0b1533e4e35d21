import Collaborative
import Improvement

/// Which columns of a table hold what, and which of its rows are wanted.
public struct TableImport: Sendable {
  public enum Number: Hashable, Sendable {
    case value(column: String)
    case ratio(numerator: String, denominator: String)
  }

  public var measure: String
  public var siteColumn: String
  public var periodColumn: String
  public var number: Number
  /// Only rows in which each of these columns has this text are kept.
  public var conditions: [(column: String, text: String)]
  public var makesSites: Bool
  /// The code of the site that a name in the table means.
  public var siteCodes: [String: String]
  /// Where the numbers come from, such as a file's name.
  public var source: String

  public init(
    measure: String, siteColumn: String, periodColumn: String, number: Number,
    conditions: [(column: String, text: String)] = [], makesSites: Bool = false,
    siteCodes: [String: String] = [:], source: String
  ) {
    self.measure = measure
    self.siteColumn = siteColumn
    self.periodColumn = periodColumn
    self.number = number
    self.conditions = conditions
    self.makesSites = makesSites
    self.siteCodes = siteCodes
    self.source = source
  }
}

/// What reading a table came to: what would happen, and how much of the table was looked at.
public struct TableImportResult: Sendable {
  public var plan: ImportPlan
  public var rowsRead: Int
  public var rowsKept: Int
}

extension TableImport {
  /// Reads a table to its end and plans what importing it means. A row with a problem is passed
  /// over and remembered; a table that cannot be read further ends there.
  ///
  /// - Throws: `TableImportError` for a table without a heading or without a column that was named,
  ///   `CollaborationError` for an unknown measure or a missing right.
  public func plan(
    _ reader: inout CSVReader, for collaboration: Collaboration
  ) throws -> TableImportResult {
    let columns = TableColumns(reader.heading)
    let site = try columns.column(siteColumn)
    let period = try columns.column(periodColumn)
    let wanted = try conditions.map { (index: try columns.column($0.column).position - 1, $0.text) }
    let numberColumns: ImportColumns.Number =
      switch number {
      case .value(let name): .value(try columns.column(name))
      case .ratio(let top, let bottom):
        .ratio(numerator: try columns.column(top), denominator: try columns.column(bottom))
      }
    var planner = try collaboration.planImport(
      ImportRequest(
        measure: measure,
        columns: ImportColumns(site: site, period: period, number: numberColumns),
        makesSites: makesSites, siteCodes: siteCodes, source: source))
    var rowsRead = 0
    var rowsKept = 0
    while !planner.isFull, let row = nextRow(&reader, &planner, &rowsRead) {
      guard wanted.allSatisfy({ row[$0.index].utf8.elementsEqual($0.1.utf8) }) else { continue }
      rowsKept += 1
      planner.add(
        ImportRow(
          row: row.number, site: row[site.position - 1], period: row[period.position - 1],
          number: numberColumns.cells(of: row)))
    }
    return TableImportResult(plan: try planner.finish(), rowsRead: rowsRead, rowsKept: rowsKept)
  }

  /// The next row that is whole; nil at the end, and where the table cannot be read further.
  private func nextRow(
    _ reader: inout CSVReader, _ planner: inout ImportPlanner, _ rowsRead: inout Int
  ) -> CSVRow? {
    while true {
      do throws(CSVError) {
        guard let row = try reader.next() else { return nil }
        rowsRead += 1
        return row
      } catch {
        rowsRead += 1
        planner.noteUnreadable(error.description, row: rowsRead)
        guard case .unevenRow = error else { return nil }
      }
    }
  }
}

extension ImportColumns.Number {
  fileprivate func cells(of row: CSVRow) -> ImportRow.Number {
    switch self {
    case .value(let column): .value(row[column.position - 1])
    case .ratio(let numerator, let denominator):
      .ratio(
        numerator: row[numerator.position - 1], denominator: row[denominator.position - 1])
    }
  }
}
