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
}
