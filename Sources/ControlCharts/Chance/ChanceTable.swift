/// The rates of all kinds of process, simulated beforehand.
///
/// Simulating the kinds that a coach's charts are like took longer than all else on that screen, and
/// gives the same numbers every time. They are kept in `ChanceTable+Rates.swift`, which
/// `huddle-benchmark chance` writes and a test holds against new simulations.
package enum ChanceTable {
  /// How many stable charts each kind was simulated with: the standard error of a rate of 1 % is
  /// less than 0.1 %.
  package static let charts = 10_000

  /// Rates are kept in ten-thousandths.
  private static let unit = 10_000.0

  /// Where each kind stands.
  private static let places: [StableProcess: Int] = Dictionary(
    StableProcess.kinds.enumerated().map { ($0.element, $0.offset) },
    uniquingKeysWith: { first, _ in first })

  /// What the table holds of a process; nil of one that has other lengths of rules, or that the
  /// table was written without.
  static func rates(of process: StableProcess) -> ChanceRates? {
    var kind = process
    kind.isTurned = false
    guard let place = places[kind], counts.count >= 3 * (place + 1) else { return nil }
    let found = counts[(3 * place)..<(3 * (place + 1))].map { Double($0) / unit }
    return ChanceRates(
      high: found[found.startIndex], low: found[found.startIndex + 1],
      anywhere: found[found.startIndex + 2], isTurned: process.isTurned)
  }

  /// The three numbers that the table keeps of a kind: high, low, anywhere.
  package static func counts(of rates: ChanceRates) -> [UInt16] {
    [rates.high, rates.low, rates.anywhere].map { UInt16(($0 * unit).rounded()) }
  }

  /// The file that keeps the table, with the rates of all kinds in their order.
  package static func source(_ rates: [ChanceRates]) -> String {
    let lines = rates.map { rates in
      "    " + counts(of: rates).map(String.init).joined(separator: ", ") + ","
    }
    return """
      extension ChanceTable {
        /// Of each kind of process in turn: how many of 10,000 newest points take part in a signal on
        /// the high side, on the low side, and how many of 10,000 charts have one anywhere. Written
        /// by `huddle-benchmark chance`.
        static let counts: [UInt16] = [
      \(lines.joined(separator: "\n"))
        ]
      }

      """
  }
}
