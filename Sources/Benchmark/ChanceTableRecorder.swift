import ControlCharts
import DocumentStore

/// Writes the table of what chance alone gives, which the program then need not work out.
enum ChanceTableRecorder {
  /// The source of the table; takes minutes of a processor.
  static func source() -> String {
    ChanceTable.source(
      inParallel(StableProcess.kinds, threads: 2) {
        ChanceRates(simulating: $0, charts: ChanceTable.charts)
      })
  }
}
