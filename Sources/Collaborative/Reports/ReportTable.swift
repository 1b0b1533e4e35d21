/// Rows under headers; the first cell of a row names it.
public struct ReportTable: Hashable, Sendable {
  /// What the table shows, read before it.
  public var caption: String
  public var headers: [String]
  /// As many cells a row as there are headers.
  public var rows: [[ReportCell]]

  /// A table of rows; a column in which no row says anything is left out, but for the first.
  public init(_ caption: String, headers: [String], rows: [[ReportCell]]) {
    let filled = headers.indices.filter { column in
      column == 0
        || rows.contains { row in row.indices.contains(column) && !row[column].isEmpty }
    }
    self.caption = caption
    self.headers = filled.map { headers[$0] }
    self.rows = rows.map { row in
      filled.map { row.indices.contains($0) ? row[$0] : ReportCell([]) }
    }
  }
}

/// What stands in one place of a table: a few short lines.
public struct ReportCell: Hashable, Sendable, ExpressibleByStringLiteral {
  /// None of them empty.
  public var lines: [String]

  public init(_ lines: [String]) { self.lines = lines.filter { !$0.isEmpty } }

  public init(_ text: String) { self.init([text]) }

  public init(stringLiteral text: String) { self.init(text) }

  public var isEmpty: Bool { lines.isEmpty }
}
