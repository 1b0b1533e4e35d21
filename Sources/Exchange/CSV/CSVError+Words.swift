import Glibc

extension CSVError: CustomStringConvertible {
  /// What is wrong, where, and what to do now, in one line.
  public var description: String {
    switch self {
    case .cannotOpen(let path, let code):
      "cannot open \(path): \(Self.system(code)); check the name of the file"
    case .cannotRead(let path, let code):
      "reading \(path) failed: \(Self.system(code))"
    case .isFolder(let path): "\(path) is a folder; name the file in it"
    case .empty: "the file is empty; the first row must name the columns"
    case .utf16: "the file is saved as UTF-16; save it as “CSV UTF-8” and try again"
    case .notUTF8(let row, let column):
      "row \(row), column \(column): these bytes are not UTF-8, they look like Latin-1 "
        + "(Windows); save the file as “CSV UTF-8” and try again"
    case .unclosedQuote(let row):
      "row \(row): a quotation mark is opened and never closed; close it or take it away"
    case .textAfterQuote(let row, let column):
      "row \(row), column \(column): text follows a closing quotation mark; "
        + "a quotation mark inside a quoted text is written twice"
    case .rowTooLong(let row, let limit):
      "row \(row) is longer than \(limit / 1024) KB; is a quotation mark left open, "
        + "or is this no CSV file?"
    case .unevenRow(let row, let found, let expected):
      "row \(row) has \(found) \(found == 1 ? "column" : "columns") where the heading has "
        + "\(expected); check the separators in that row"
    }
  }

  private static func system(_ code: Int32) -> String { String(cString: strerror(code)) }
}
