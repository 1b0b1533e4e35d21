import Improvement
import Insights
import JSONTree

/// Makes what the opening of a store needs, while something else is done until then.
public func rehearseOpening() {
  // Whoever opens the store begins at the other end.
  for type in DocumentType.authored.reversed() { _ = type.table }
  _ = Findings()
}

/// Works out from a few numbers what is worked out of every site, for the first site to take no
/// longer than the next.
public func rehearseReading() {
  _ = SeriesChart(rehearsedSeries, of: Measure(["chartType": "i"]), at: "").finding
}

/// Numbers of months in which something changed.
private let rehearsedSeries = Series([
  "points": .array(
    (1...12).map { month in
      let period = month < 10 ? "2025-0\(month)" : "2025-\(month)"
      return ["period": .string(period), "value": JSON(month < 7 ? 10 : 20 + month % 3)]
    })
])
