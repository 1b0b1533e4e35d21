import Cells
import Collaborative
import Widgets

/// What people share, need and offer.
enum CommonsSection {
  static let columns = [
    TableColumn("kind", minimum: 14, ideal: 21),
    TableColumn("title", minimum: 30, ideal: nil),
    TableColumn("tried at", minimum: 8, ideal: 8, alignment: .right, priority: 1),
    TableColumn("evidence", minimum: 18, ideal: 18, priority: 2),
  ]

  static func cells(_ row: CommonsRow, of rows: CommonsRows) -> [StyledLine] {
    let tried = row.triedAt == 0 ? "" : "\(row.triedAt) \(row.triedAt == 1 ? "site" : "sites")"
    return [
      StyledLine(row.kind, .label),
      rows.marked(row.title) + StyledLine(row.note.isEmpty ? "" : "  \(row.note)", .dim),
      StyledLine(tried, .strong), StyledLine(row.evidence, .dim),
    ]
  }
}
