import Cells
import Collaborative
import Widgets

/// The roster of every project; a role nobody fills is named.
enum TeamSection {
  static let columns = [
    TableColumn("project", minimum: 18, ideal: 24, priority: 1),
    TableColumn("role", minimum: 16, ideal: 27),
    TableColumn("person", minimum: 16, ideal: 22),
    TableColumn("perspective", minimum: 20, ideal: 22, priority: 2),
    TableColumn("since", minimum: 11, ideal: 11, priority: 3),
  ]

  /// A project's name stands at its first row only, so that the eye finds where a roster begins.
  static func cells(
    _ row: RosterRow, after previous: RosterRow?, _ glyphs: Glyphs
  ) -> [StyledLine] {
    let isFirst = previous?.projectID != row.projectID
    return [
      StyledLine(isFirst ? row.project : "", .strong), StyledLine(row.role, .label),
      row.isGap
        ? StyledLine("\(glyphs.sign("○", ascii: "!")) \(row.person)", .warning)
        : StyledLine(row.person),
      StyledLine(row.perspective, .dim), StyledLine(row.since, .dim),
    ]
  }
}
