import Cells
import Collaborative
import Improvement
import Widgets

/// Cycles as a list.
enum CyclesSection {
  static let columns = [
    TableColumn("stage", minimum: 7, ideal: 7),
    TableColumn("cycle", minimum: 22, ideal: nil),
    TableColumn("state", minimum: 12, ideal: 18, priority: 1),
    TableColumn("project", minimum: 14, ideal: 24, priority: 3),
    TableColumn("size", minimum: 10, ideal: 11, priority: 2),
  ]

  static func cells(_ row: CycleRow, _ glyphs: Glyphs) -> [StyledLine] {
    [
      StyledLine(row.stage.label, row.stage.role), StyledLine(row.title),
      StyledLine(row.isOverdue ? "! \(row.state)" : row.state, row.isOverdue ? .warning : .dim),
      StyledLine(row.project, .dim), StyledLine(row.scale, .dim),
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
