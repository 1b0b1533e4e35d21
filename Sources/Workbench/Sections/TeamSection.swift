import Cells
import Collaborative
import Widgets

/// The roster of every project or of every site; what nobody fills is named.
enum TeamSection {
  /// A column for what else is to be known takes no room where there is nothing.
  static func columns(_ rows: [RosterRow]) -> [TableColumn] {
    let columns = rows.contains(where: \.isOfSite) ? bySite : byProject
    return rows.contains { !$0.remark.isEmpty } ? columns + [remark] : columns
  }

  private static let byProject = [
    TableColumn("project", minimum: 16, ideal: 18, priority: 1),
    TableColumn("role", minimum: 16, ideal: 27),
    TableColumn("person", minimum: 15, ideal: 22),
    TableColumn("in role", minimum: 9, ideal: 9, priority: 2),
    TableColumn("perspective", minimum: 15, ideal: 22, priority: 4),
  ]

  private static let bySite = [
    TableColumn("site", minimum: 20, ideal: 24, priority: 1),
    TableColumn("person", minimum: 16, ideal: 20),
    TableColumn("role", minimum: 20, ideal: 27),
    TableColumn("in role", minimum: 9, ideal: 9, priority: 3),
    TableColumn("project", minimum: 20, ideal: 24, priority: 4),
  ]

  private static let remark = TableColumn("to know", minimum: 14, ideal: 30, priority: 2)

  /// What the roster is of stands at its first row only, so that the eye finds where one begins.
  static func cells(
    _ row: RosterRow, after previous: RosterRow?, _ glyphs: Glyphs
  ) -> [StyledLine] {
    let isFirst = previous?.groupID != row.groupID || previous?.isOfSite != row.isOfSite
    let group = row.group.isEmpty && row.isOfSite ? "no site" : row.group
    let first = StyledLine(isFirst ? group : "", .strong)
    let role = StyledLine(row.role, row.kind == .withoutRole ? .dim : .label)
    let time = StyledLine(row.time, .dim)
    let remark = StyledLine(row.remark, row.isOdd ? .warning : .dim)
    return row.isOfSite
      ? [first, person(row, glyphs), role, time, StyledLine(row.project, .dim), remark]
      : [first, role, person(row, glyphs), time, StyledLine(row.perspective, .dim), remark]
  }

  /// A sign stands before what is to be mended, so that it is seen where the remark has no room.
  private static func person(_ row: RosterRow, _ glyphs: Glyphs) -> StyledLine {
    guard row.isOdd else { return StyledLine(row.person, row.kind == .ahead ? .dim : .text) }
    return StyledLine("\(glyphs.sign("○", ascii: "!")) \(row.person)", .warning)
  }
}
