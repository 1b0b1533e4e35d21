import ControlCharts
import Foundation
import TestSupport
import Testing

@Suite("Funnel charts")
struct FunnelChartTests {
  private static func entries(_ counts: [(Double?, Double?)]) -> [FunnelEntry] {
    counts.enumerated().map { index, count in
      FunnelEntry(name: "Site \(index + 1)", numerator: count.0, denominator: count.1)
    }
  }

  /// Published counts of the National Pediatric Cardiology Quality Improvement Collaborative.
  private static let mortality = entries([(13, 346), (22, 290), (34, 236)])
  private static let growthFailure = entries([(37, 266), (69, 315), (66, 201)])

  @Test("published mortality: only the third site lies outside its limits")
  func mortality() throws {
    let chart = try FunnelChart(Self.mortality, kind: .proportion, improvement: .decrease)
    #expect(chart.numerator == 69 && chart.denominator == 872)
    #expect(abs(try #require(chart.centre) - 0.07913) < 5e-6)
    #expect(chart.outside.map(\.name) == ["Site 3"])
    let third = chart.points[2]
    #expect(abs(try #require(third.lower) - 0.0264) < 5e-5)
    #expect(abs(try #require(third.upper) - 0.1318) < 5e-5)
    #expect(third.beyondLimit == .high && third.meaning == .concern)
  }

  @Test("published growth failure: the first site lies below, the third above")
  func growthFailure() throws {
    let chart = try FunnelChart(Self.growthFailure, kind: .proportion, improvement: .decrease)
    #expect(chart.numerator == 172 && chart.denominator == 782)
    #expect(abs(try #require(chart.centre) - 0.21995) < 5e-6)
    #expect(chart.points.map(\.beyondLimit) == [.low, nil, .high])
    #expect(chart.points.map(\.meaning) == [.improvement, nil, .concern])
    #expect(abs(try #require(chart.points[0].lower) - 0.1438) < 5e-5)
    #expect(abs(try #require(chart.points[0].upper) - 0.2961) < 5e-5)
    #expect(abs(try #require(chart.points[2].lower) - 0.1323) < 5e-5)
    #expect(abs(try #require(chart.points[2].upper) - 0.3076) < 5e-5)
  }

  @Test("a site outside its limit by a hair is not written like the limit")
  func hair() throws {
    let chart = try FunnelChart(Self.growthFailure, kind: .proportion)
    #expect(
      chart.finding(ChartWords(measure: "Growth failure"))
        .contains("Site 1 (0.139) is below its lower limit 0.144"))
  }

  @Test("one site alone is compared with none, and where none has numbers that is all")
  func alone() throws {
    let one = try FunnelChart(Self.entries([(13, 346), (nil, nil)]), kind: .proportion)
    #expect(
      one.finding(ChartWords(measure: "Deaths"))
        .hasSuffix(
          "at Site 1, the only one of the sites with numbers; "
            + "there is nothing to compare it with."))
    let none = try FunnelChart(Self.entries([(nil, nil), (nil, nil)]), kind: .proportion)
    #expect(
      none.sentences(ChartWords(measure: "Deaths"))
        == ["Deaths: none of the 2 sites has numbers to compare."])
  }

  @Test("more than chance between the sites is called overdispersion, and no limit moves")
  func overdispersion() throws {
    let chart = try FunnelChart(Self.growthFailure, kind: .proportion)
    let z = chart.points.compactMap(\.z)
    let sum = z.reduce(0) { $0 + $1 * $1 }
    #expect(chart.dispersion.finding == .over)
    #expect(chart.dispersion.degreesOfFreedom == 2)
    #expect(abs(try #require(chart.dispersion.statistic) - sum) < 1e-9)
    #expect(abs(try #require(chart.dispersion.factor) - sum / 3) < 1e-9)
    // With two degrees of freedom the upper tail of χ² is e^(−x/2).
    #expect(abs(try #require(chart.dispersion.probability) - exp(-sum / 2)) < 1e-12)
    let words = chart.sentences(ChartWords(measure: "Growth failure")).joined(separator: " ")
    #expect(words.contains("Overdispersed") && words.contains("are not widened"))
    #expect(words.contains("not adjusted for case mix") && words.contains("in no order of rank"))
  }

  @Test("places that differ as chance lets them are not called overdispersed")
  func asChance() throws {
    let alike = Self.entries([(10, 100), (21, 200), (14, 150), (32, 300)])
    let chart = try FunnelChart(alike, kind: .proportion)
    #expect(chart.dispersion.finding == .asChance)
    #expect(chart.outside.isEmpty)
    #expect(chart.dispersion.words().hasPrefix("No overdispersion"))
  }

  /// Table values: χ² at these points leaves so much of the distribution above (Abramowitz and
  /// Stegun 1964, table 26.8).
  @Test("the test's probabilities are those of the tables")
  func tables() throws {
    for (statistic, degrees, tail) in [
      (7.81473, 3, 0.05), (11.0705, 5, 0.05), (21.6660, 9, 0.01), (42.5570, 29, 0.05),
      (123.2252, 99, 0.05), (77.0463, 99, 0.95),
    ] {
      // That many places with equal z values of which the squares add up to the statistic.
      let count = degrees + 1
      let z = (statistic / Double(count)).squareRoot()
      let n = 1e8
      let p = 0.5
      let counts = (0..<count).map { index -> (Double?, Double?) in
        let sign = index.isMultiple(of: 2) ? 1.0 : -1.0
        return (n * p + sign * z * (n * p * (1 - p)).squareRoot(), n)
      }
      let chart = try FunnelChart(Self.entries(counts), kind: .proportion)
      #expect(abs(try #require(chart.dispersion.probability) - tail) < 2e-5, "\(degrees)")
    }
  }

  @Test("rates may exceed one, and their limits come from the Poisson distribution")
  func rates() throws {
    let chart = try FunnelChart(
      Self.entries([(30, 10), (25, 12), (28, 11)]), kind: .rate, multiplier: 10)
    let rate = 83.0 / 33
    #expect(abs(try #require(chart.centre) - 10 * rate) < 1e-9)
    let width = 3 * (rate / 12).squareRoot()
    #expect(abs(try #require(chart.points[1].upper) - 10 * (rate + width)) < 1e-9)
    #expect(throws: ChartError.self) {
      try FunnelChart(Self.entries([(30, 10)]), kind: .proportion)
    }
  }

  @Test("what is missing or had no opportunity is named and moves nothing")
  func missing() throws {
    let chart = try FunnelChart(
      Self.mortality + Self.entries([(nil, 90), (0, 0), (3, nil)]), kind: .proportion)
    #expect(chart.numerator == 69 && chart.denominator == 872)
    #expect(chart.points.suffix(3).allSatisfy { $0.isMissing && $0.beyondLimit == nil })
    #expect(chart.sentences(ChartWords(measure: "Deaths")).contains { $0.contains("Without") })
  }

  @Test("the order of the places changes no verdict")
  func order() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<40 {
      let counts = (0..<12).map { _ -> (Double?, Double?) in
        let n = Double(Int.random(in: 1...400, using: &generator))
        return (Double(Int.random(in: 0...Int(n / 2), using: &generator)), n)
      }
      let entries = Self.entries(counts)
      let chart = try FunnelChart(entries, kind: .proportion)
      let other = try FunnelChart(entries.reversed(), kind: .proportion)
      #expect(chart.centre == other.centre && chart.dispersion.finding == other.dispersion.finding)
      #expect(Set(chart.outside.map(\.name)) == Set(other.outside.map(\.name)))
    }
  }

  @Test("numbers that can't be are refused by name")
  func refusals() {
    for (entry, part) in [
      (FunnelEntry(name: "Elm", numerator: -1, denominator: 5), "below zero"),
      (FunnelEntry(name: "Elm", numerator: 1, denominator: -5), "below zero"),
      (FunnelEntry(name: "Elm", numerator: .nan, denominator: 5), "not a number"),
      (FunnelEntry(name: "Elm", numerator: 1, denominator: 1e300), "not a number"),
      (FunnelEntry(name: "Elm", numerator: 6, denominator: 5), "above 1"),
    ] {
      let error = #expect(throws: ChartError.self) { try FunnelChart([entry], kind: .proportion) }
      #expect(error?.description.contains("Elm") == true)
      #expect(error?.description.contains(part) == true)
    }
    #expect(throws: ChartError.noObservations) { try FunnelChart([], kind: .rate) }
  }
}
