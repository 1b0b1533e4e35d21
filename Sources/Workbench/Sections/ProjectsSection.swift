import Cells
import Collaborative
import Widgets

/// The tree project › aim › drivers › change ideas › cycles.
enum ProjectsSection {
  static let columns = [
    TableColumn("project, aim, drivers, ideas, cycles", minimum: 44, ideal: nil),
    TableColumn("state", minimum: 28, ideal: 34, priority: 1),
  ]

  static func cells(_ row: ProjectRow, _ glyphs: Glyphs) -> [StyledLine] {
    let indent = String(repeating: "  ", count: row.depth)
    return [
      StyledLine(indent) + StyledLine(row.kind.mark(glyphs) + " ", .label)
        + StyledLine(row.text, row.kind.role),
      StyledLine(row.note, .dim),
    ]
  }
}

extension ProjectRow.Kind {
  /// What kind of row it is, by a sign as well as by where it stands.
  func mark(_ glyphs: Glyphs) -> String {
    switch self {
    case .project: glyphs.sign("■", ascii: "#")
    case .aim: glyphs.sign("◎", ascii: "@")
    case .driver: glyphs.sign("├", ascii: "|")
    case .idea: glyphs.sign("◇", ascii: "*")
    case .cycle: glyphs.sign("○", ascii: "o")
    }
  }

  var role: Role {
    switch self {
    case .project: .strong
    case .aim: .accent
    case .driver, .idea, .cycle: .text
    }
  }
}
