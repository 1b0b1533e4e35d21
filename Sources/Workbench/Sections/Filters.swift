import Collaborative
import Improvement

extension Model {
  /// What `f` offers in the section on the screen.
  var filterChoices: [RowFilter] {
    let own: [RowFilter] =
      switch section {
      case .today, .portfolio, .commons: []
      case .projects, .team: [RowFilter(.mine, "mine and my sites'")]
      case .cycles:
        [RowFilter(.mine, "mine and my sites'")]
          + CycleStage.allCases.map { RowFilter(.stage($0), "in \($0.label)") }
      case .measures:
        MeasureKind.allCases.map {
          RowFilter(.measureKind($0), "\($0.label.lowercased()) measures")
        }
      }
    return own.isEmpty ? [] : [RowFilter(.everything, "everything")] + own
  }
}
