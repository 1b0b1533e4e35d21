import ControlCharts
import Improvement
import JSONTree
import Testing

@testable import Insights

@Suite("What a series' chart waits for")
struct WaitingVerdictTests {
  private func chart(
    _ numerators: [Int], of denominator: Int = 100, target: Double? = nil, cycles: [Cycle] = [],
    points change: (inout [JSON]) -> Void = { _ in },
    measure changed: (inout JSON) -> Void = { _ in }
  ) -> SeriesChart {
    var points = months(numerators, of: denominator)
    change(&points)
    return SeriesChart(
      series(points) { tree in target.map { tree["target"] = ["value": JSON($0)] } },
      of: measure(changed), at: "", cycles: cycles)
  }

  @Test("no verdict below ten points, provisional limits below twenty")
  func points() throws {
    let nine = chart(Array(steady.prefix(8)) + [60])
    #expect(nine.variationWord == "too few")
    #expect(nine.verdict?.signals == [])
    #expect(chart(Array(steady.prefix(9)) + [60]).variationWord == "worse")
    for (count, isProvisional) in [(19, true), (20, false)] {
      let verdict = try #require(chart(Array(steady.prefix(count))).verdict)
      #expect(verdict.limitsAreProvisional == isProvisional)
    }
  }

  @Test("a month that may still change completes no signal")
  func provisional() {
    let numbers = steady + [28]
    #expect(chart(numbers).variationWord == "worse")
    let waiting = chart(numbers, points: { $0[20]["quality"] = "provisional" })
    #expect(waiting.variationWord == "usual")
    #expect(waiting.finding.contains("which is provisional"))
  }

  @Test("limits stay where they were before the first implemented change, and not before a test")
  func frozen() throws {
    let numbers = Array(steady.prefix(14)) + Array(repeating: 3, count: 8)
    func centre(_ purpose: String) throws -> Double {
      let change = cycle("c") {
        $0["purpose"] = .string(purpose)
        $0["stage"] = "do"
        $0["actualStart"] = "2026-03-02"
      }
      return try #require(chart(numbers, cycles: [change]).chart?.points.last?.centre)
    }
    let before = Double(steady.prefix(14).reduce(0, +)) / 14
    #expect(abs(try centre("implement") - before) < 1e-9)
    #expect(try centre("test") < before - 1)
  }

  @Test("where a quarter is zero, or the lower limit, a G or a T chart is offered")
  func zeros() throws {
    let often = chart([0, 2, 1, 3, 0, 2, 1, 0, 2, 3, 1, 2], of: 50)
    #expect(often.verdict?.lowPointsCannotSignal == true)
    let words = try #require(often.chart).cautionWords(often.words)
    #expect(words.contains { $0.hasSuffix("a G or a T chart could.") })
    #expect(chart(steady.map { $0 * 4 }).verdict?.lowPointsCannotSignal == false)
  }

  @Test("a forecast waits for thirteen points and for quiet, and is never made of a run chart")
  func forecast() {
    func word(_ numbers: [Int], run: Bool = false) -> String {
      chart(numbers, target: 40, measure: { if run { $0["chartType"] = "run" } }).assuranceWord
    }
    #expect(word(Array(steady.prefix(12))) == "not yet judged")
    #expect(word(Array(steady.prefix(13))) == "will meet it")
    #expect(word(Array(steady.prefix(13)) + [60]) == "not yet judged")
    #expect(word(steady, run: true) == "not judged")
    #expect(chart(steady, target: 0).assuranceWord == "not judged")
  }

  @Test("with changing denominators the forecast names the one it is for")
  func denominators() {
    let changing = chart(
      steady, target: 40,
      points: { points in
        for index in points.indices { points[index]["denominator"] = JSON(100 + index) }
      })
    #expect(changing.finding.contains("will be met (with a denominator of 119)"))
    #expect(!chart(steady, target: 40).finding.contains("denominator"))
  }
}
