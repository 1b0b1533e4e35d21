import Cells
import Collaborative
import Plots

/// One measure's charts among the rows of the section, which stand together there.
struct MeasuresMultiples {
  var tiles: [MeasureTile]
  /// The row of the first of them.
  var first: Int
  /// The selected one among them.
  var selection: Int
  /// Which of the measures it is, counted from 1, and how many there are.
  var number: Int
  var count: Int

  init?(_ rows: [MeasureTile], selection: Int) {
    guard rows.indices.contains(selection) else { return nil }
    func measure(_ index: Int) -> String { rows[index].chart.measure.id }
    var first = selection
    while first > 0, measure(first - 1) == measure(selection) { first -= 1 }
    var end = selection + 1
    while end < rows.count, measure(end) == measure(selection) { end += 1 }
    let starts = rows.indices.filter { $0 == 0 || measure($0) != measure($0 - 1) }
    tiles = Array(rows[first..<end])
    self.first = first
    self.selection = selection - first
    number = (starts.firstIndex(of: first) ?? 0) + 1
    count = starts.count
  }
}

extension Canvas {
  /// The selected measure at every site, small and on one scale.
  mutating func drawMultiples(_ model: Model, in rect: Rect) {
    let state = model.sectionState
    guard case .measures(let rows) = state.rows,
      let multiples = MeasuresMultiples(rows, selection: state.list.selection)
    else {
      drawMessage(state.problem ?? model.emptyWords(.measures), in: rect)
      return
    }
    let (upper, note) = rect.splitBottom(state.query.isEmpty ? 0 : 1)
    if !state.query.isEmpty { drawQuery(state, in: note) }
    let (heading, panels) = upper.splitTop(1)
    let title = StyledLine([
      Span(multiples.tiles[0].chart.measure.name, .heading),
      Span("  measure \(multiples.number) of \(multiples.count)", .dim),
    ])
    grid.write(
      title, at: Point(column: heading.column + 1, row: heading.row),
      limit: max(0, heading.columns - 1))
    drawPanels(
      multiples.tiles, at: multiples.selection, hasOwnScales: model.hasOwnScales, in: panels)
  }
}

extension Model {
  /// Up and down go from row to row of the small charts and on to the next measure; a page is a
  /// measure.
  mutating func moveOnMultiples(_ movement: Movement) -> [Effect] {
    guard case .measures(let rows) = sectionState.rows,
      let multiples = MeasuresMultiples(rows, selection: sectionState.list.selection)
    else { return [] }
    let (first, count) = (multiples.first, multiples.tiles.count)
    switch movement {
    case .start: sectionState.list.select(0)
    case .end: sectionState.list.select(rows.count - 1)
    case .page(let direction), .halfPage(let direction):
      select(measure: direction, from: multiples, among: rows)
    case .by(let step):
      let content = layout.content
      let drawn = SmallMultiples(multiples.tiles, hasOwnScales: hasOwnScales)
      let across = drawn.panelsPerRow(
        columns: content.columns, rows: max(0, content.rows - 1), glyphs: glyphs)
      let wanted = multiples.selection + step * across
      if (0..<count).contains(wanted) {
        sectionState.list.select(first + wanted)
      } else if step > 0, multiples.selection / across < (count - 1) / across {
        sectionState.list.select(first + count - 1)
      } else if step > 0 {
        sectionState.list.select(min(rows.count - 1, first + count))
      } else {
        sectionState.list.select(max(0, first - 1))
      }
    }
    return []
  }

  /// Goes to the first chart of the measure before or after.
  private mutating func select(
    measure direction: Int, from multiples: MeasuresMultiples, among rows: [MeasureTile]
  ) {
    let place = direction > 0 ? multiples.first + multiples.tiles.count : multiples.first - 1
    guard let other = MeasuresMultiples(rows, selection: place) else { return }
    sectionState.list.select(other.first)
  }

  mutating func moveAcrossMultiples(by step: Int) -> [Effect] {
    sectionState.list.move(by: step)
    return []
  }
}
