import Cells

/// The lines of a driver diagram as which sides of each cell they touch.
struct DiagramLines {
  struct Sides: OptionSet {
    let rawValue: UInt8
    static let up = Sides(rawValue: 1)
    static let down = Sides(rawValue: 2)
    static let left = Sides(rawValue: 4)
    static let right = Sides(rawValue: 8)
  }

  /// By row and column, packed into one number.
  private(set) var cells: [Int: Sides] = [:]
  private static let stride = 1 << 20

  init(_ diagram: DriverDiagram, _ layout: DiagramLayout) {
    for (index, item) in diagram.items.enumerated() where !item.children.isEmpty {
      let column = diagram.column(of: item)
      let spine = layout.columnStarts[column] + layout.columnWidths[column] + 1
      let anchor = layout.places[index].anchor
      let rows = item.children.map { layout.places[$0].anchor }
      let text = layout.columnStarts[column] + layout.width(of: index)
      across(anchor, from: text + 1, to: spine)
      add(.left, anchor, spine)
      down(spine, from: min(anchor, rows.min() ?? anchor), to: max(anchor, rows.max() ?? anchor))
      for (child, row) in zip(item.children, rows) {
        let start = layout.columnStarts[diagram.column(of: diagram.items[child])]
        across(row, from: spine, to: start - 2)
        add(.right, row, spine)
      }
    }
  }

  /// Every cell with a line in it.
  var all: [(row: Int, column: Int, sides: Sides)] {
    cells.map { ($0.key / Self.stride, $0.key % Self.stride, $0.value) }
  }

  private mutating func add(_ sides: Sides, _ row: Int, _ column: Int) {
    cells[row * Self.stride + column, default: []].formUnion(sides)
  }

  /// A level line; its ends touch only inwards.
  private mutating func across(_ row: Int, from start: Int, to end: Int) {
    guard start <= end else { return }
    for column in start...end {
      if column > start { add(.left, row, column) }
      if column < end { add(.right, row, column) }
    }
  }

  private mutating func down(_ column: Int, from start: Int, to end: Int) {
    guard start < end else { return }
    for row in start...end {
      if row > start { add(.up, row, column) }
      if row < end { add(.down, row, column) }
    }
  }
}

extension DiagramLines.Sides {
  func sign(_ glyphs: Glyphs) -> String {
    switch self {
    case [.left, .right], .left, .right: glyphs.horizontal
    case [.up, .down], .up, .down: glyphs.vertical
    default: glyphs.sign(corner, ascii: "+")
    }
  }

  private var corner: String {
    switch self {
    case [.down, .right]: "╭"
    case [.up, .right]: "╰"
    case [.down, .left]: "╮"
    case [.up, .left]: "╯"
    case [.up, .down, .right]: "├"
    case [.up, .down, .left]: "┤"
    case [.down, .left, .right]: "┬"
    case [.up, .left, .right]: "┴"
    default: "┼"
    }
  }
}

extension DiagramLayout {
  /// How wide the widest line of a text is where its lines begin.
  func width(of index: Int) -> Int {
    let place = places[index]
    let row = place.anchor - place.top
    return row < place.lines.count ? TextWidth.of(place.lines[row], glyphs: glyphs) : 0
  }
}
