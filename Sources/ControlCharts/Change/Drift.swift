/// Whether values rise or fall from first to last, however slowly: Kendall's test against time
/// (Mann 1945, *Nonparametric tests against trend*; Kendall 1975, *Rank correlation methods*, with
/// the variance for ties and the continuity correction).
///
/// The rules of a chart find a steep trend; one that takes a year escapes them, and would be taken
/// for the work of whatever was changed at its end.
struct Drift: Hashable, Sendable {
  /// The way it goes; nil where chance would explain it.
  let direction: Direction?

  /// 5 % for both sides together.
  private static let limit = 1.96

  /// - Complexity: O(values²), over the last `longest` of them.
  init(_ all: [Double]) {
    let values = all.suffix(Self.longest).map(\.self)
    var sum = 0
    for (index, value) in values.enumerated() {
      for earlier in values[..<index] {
        if value > earlier { sum += 1 } else if value < earlier { sum -= 1 }
      }
    }
    func term(_ count: Int) -> Double {
      Double(count) * Double(count - 1) * Double(2 * count + 5)
    }
    let ties = Dictionary(grouping: values, by: \.self).values.map { term($0.count) }
    let variance = (term(values.count) - ties.reduce(0, +)) / 18
    guard variance > 0, sum != 0 else {
      direction = nil
      return
    }
    let size = Double(abs(sum) - 1) / variance.squareRoot()
    direction = size < Self.limit ? nil : sum > 0 ? .high : .low
  }

  private static let longest = 200
}
