/// Why a text is no table, and where.
///
/// A row is counted as a spreadsheet counts it: from 1, with the heading as the first. A column is
/// counted from 1 as well.
public enum CSVError: Error, Hashable, Sendable {
  case cannotOpen(path: String, code: Int32)
  case cannotRead(path: String, code: Int32)
  case isFolder(path: String)
  case empty
  case utf16
  case notUTF8(row: Int, column: Int)
  case unclosedQuote(row: Int)
  case textAfterQuote(row: Int, column: Int)
  case rowTooLong(row: Int, limit: Int)
  case unevenRow(row: Int, found: Int, expected: Int)
}
