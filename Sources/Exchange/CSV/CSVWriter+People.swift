import Collaborative

extension CSVWriter {
  /// One row with its line end, in which no cell is a formula for a spreadsheet.
  public static func harmlessRow(_ texts: some Sequence<String>) -> String {
    row(texts.map(CSVFormula.harmless))
  }

  public static func text(of table: PeopleTable) -> String {
    table.rows.reduce(into: row(table.heading)) { $0 += harmlessRow($1) }
  }
}
