import Cells
import ControlCharts
import Plots
import TestSupport
import Testing

@Suite("Charts in cells")
struct DrawingTests {
  @Test(
    "drawings look as recorded",
    arguments: [(100, 24), (80, 20), (60, 14), (40, 12), (20, 6)], [Glyphs.unicode, .ascii])
  func golden(_ size: (Int, Int), _ glyphs: Glyphs) throws {
    let plot = Samples.fallsPlot(try Samples.falls(provisional: true))
    let text = plot.text(columns: size.0, rows: size.1, glyphs: glyphs)
    expectGolden(text, named: "falls-\(size.0)x\(size.1)-\(glyphs.rawValue)")
  }

  @Test("the picture is as recorded")
  func picture() throws {
    let plot = Samples.fallsPlot(try Samples.falls(provisional: true))
    expectGolden(plot.svg(width: 900, height: 360, title: "Falls"), named: "falls-svg")
  }

  @Test("a cursor is a pointer, a label and a value")
  func cursor() throws {
    let plot = Samples.fallsPlot(try Samples.falls(provisional: true))
    expectGolden(
      plot.text(columns: 80, rows: 20, cursor: 16), named: "falls-cursor-80x20-unicode")
  }

  @Test("a run chart and an almost empty one look as recorded")
  func others() throws {
    let run = try Samples.run([3, 1, 4, 1, 5, nil, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9])
    expectGolden(ChartPlot(chart: run).text(columns: 60, rows: 10), named: "run-60x10-unicode")
    let empty = try Samples.run([nil, nil])
    expectGolden(
      ChartPlot(chart: empty, caption: [empty.summary(ChartWords(measure: "Falls"))])
        .text(columns: 60, rows: 8), named: "empty-60x8-unicode")
  }

  @Test("meanings are roles as well as shapes")
  func roles() throws {
    var grid = Grid(Size(columns: 80, rows: 20))
    let plot = Samples.fallsPlot(try Samples.falls(provisional: true))
    plot.draw(into: &grid, rect: grid.bounds)
    expectGolden(grid.roles, named: "falls-80x20-roles")
  }

  @Test("a caption that is cut ends with one mark")
  func cutCaption() throws {
    let chart = try Samples.falls()
    let plot = ChartPlot(
      chart: chart, caption: [String(repeating: "abcdefg hij ", count: 60), "Another."])
    for columns in 11...90 {
      let text = plot.text(columns: columns, rows: 20)
      #expect(!text.contains("……"))
      #expect(text.contains("…"))
    }
  }

  @Test("a tick stands without its size only where the caption says what it is")
  func bareTicks() throws {
    let chart = try Samples.falls()
    let ticks = (10..<16).map { PlotAnnotation(position: $0, kind: .tick("25 patients")) }
    let plot = ChartPlot(chart: chart, annotations: ticks, caption: ["One.", "Two.", "Three."])
    for columns in 10...120 {
      for rows in 4...30 {
        let lines = plot.text(columns: columns, rows: rows).split(separator: "\n")
        let legend = lines.last { $0.contains("˙ a test of a change") }
        let marks = lines.filter { $0.contains("˙") && $0 != legend }
        let bare = marks.flatMap { $0.split(separator: "˙").dropFirst() }
          .contains { !$0.hasPrefix("25 patients") }
        #expect(!bare && marks.allSatisfy { !$0.hasSuffix("˙") } || legend != nil)
      }
    }
    let wide = plot.text(columns: 60, rows: 24)
    #expect(wide.contains("˙ a test of a change"))
  }

  @Test(
    "a note has a mark at its point and its words in the caption, the newest ones first to stay")
  func notes() throws {
    let chart = try Samples.falls()
    func plot(_ count: Int) -> ChartPlot {
      ChartPlot(
        chart: chart,
        annotations: (0..<count).map {
          PlotAnnotation(position: 10 + $0, kind: .note("note \($0 + 1)"))
        }, caption: ["One."])
    }
    let one = plot(1).text(columns: 100, rows: 24)
    #expect(one.contains("* 2025-05: note 1"))
    #expect(one.split(separator: "\n").contains { $0.allSatisfy { $0 == " " || $0 == "*" } })
    let many = plot(6).text(columns: 100, rows: 24)
    #expect(many.contains("3 earlier notes; * 2025-08: note 4;"))
    #expect(many.contains("* 2025-10: note 6"))
    #expect(plot(6).table.rows[12].contains("note: note 3"))
    let panned = plot(1).text(columns: 30, rows: 20)
    #expect(!panned.contains("note 1"), "what is out of sight is not told")
  }
}
