import Cells

/// Where everything of a driver diagram stands, in cells from the diagram's own corner.
///
/// Everything without children takes rows of its own from top to bottom; what has children stands in
/// the middle of theirs. So no two texts of a column meet, and the row of a change idea is free all
/// the way from its driver to the last column.
struct DiagramLayout {
  /// The columns between two columns of text, for the lines.
  static let gap = 4
  /// The narrowest column in which words can be read.
  static let narrowest = 12
  static let widest = 34

  /// The lines that a text may take, the aim twice as many; a longer one says that it goes on.
  static let mostLines = 8

  struct Place {
    /// The text's lines, and after them those of the note.
    var lines: [String] = []
    var noteFrom = 0
    var top = 0
    /// The row on which lines come and go.
    var anchor: Int { top + (max(1, lines.count) - 1) / 2 }
  }

  let glyphs: Glyphs
  let columnWidths: [Int]
  let columnStarts: [Int]
  private(set) var places: [Place]
  private(set) var height = 0
  var width: Int { (columnStarts.last ?? 0) + (columnWidths.last ?? 0) }

  /// - Parameter rows: how many there are; where they suffice, families stand a row apart.
  init(_ diagram: DriverDiagram, columns: Int, rows: Int, glyphs: Glyphs) {
    self.glyphs = glyphs
    let count = diagram.columnCount
    let room = (columns - (count - 1) * Self.gap) / max(1, count)
    let width = min(Self.widest, max(Self.narrowest, room))
    // What is left over from dividing goes to the last column, whose texts are the longest.
    let used = width * count + (count - 1) * Self.gap
    let spare = width == room ? max(0, columns - used) : 0
    columnWidths = (0..<count).map { $0 == count - 1 ? width + spare : width }
    var starts: [Int] = []
    var next = 0
    for column in 0..<count {
      starts.append(next)
      next += columnWidths[column] + Self.gap
    }
    columnStarts = starts
    places = []
    for item in diagram.items {
      let width = columnWidths[diagram.column(of: item)]
      var lines = Self.cut(
        TextWrap.lines(item.text, width: width, glyphs: glyphs), width: width,
        at: item.kind == .aim ? 2 * Self.mostLines : Self.mostLines, glyphs)
      let noteFrom = lines.count
      if !item.note.isEmpty { lines += TextWrap.lines(item.note, width: width, glyphs: glyphs) }
      places.append(Place(lines: lines, noteFrom: noteFrom))
    }
    height = arrange(diagram, space: 1)
    if height > rows { height = arrange(diagram, space: 0) }
  }

  private static func cut(
    _ lines: [String], width: Int, at most: Int, _ glyphs: Glyphs
  ) -> [String] {
    guard lines.count > most else { return lines }
    let room = max(0, width - TextWidth.of(glyphs.ellipsis, glyphs: glyphs))
    let last =
      TextWidth.of(lines[most - 1], glyphs: glyphs) <= room
      ? lines[most - 1] : String(lines[most - 1].prefix(room))
    return lines.prefix(most - 1) + [last + glyphs.ellipsis]
  }

  /// Gives everything its rows and returns how many there are.
  ///
  /// - Parameter space: blank rows between two families.
  private mutating func arrange(_ diagram: DriverDiagram, space: Int) -> Int {
    // How high each family is, from the leaves up: children have larger indexes than parents.
    var heights = places.map { max(1, $0.lines.count) }
    func below(_ item: DriverDiagram.Item) -> Int {
      item.children.reduce(0) { $0 + heights[$1] } + gaps(item, diagram, space)
    }
    for index in diagram.items.indices.reversed() {
      heights[index] = max(heights[index], below(diagram.items[index]))
    }
    var tops = Array(repeating: 0, count: places.count)
    for (index, item) in diagram.items.enumerated() {
      let free = heights[index] - below(item)
      var next = tops[index] + max(0, free) / 2
      for (place, child) in item.children.enumerated() {
        if place > 0 { next += gap(before: child, diagram, space) }
        tops[child] = next
        next += heights[child]
      }
      places[index].top = tops[index]
    }
    for index in diagram.items.indices.reversed() { centre(index, diagram, tops, heights) }
    return heights.first ?? 0
  }

  /// Puts a text in the middle of its children, within the rows of its family.
  private mutating func centre(
    _ index: Int, _ diagram: DriverDiagram, _ tops: [Int], _ heights: [Int]
  ) {
    let children = diagram.items[index].children
    let lines = max(1, places[index].lines.count)
    let middle: Int =
      if let first = children.first, let last = children.last {
        (places[first].anchor + places[last].anchor) / 2
      } else {
        tops[index] + (heights[index] - 1) / 2
      }
    let highest = tops[index] + heights[index] - lines
    places[index].top = min(max(tops[index], middle - (lines - 1) / 2), highest)
  }

  private func gaps(_ item: DriverDiagram.Item, _ diagram: DriverDiagram, _ space: Int) -> Int {
    item.children.dropFirst().reduce(0) { $0 + gap(before: $1, diagram, space) }
  }

  /// Ideas of one driver stand close together, families apart.
  private func gap(before child: Int, _ diagram: DriverDiagram, _ space: Int) -> Int {
    diagram.items[child].kind == .idea ? 0 : space
  }
}
