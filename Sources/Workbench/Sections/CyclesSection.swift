import Cells
import Collaborative
import Improvement
import Widgets

/// Cycles as a list.
enum CyclesSection {
  static let columns = [
    TableColumn("stage", minimum: 6, ideal: 6),
    TableColumn("cycle", minimum: 26, ideal: nil),
    TableColumn("state", minimum: 17, ideal: 17, priority: 1),
    TableColumn("size", minimum: 13, ideal: 13, priority: 2),
    TableColumn("project", minimum: 20, ideal: 26, priority: 3),
  ]

  static func cells(_ row: CycleRow, _ glyphs: Glyphs) -> [StyledLine] {
    [
      StyledLine(row.stage.label, row.stage.role), StyledLine(row.title),
      StyledLine(row.isOverdue ? "! \(row.state)" : row.state, row.isOverdue ? .warning : .dim),
      StyledLine(row.scale, .dim), StyledLine(row.project, .dim),
    ]
  }
}

extension CycleStage {
  var role: Role {
    switch self {
    case .plan: .stagePlan
    case .do: .stageDo
    case .study: .stageStudy
    case .act: .stageAct
    case .closed: .stageClosed
    }
  }
}
