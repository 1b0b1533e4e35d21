import Cells
import Collaborative
import Widgets

extension Canvas {
  /// A section's list, and where there is room the page of what is selected beside it.
  mutating func drawSection(_ id: SectionID, _ model: Model) {
    let content = model.layout.content
    if id == .cycles, model.sectionState.isBoard {
      drawBoard(model, in: content)
      return
    }
    if id == .measures, model.sectionState.isBoard {
      drawMultiples(model, in: content)
      return
    }
    if id == .projects, model.sectionState.isBoard {
      drawDiagram(model, in: content)
      return
    }
    guard let panes = model.panes else {
      drawList(id, model, in: content)
      return
    }
    drawList(id, model, in: panes.list)
    if panes.isBelow {
      drawLegend(model, in: panes.divider)
    } else {
      grid.drawDivider(at: panes.divider.origin, rows: panes.divider.rows, role: .border)
    }
    if let detail = model.sectionState.detail {
      drawPage(detail, in: panes.detail, isFocused: model.isInDetailPane)
    }
  }

  private mutating func drawList(_ id: SectionID, _ model: Model, in rect: Rect) {
    let state = model.sectionState
    let (head, upper, note) = state.parts(of: rect, id)
    let (body, summary) = upper.splitBottom(state.summaryRows(in: upper, id, model))
    drawSummary(of: state, in: summary)
    if !state.query.isEmpty { drawQuery(state, in: note) }
    if let heading = state.headLine {
      grid.write(
        heading, at: Point(column: head.column + 2, row: head.row), role: .dim,
        limit: head.rows > 0 ? max(0, head.columns - 2) : 0)
    }
    guard let rows = state.rows else {
      drawMessage(state.problem ?? "", tone: .bad, in: body)
      return
    }
    if rows.count == 0 {
      drawMessage(model.emptyWords(id), in: body)
      return
    }
    let isFocused = model.overlay == nil && !model.isInDetailPane
    let table = Table(columns: rows.columns, list: state.list, marked: rows.markedColumns)
    let glyphs = glyphs
    let place = table.draw(into: &grid, rect: body, focused: isFocused) { index in
      rows.cells(at: index, glyphs: glyphs)
    }
    if isFocused, let place { focus(place) }
  }

  /// What the list is narrowed to, and how many rows that leaves.
  mutating func drawQuery(_ state: SectionState, in rect: Rect) {
    var parts: [String] = []
    if !state.query.words.isEmpty { parts.append("with “\(state.query.words)”") }
    if let filter = state.query.filter { parts.append("only \(filter.label)") }
    var count = "\(state.count) \(state.count == 1 ? "row" : "rows")"
    if case .commons(let rows) = state.rows {
      count = "\(rows.total) of \(rows.all)"
      if rows.count < rows.total { count = "the first \(rows.count) of \(rows.total)" }
      if rows.sought.contains(where: \.isForgiving) { parts.append("or much like it") }
    }
    if case .portfolio(let rows) = state.rows {
      count = "\(rows.total) of \(rows.all) \(rows.all == 1 ? "site" : "sites")"
      if rows.count < rows.total { count = "the first \(rows.count) of \(rows.total) sites" }
      parts += rows.chosen
    }
    if case .siteGroups = state.rows {
      count = "\(state.count) \(state.count == 1 ? "group" : "groups")"
      let facets = SiteFacet.allCases.filter { state.query.siteFacets[$0] != nil }
      if !facets.isEmpty {
        parts.append("narrowed by \(facets.map { $0.label.lowercased() }.joined(separator: ", "))")
      }
    }
    let said = parts.isEmpty ? count : "\(count) \(parts.joined(separator: ", "))"
    grid.write(
      "\(said) \(glyphs.separator) Esc shows all",
      at: Point(column: rect.column + 2, row: rect.row), role: .match,
      limit: max(0, rect.columns - 2))
  }
}

extension SectionState {
  /// What is said above the rows.
  var headLine: String? { heading ?? commonsLine }

  /// A line above the rows where there is something to say and room, the rows, and a line below
  /// for what they are narrowed to.
  func parts(of rect: Rect, _ id: SectionID) -> (head: Rect, body: Rect, note: Rect) {
    let (upper, note) = rect.splitBottom(query.isEmpty ? 0 : 1)
    // A portfolio's list is as low as its rows, because a page stands below it.
    let rowsForHeading = id == .portfolio ? 4 : 12
    let (head, body) = upper.splitTop(hasHeading(id) && upper.rows >= rowsForHeading ? 1 : 0)
    return (head, body, note)
  }

  /// Whether a line stands above the rows, or may as soon as it is known.
  func hasHeading(_ id: SectionID) -> Bool { headLine != nil || (id.hasHeading && !knowsHeading) }

  /// How much of a list's room the plain summary of its selected row takes, where no page stands
  /// beside the list to show it.
  func summaryRows(in rect: Rect, _ id: SectionID, _ model: Model) -> Int {
    id == .commons && !model.hasDetailPane && rect.rows >= 12 && count > 0 ? 4 : 0
  }
}

extension Model {
  /// What stands where a section has no rows: why, and what to do next.
  func emptyWords(_ id: SectionID) -> String {
    if id == .commons, case .commons(let rows) = sectionState.rows, !sectionState.query.isEmpty {
      return rows.wordsForNothing(sectionState.query)
    }
    if !sectionState.query.isEmpty {
      return "Nothing here fits what you are looking for. Esc shows everything again."
    }
    let canWrite = identity?.whyNoWriting == nil
    switch id {
    case .today: return "Nothing waits for you. 2 shows the projects, 6 what others share."
    case .projects:
      return canWrite ? "No project yet. A begins the first one." : "No project yet."
    case .cycles:
      return canWrite
        ? "No cycle yet. A cycle belongs to a project: 2 shows them, a here logs the first cycle."
        : "No cycle yet."
    case .measures:
      return canWrite
        ? "No measure yet. A defines one; o then enters its first number."
        : "No numbers yet."
    case .team: return "No project yet, and so no roster: 2 shows the projects."
    case .commons:
      return canWrite
        ? "Nothing is shared yet. a shares what worked for you, A asks for what you need, O offers what "
          + "you have."
        : "Nothing is shared yet."
    case .portfolio: return portfolioEmptyWords
    }
  }

  /// The row of the list under a click.
  func listRow(at point: Point) -> Int? {
    guard let rows = sectionState.rows, !sectionState.isBoard else { return nil }
    let content = layout.content
    let rect = panes?.list ?? content
    let upper = sectionState.parts(of: rect, section).body
    let body = upper.splitBottom(sectionState.summaryRows(in: upper, section, self)).0
    return Table(columns: rows.columns, list: sectionState.list).row(at: point, in: body)
  }
}

extension SectionID {
  /// Whether many charts stand together in it, of which something is said above them.
  var hasHeading: Bool { self == .measures || self == .portfolio }

  /// How much of the width the list takes where a page stands beside it.
  var listShare: Double {
    switch self {
    case .measures, .team: 0.62
    case .today, .portfolio, .projects, .cycles, .commons: 0.55
    }
  }
}

extension CommonsRows {
  /// Why nothing was found, and what to do next.
  func wordsForNothing(_ query: RowQuery) -> String {
    let narrowed = query.facets.isEmpty ? "" : " f changes what is chosen."
    if let suggestion {
      return "Nothing has “\(query.words)”. Did you mean “\(suggestion)”? Type it with /."
        + "\(narrowed) Esc shows everything again."
    }
    return query.words.isEmpty
      ? "Nothing fits everything that is chosen.\(narrowed) Esc shows everything again."
      : "Nothing has “\(query.words)”. Try fewer or other words with /.\(narrowed)"
        + " Esc shows everything again."
  }
}
