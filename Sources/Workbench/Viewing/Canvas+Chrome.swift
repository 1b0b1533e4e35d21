import Cells
import Collaborative

extension Canvas {
  mutating func drawChrome(_ model: Model) {
    let layout = model.layout
    for rule in layout.rules {
      grid.drawRule(at: rule.origin, columns: rule.columns, role: .border)
    }
    drawPlaceLine(model, in: layout.place)
    drawTabs(model, in: layout.tabs)
    for (row, line) in model.bannerLines.enumerated() {
      let start = Point(column: layout.banner.column + 1, row: layout.banner.row + row)
      grid.write(line.text, at: start, role: line.role)
    }
    drawStatus(model, in: layout.status)
  }

  /// `huddle  Network › Section › what is open            who`
  private mutating func drawPlaceLine(_ model: Model, in rect: Rect) {
    let person = model.identity?.introduction ?? ""
    let personColumns = TextWidth.of(person, glyphs: glyphs)
    let hasRoom = rect.columns >= 60
    let limit = hasRoom ? max(20, rect.columns - personColumns - 3) : rect.columns - 1
    let name = " huddle  "
    let trail = model.trail(columns: limit - name.count, glyphs: glyphs)
    grid.write(
      StyledLine([Span(name, .title), Span(trail, .place)]), at: rect.origin, limit: limit)
    guard hasRoom else { return }
    let column = rect.endColumn - personColumns - 1
    if column >= limit {
      grid.write(person, at: Point(column: column, row: rect.row), role: .person)
    }
  }

  private mutating func drawTabs(_ model: Model, in rect: Rect) {
    var column = rect.column + 1
    for tab in model.tabs(columns: rect.columns) {
      grid.write(
        tab.text, at: Point(column: column, row: rect.row),
        role: tab.section == model.section ? .tabActive : .tab)
      column += TextWidth.of(tab.text, glyphs: glyphs) + 1
    }
  }

  /// What just happened, then the keys that matter for what has the focus.
  private mutating func drawStatus(_ model: Model, in rect: Rect) {
    if case .prompt(let state) = model.overlay {
      drawPrompt(state, model, in: rect)
      return
    }
    var column = rect.column + 1
    let text = model.status.text
    if !text.isEmpty, model.statusFits {
      let room = max(0, rect.columns - 2)
      column += grid.write(
        text, at: Point(column: column, row: rect.row),
        role: model.status.role, limit: room)
      column += 2
    }
    let hints = model.hints
    func width(_ hint: Hint) -> Int {
      TextWidth.of(hint.key, glyphs: glyphs) + 1 + TextWidth.of(hint.text, glyphs: glyphs)
    }
    let hasRoom = hints.contains { column + width($0) < rect.endColumn }
    for hint in hasRoom ? hints : [model.fewestHints].compactMap(\.self) {
      guard column + width(hint) < rect.endColumn else { continue }
      column += grid.write(hint.key, at: Point(column: column, row: rect.row), role: .key) + 1
      column += grid.write(hint.text, at: Point(column: column, row: rect.row), role: .keyLabel) + 2
    }
  }
}

/// A section's name in the line of sections, and the columns it takes for a click.
struct SectionTab: Equatable {
  var section: SectionID
  var text: String
}

extension Model {
  /// The sections this person uses, with their digits; short where there is little room.
  func tabs(columns: Int) -> [SectionTab] {
    let sections = identity?.sections ?? SectionID.allCases
    let full = sections.map { SectionTab(section: $0, text: "\($0.digit) \($0.title)") }
    let fullColumns = full.reduce(1) { $0 + $1.text.count + 1 }
    if fullColumns <= columns { return full }
    return sections.map {
      SectionTab(section: $0, text: $0 == section ? "\($0.digit) \($0.title)" : "\($0.digit)")
    }
  }

  func sectionTab(at point: Point) -> SectionID? {
    guard point.row == layout.tabs.row else { return nil }
    var column = layout.tabs.column + 1
    for tab in tabs(columns: layout.tabs.columns) {
      let end = column + tab.text.count
      if point.column >= column, point.column < end { return tab.section }
      column = end + 1
    }
    return nil
  }

  /// Network, section and what is open, from the outside in.
  var trail: [String] {
    var trail = [identity?.networkName ?? "", section.title].filter { !$0.isEmpty }
    for place in places {
      switch place {
      case .section: break
      case .page(let page): trail.append(page.page?.title ?? page.target.type.label)
      case .chart(let chart):
        trail.append(chart.detail.map { "\($0.measure) at \($0.site)" } ?? "chart")
      case .comparison(let comparison):
        trail.append(comparison.detail?.comparison.title ?? "comparison")
      case .meeting(let meeting):
        trail.append(meeting.meeting.map { "Huddle: \($0.project)" } ?? "huddle")
      case .stack(let stack):
        trail.append(
          stack.detail.map {
            [$0.title, $0.siteName].filter { !$0.isEmpty }.joined(separator: " at ")
          }
            ?? "charts")
      case .course(let course):
        trail.append(
          [course.detail?.name, course.face.title].compactMap(\.self).joined(separator: ": "))
      }
    }
    return trail
  }

  /// The trail on one line; where it is too long the outer parts give way to an ellipsis.
  func trail(columns: Int, glyphs: Glyphs) -> String {
    let separator = " \(glyphs.sign("›", ascii: ">")) "
    for dropped in trail.indices {
      let parts = (dropped == 0 ? [] : [glyphs.ellipsis]) + trail.dropFirst(dropped)
      let text = parts.joined(separator: separator)
      if TextWidth.of(text, glyphs: glyphs) <= columns { return text }
    }
    return trail.last ?? ""
  }

  /// The terminal window's name: place, and the finding of an open chart.
  var windowTitle: String {
    let finding =
      switch place {
      case .chart(let chart): chart.detail.map { ": \($0.finding)" } ?? ""
      case .comparison(let comparison):
        comparison.detail?.comparison.caption.first.map { ": \($0)" } ?? ""
      case .section, .page, .stack, .course, .meeting: ""
      }
    return "huddle – " + trail.dropFirst().joined(separator: " – ") + finding
  }
}

extension SectionID {
  var digit: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}
