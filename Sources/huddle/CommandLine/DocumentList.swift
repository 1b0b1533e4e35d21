import Cells
import Collaborative
import DocumentStore
import Exchange
import Improvement
import JSONTree

/// Documents as rows of a table, a column for each listed field and the id at the end.
struct DocumentList {
  private let fields: [Field]
  private let rows: [[String]]
  private let ids: [String]

  init(_ documents: [StoredDocument], type: DocumentType, _ collaboration: Collaboration) {
    var names: [DocumentID: String] = [:]
    let fields = type.table.listedFields
    self.fields = fields
    ids = documents.map(\.id)
    rows = documents.map { document in
      let tree = collaboration.visible(document)
      return fields.map { field in
        FieldText.show(tree[field.path], as: field.kind) { id in
          if let name = names[id] { return name }
          let name = collaboration.name(of: id)
          names[id] = name
          return name
        }
      }
    }
  }

  /// The columns are named by their fields' paths, so that they can be typed again. What would
  /// command a terminal is a visible mark here as well: a table may be looked at before it is read.
  var csv: String {
    var text = CSVWriter.row(["id"] + fields.map(\.path.description))
    for (id, row) in zip(ids, rows) {
      text += CSVWriter.harmlessRow([id] + row.map { TerminalText.visible($0) })
    }
    return text
  }

  func text(columns: Int?, glyphs: Glyphs) -> String {
    // A column that nobody filled in tells nothing.
    let used = fields.indices.filter { index in rows.contains { !$0[index].isEmpty } }
    let table = TextTable(
      headers: used.map { fields[$0].label } + ["Id"],
      rows: zip(rows, ids).map { row, id in used.map { row[$0] } + [id] }, keeps: used.count)
    return table.text(columns: columns, glyphs: glyphs)
  }
}
