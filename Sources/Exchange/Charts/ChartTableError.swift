import Collaborative
import ControlCharts

/// Why a table can't be charted.
public enum ChartTableError: Error, Hashable, Sendable {
  case noRows
  case noNumbers(columns: [String])
  /// The first row holds data instead of the names of columns.
  case noHeading(columns: [String])
  case noLabel(row: Int, ImportColumn)
  case notANumber(row: Int, ImportColumn, text: String)
  /// The number is written as its row's table doesn't write numbers.
  case decimalComma(row: Int, ImportColumn, text: String)
  case notChartable(row: Int, RowProblem, number: ImportColumn, denominator: ImportColumn?)
  case tooManyRows(limit: Int)
}

extension ChartTableError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noRows: "the table has a heading and no rows; there is nothing to chart"
    case .noNumbers(let columns):
      "no column of the table holds numbers; name one with --y (its columns are "
        + "\(columns.prefix(12).joined(separator: ", ")))"
    case .noHeading(let columns):
      "row 1 holds data (\(columns.prefix(3).map(Self.shown).joined(separator: ", "))) where the "
        + "columns are named; add a row above it, such as month,count"
    case .noLabel(let row, let column):
      "\(Self.place(row, column)): the cell is empty, so the row has no place on the x axis; "
        + "fill it in or take the row away"
    case .notANumber(let row, let column, let text):
      "\(Self.place(row, column)): “\(Self.shown(text))” is no number; correct it or leave it empty"
    case .decimalComma(let row, let column, let text):
      "\(Self.place(row, column)): “\(Self.shown(text))” has a comma; write "
        + Self.withoutComma(Self.shown(text))
    case .notChartable(let row, let problem, let number, let denominator):
      "\(Self.place(row, problem.cell == .denominator ? denominator ?? number : number)): "
        + problem.words(
          denominator: denominator.map { "column \($0.position) (\($0.name))" } ?? "the next")
    case .tooManyRows(let limit):
      "the table has more than \(limit) rows; chart a part of it"
    }
  }

  /// A cell's text, cut where it is long.
  private static func shown(_ text: String) -> String {
    text.count > 40 ? text.prefix(40) + "…" : text
  }

  /// How a number with a comma is to be written: both ways where it may stand between thousands.
  private static func withoutComma(_ text: String) -> String {
    let decimal = text.replacing(",", with: ".")
    let isThousands = text.split(separator: ",").last?.prefix { $0.isNumber }.count == 3
    return isThousands
      ? "\(text.replacing(",", with: "")), or \(decimal) if that is meant" : decimal
  }

  private static func place(_ row: Int, _ column: ImportColumn) -> String {
    "row \(row), column \(column.position) (\(column.name))"
  }
}
