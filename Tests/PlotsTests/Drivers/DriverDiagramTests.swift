import Cells
import TestSupport
import Testing

@testable import Plots

@Suite("Driver diagrams drawn")
struct DriverDiagramTests {
  @Test(
    "12 drivers on 3 levels look as recorded",
    arguments: [(120, 40), (80, 24), (40, 12), (120, 20)], [Glyphs.unicode, .ascii])
  func golden(_ size: (Int, Int), _ glyphs: Glyphs) {
    expectGolden(
      DriverDiagramSamples.surgery.text(columns: size.0, rows: size.1, glyphs: glyphs),
      named: "drivers-\(size.0)x\(size.1)-\(glyphs.rawValue)")
  }

  @Test("a cursor's place is marked by a sign and is in sight at every size")
  func cursor() {
    let diagram = DriverDiagramSamples.surgery
    for size in [(120, 40), (80, 24), (40, 12), (40, 8)] {
      for id in diagram.ids {
        var grid = Grid(Size(columns: size.0, rows: size.1))
        let point = diagram.draw(into: &grid, rect: grid.bounds, cursor: id)
        #expect(point != nil, "\(id) at \(size)")
        #expect(grid.roles.contains(Role.selection.letter))
      }
    }
    expectGolden(
      diagram.text(columns: 80, rows: 24, cursor: "i5"), named: "drivers-cursor-80x24")
  }

  @Test("the picture is as recorded")
  func picture() {
    expectGolden(
      DriverDiagramSamples.surgery.svg(width: 960, title: "Warm patients, clean wounds"),
      named: "drivers-svg")
  }

  @Test("an aim alone, a driver alone and a very long word are drawn at every size")
  func robustness() {
    let long = String(repeating: "hypothermia", count: 40)
    for diagram in [
      DriverDiagram(aim: "Fewer infections", roots: []),
      DriverDiagram(aim: "", roots: [DriverDiagram.Node(id: "a", text: "")]),
      DriverDiagram(aim: long, roots: [DriverDiagram.Node(id: "a", text: long)]),
      DriverDiagramSamples.surgery,
    ] {
      for columns in [0, 1, 2, 5, 13, 40, 79, 200] {
        for rows in [0, 1, 2, 5, 12, 60] {
          let text = diagram.text(columns: columns, rows: rows, cursor: "a")
          #expect(
            text.split(separator: "\n", omittingEmptySubsequences: false).count <= max(1, rows))
        }
      }
      #expect(diagram.svg(width: 1, title: "<script>").contains("&lt;script&gt;"))
    }
  }

  @Test("a text of 60,000 characters takes a few lines, says that it goes on, and is all in words")
  func longText() {
    let long = String(repeating: "warm patients \u{202E}first ", count: 2_600)
    let diagram = DriverDiagram(
      aim: "Fewer infections", roots: [DriverDiagram.Node(id: "a", text: long)])
    #expect(diagram.rows(columns: 80) <= DiagramLayout.mostLines + 2)
    #expect(diagram.text(columns: 80, rows: 24).contains("…"))
    #expect(diagram.words(at: "a").contains(long))
    #expect(!diagram.text(columns: 80, rows: 24).contains("\u{202E}"))
  }

  @Test("no two texts meet, and no line crosses a text", arguments: 0..<80)
  func overlaps(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let diagram = DriverDiagramSamples.random(&generator)
    let columns = Int.random(in: 30...160, using: &generator)
    let layout = DiagramLayout(
      diagram, columns: columns, rows: Int.random(in: 5...60, using: &generator),
      glyphs: .unicode)
    var taken: [Point: String] = [:]
    for (index, item) in diagram.items.enumerated() {
      let place = layout.places[index]
      let start = layout.columnStarts[diagram.column(of: item)]
      for (offset, line) in place.lines.enumerated() {
        for column in 0..<TextWidth.of(line) {
          let point = Point(column: start + column, row: place.top + offset)
          #expect(point.row >= 0 && point.row < layout.height)
          #expect(taken.updateValue(item.id, forKey: point) == nil, "seed \(seed)")
        }
      }
    }
    for cell in DiagramLines(diagram, layout).all {
      #expect(taken[Point(column: cell.column, row: cell.row)] == nil, "seed \(seed)")
    }
  }

  @Test("every child hangs on a line that leads to its parent", arguments: 0..<40)
  func connected(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let diagram = DriverDiagramSamples.random(&generator)
    let layout = DiagramLayout(diagram, columns: 100, rows: 60, glyphs: .unicode)
    let lines = Dictionary(
      uniqueKeysWithValues: DiagramLines(diagram, layout).all.map {
        (Point(column: $0.column, row: $0.row), $0.sides)
      })
    for (index, item) in diagram.items.enumerated() {
      guard let parent = item.parent else { continue }
      let column = diagram.column(of: diagram.items[parent])
      let spine = layout.columnStarts[column] + layout.columnWidths[column] + 1
      let row = layout.places[index].anchor
      for step in spine..<(layout.columnStarts[diagram.column(of: item)] - 1) {
        #expect(lines[Point(column: step, row: row)] != nil, "seed \(seed)")
      }
      let up = layout.places[parent].anchor
      for step in min(row, up)...max(row, up) {
        #expect(lines[Point(column: spine, row: step)] != nil, "seed \(seed)")
      }
    }
  }

  @Test("the cursor reaches every place, and left goes back where right came from")
  func moving() {
    let diagram = DriverDiagramSamples.surgery
    var reached: Set<String> = [DriverDiagram.aimID]
    var waiting = [DriverDiagram.aimID]
    while let id = waiting.popLast() {
      for direction in [DriverDiagram.Direction.up, .down, .left, .right] {
        let next = diagram.neighbour(of: id, direction)
        if reached.insert(next).inserted { waiting.append(next) }
      }
      let right = diagram.neighbour(of: id, .right)
      if right != id { #expect(diagram.neighbour(of: right, .left) == id) }
    }
    #expect(reached == Set(diagram.ids))
    #expect(diagram.neighbour(of: "gone", .down) == DriverDiagram.aimID)
  }
}

enum DriverDiagramSamples {
  /// Twelve drivers on three levels, with ideas at each.
  static let surgery = DriverDiagram(
    aim: "Halve wound infections after bowel surgery", aimNote: "3.3 to 1.6 by 31 Dec 2026",
    roots: [
      driver(
        "d1", "Normal temperature before, during and after surgery",
        [
          driver(
            "d2", "Warm before theatre",
            [
              driver("d3", "Staff on every shift know how", [idea("i1", "Two-minute video")]),
              driver("d4", "Warmers where patients wait"),
              idea("i2", "Warm blanket in the waiting area", "3 cycles"),
            ]),
          driver("d5", "Warm in theatre", [idea("i3", "Fluids from the warming cabinet")]),
        ]),
      driver(
        "d6", "Clean skin and clean instruments",
        [
          driver(
            "d7", "No razors", [idea("i4", "Clippers only"), idea("i5", "Razors locked away")]),
          driver("d8", "Chlorhexidine the evening before"),
        ]),
      driver(
        "d9", "Antibiotics on time",
        [
          driver(
            "d10", "Given within the hour", [driver("d11", "Named person gives it")]),
          driver("d12", "Stopped after a day"),
          idea("i6", "Checklist at sign-in", "1 cycle"),
        ]),
    ])

  private static func driver(
    _ id: String, _ text: String, _ children: [DriverDiagram.Node] = []
  ) -> DriverDiagram.Node {
    DriverDiagram.Node(id: id, text: text, children: children)
  }

  private static func idea(
    _ id: String, _ text: String, _ note: String = ""
  ) -> DriverDiagram.Node {
    DriverDiagram.Node(id: id, text: text, note: note, kind: .idea)
  }

  static func random(_ generator: inout SeededGenerator, depth: Int = 0) -> DriverDiagram {
    var number = 0
    func nodes(_ depth: Int) -> [DriverDiagram.Node] {
      (0..<Int.random(in: depth == 0 ? 1...4 : 0...3, using: &generator)).map { _ in
        number += 1
        let words = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
          ["warm", "hypothermia", "theatre", "of", "patients", "naïve", "体温"]
            .randomElement(using: &generator) ?? ""
        }
        let isIdea = depth > 0 && Bool.random(using: &generator)
        let id = "n\(number)"
        return DriverDiagram.Node(
          id: id, text: words.joined(separator: " "),
          note: Bool.random(using: &generator) ? "2 cycles" : "",
          kind: isIdea ? .idea : .driver,
          children: isIdea || depth == 3 ? [] : nodes(depth + 1))
      }
    }
    return DriverDiagram(aim: "An aim with a number", aimNote: "by May", roots: nodes(0))
  }
}
