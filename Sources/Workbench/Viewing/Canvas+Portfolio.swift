import Cells
import Collaborative

extension Canvas {
  /// What stands between a portfolio's rows and the page of the selected one: what the letters of
  /// the charts mean, so that nobody has to know them.
  mutating func drawLegend(_ model: Model, in rect: Rect) {
    grid.drawRule(at: rect.origin, columns: rect.columns, role: .border)
    let text = model.portfolioLegend(glyphs)
    guard !text.isEmpty, rect.columns > 12 else { return }
    let clamped = TextWidth.clamped(" \(text) ", to: rect.columns - 4, glyphs: glyphs)
    grid.write(clamped, at: Point(column: rect.column + 2, row: rect.row), role: .dim)
  }
}

extension Model {
  /// A portfolio's list over its whole width with the page of a site below; in a wide window beside
  /// it.
  var portfolioPanes: Layout.Panes? {
    guard case .portfolio(let rows) = sectionState.rows, !rows.isEmpty else { return nil }
    let layout = layout
    if layout.content.columns >= Self.columnsForSitePage {
      return layout.panes(listShare: section.listShare)
    }
    let lines = sectionState.hasHeading(.portfolio) ? 2 : 1
    return layout.panesBelow(wanted: rows.count + lines + (sectionState.query.isEmpty ? 0 : 1))
  }

  /// From this width on all columns of a portfolio have room beside the page of a site.
  private static let columnsForSitePage = 180

  /// Which measure the charts are of, and what their letters mean.
  func portfolioLegend(_ glyphs: Glyphs) -> String {
    guard case .portfolio(let rows) = sectionState.rows else { return "" }
    let measure = rows.measure ?? "each site's first outcome"
    return ([measure] + ChartLetters.legend(rows.compactMap(\.tile)))
      .joined(separator: " \(glyphs.separator) ")
  }

  /// Why a portfolio is empty, and what to do next.
  var portfolioEmptyWords: String {
    let how = "huddle set SITE coachIds+=LOGIN"
    return switch identity?.role {
    case .coach:
      "No site names you as its coach yet. Whoever leads one, or a steward, adds you to its "
        + "coaches: e on the site's page, or \(how). A adds a new site."
    case .steward:
      "No site yet. A adds the first; its coaches are named on its page with e, or with \(how)."
    default: "No site yet."
    }
  }
}
