/// Counts by category, the largest first, with the share that they make up together.
///
/// Where a few categories hold most of what happens, that is where to begin. The counts say nothing
/// about how much each matters.
public struct ParetoChart: Hashable, Sendable {
  /// One category.
  public struct Bar: Hashable, Sendable {
    public var category: String
    public var count: Double
    /// Its part of the total, 0…1.
    public var share: Double
    /// The part of the total that it and all larger ones make up, 0…1.
    public var cumulative: Double
  }

  /// The part of the total that is called most of it.
  public static let most = 0.8

  /// The largest first; equal ones in the order in which they first came.
  public let bars: [Bar]
  public let total: Double
  /// How many rows had no count and were passed over.
  public let missing: Int

  /// Adds up the rows of each category. A row without a count is passed over.
  ///
  /// - Throws: `ChartError` where a count is below zero or no number that can be drawn, or where
  ///   there is nothing to count.
  /// - Complexity: O(rows + categories log categories).
  public init(_ rows: [(category: String, count: Double?)]) throws(ChartError) {
    var sums: [(category: String, sum: StableSum)] = []
    var places: [String: Int] = [:]
    var missing = 0
    for (index, row) in rows.enumerated() {
      guard let count = row.count else {
        missing += 1
        continue
      }
      guard count.isFinite, abs(count) <= Series.largest else {
        throw .numberOutOfRange(index: index, x: row.category)
      }
      guard count >= 0 else { throw .negativeCount(index: index, x: row.category, count: count) }
      let place = places[row.category, default: sums.count]
      if place == sums.count {
        places[row.category] = place
        sums.append((row.category, StableSum()))
      }
      sums[place].sum.add(count)
    }
    guard !sums.isEmpty else { throw .noObservations }
    self.missing = missing
    let ordered = sums.enumerated().sorted { left, right in
      let (first, second) = (left.element.sum.value, right.element.sum.value)
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
    let total = StableSum.of(ordered.map(\.sum.value))
    self.total = total
    var reached = StableSum()
    bars = ordered.map { category, sum in
      reached.add(sum.value)
      return Bar(
        category: category, count: sum.value, share: total > 0 ? sum.value / total : 0,
        cumulative: total > 0 ? min(1, reached.value / total) : 0)
    }
  }

  /// How many of the largest are needed for most of the total; none where nothing was counted.
  public var vitalFew: Int {
    guard total > 0 else { return 0 }
    return (bars.firstIndex { Placement(of: $0.cumulative, against: Self.most) != .below } ?? 0) + 1
  }
}

extension ParetoChart {
  /// What the counts say in a sentence.
  ///
  /// - Parameter measure: what was counted: "incidents".
  public func summary(_ measure: String) -> String {
    let number = NumberText.short(total)
    guard total > 0 else { return "\(measure): none in \(bars.count) categories." }
    let few = vitalFew
    let share = bars[few - 1].cumulative * 100
    let percent = NumberText.trimmed(share, places: 1)
    let names = bars.prefix(few).map(\.category)
    let told =
      names.count > 6
      ? "\(few) of \(bars.count) categories"
      : (names.count == 1
        ? names[0] : names.dropLast().joined(separator: ", ") + " and " + names[few - 1])
    let verb = few == 1 ? "makes" : "make"
    return "\(measure): \(told) \(verb) up \(percent) % of \(number)."
      + (missing > 0 ? " Rows without a count: \(missing)." : "")
  }
}
