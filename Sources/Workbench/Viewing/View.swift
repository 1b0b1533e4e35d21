import Cells
import Collaborative

/// The whole screen for a model: pure, at any size.
public func view(_ model: Model) -> Frame {
  var canvas = Canvas(grid: Grid(model.size, glyphs: model.glyphs))
  if model.isTooSmall {
    canvas.drawTooSmall(model)
  } else {
    canvas.drawChrome(model)
    canvas.drawPlace(model)
    canvas.drawOverlay(model)
  }
  return Frame(
    grid: canvas.grid, cursor: canvas.cursor, cursorVisible: canvas.isCursorVisible,
    title: model.windowTitle, mouse: model.mouse)
}

/// A grid being drawn, and where the cursor was put on the way.
struct Canvas {
  var grid: Grid
  var cursor: Point?
  var isCursorVisible = false

  var glyphs: Glyphs { grid.glyphs }

  /// Puts the terminal's cursor on what has the focus, unless something above took it.
  mutating func focus(_ point: Point, visible: Bool = false) {
    cursor = point
    isCursorVisible = visible
  }

  mutating func drawTooSmall(_ model: Model) {
    let text =
      "This window is \(model.size.columns)×\(model.size.rows). huddle needs "
      + "\(Layout.smallest.columns)×\(Layout.smallest.rows). Please make it larger; q leaves."
    let lines = TextWrap.lines(text, width: model.size.columns, glyphs: glyphs)
    for (row, line) in lines.prefix(model.size.rows).enumerated() {
      grid.write(line, at: Point(column: 0, row: row))
    }
  }

  mutating func drawPlace(_ model: Model) {
    switch model.place {
    case .section(let id): drawSection(id, model)
    case .page(let page): drawPage(page, in: model.layout.content, isFocused: true)
    case .chart(let chart): drawChart(chart, in: model.layout.content, model)
    case .comparison(let comparison):
      drawComparison(comparison, hasOwnScales: model.hasOwnScales, in: model.layout.content)
    case .stack(let stack): drawStack(stack, in: model.layout.content)
    case .course(let course): drawCourse(course, in: model.layout.content)
    case .meeting(let meeting): drawMeeting(meeting, in: model.layout.content)
    }
  }
}

extension Status {
  var role: Role { tone == .plain ? .status : tone.role }
}

extension Tone {
  /// The role that repeats in colour what the words say.
  var role: Role {
    switch self {
    case .plain: .text
    case .quiet: .dim
    case .strong: .strong
    case .good: .success
    case .caution: .warning
    case .bad: .error
    }
  }
}
