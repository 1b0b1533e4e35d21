import Collaborative
import Improvement

extension Model {
  /// What `f` offers in the section on the screen.
  var filterChoices: [RowFilter] {
    let own: [RowFilter] =
      switch section {
      case .today, .portfolio, .commons: []
      case .projects: [RowFilter(.mine, "mine and my sites'")]
      case .team: [RowFilter(.mine, "mine and my sites'")] + teamFilters
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

  private var teamFilters: [RowFilter] {
    let gaps = [RowFilter(.gaps, "what is missing"), RowFilter(.odd, "what is to be mended")]
    return switch sectionState.query.team {
    case .projects: gaps
    case .sites: gaps + [RowFilter(.withoutSite, "people without a site")]
    case .tree: []
    }
  }
}
