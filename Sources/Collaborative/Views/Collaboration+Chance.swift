import ControlCharts
import DocumentStore
import Insights

extension Collaboration {
  /// Fewer charts than this need no warning that some signal by chance.
  static let manyCharts = 5

  /// How many of these charts are worse, and how many chance would make so; nil of a few charts.
  public func chanceWords(of tiles: [MeasureTile]) -> String? {
    let charts = tiles.compactMap { tile in
      tile.chart.chart.flatMap { chart in tile.chart.verdict.map { (chart, $0) } }
    }
    var expected = ExpectedByChance()
    for (chart, verdict) in charts { expected.add(chart, verdict) }
    guard expected.charts >= Self.manyCharts else { return nil }
    return expected.words
  }

  /// The same of all charts at some sites.
  public func chanceWords(at sites: [DocumentID]) throws(CollaborationError) -> String? {
    var all: [MeasureTile] = []
    for site in sites { all += try tiles(at: site) }
    return chanceWords(of: all)
  }
}
