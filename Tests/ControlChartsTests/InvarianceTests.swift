import ControlCharts
import TestSupport
import Testing

@Suite("What must not change a verdict")
struct InvarianceTests {
  private static func values(_ seed: Int) -> [Double?] {
    var generator = SeededGenerator(seed: UInt64(seed))
    return (0..<Int.random(in: 12...60, using: &generator)).map { _ in
      let sum = (0..<4).reduce(0.0) { sum, _ in sum + Double.random(in: 0...1, using: &generator) }
      let isMissing = Int.random(in: 0..<12, using: &generator) == 0
      // Sixteenths survive shifting and scaling without rounding.
      return isMissing ? nil : (sum * 64).rounded() / 16
    }
  }

  private func chart(_ values: [Double?], _ type: ChartType = .i) throws -> ControlChart {
    try ControlChart(
      Series.observations(values), ChartOptions(type: type, ruleSets: RuleSet.all))
  }

  private func expectClose(_ left: Double?, _ right: Double?, _ size: Double) {
    #expect((left == nil) == (right == nil))
    if let left, let right { #expect(abs(left - right) <= 1e-9 * size) }
  }

  @Test("adding a constant moves the lines with the values", arguments: 0..<30)
  func shift(_ seed: Int) throws {
    let values = InvarianceTests.values(seed)
    let plain = try chart(values)
    let moved = try chart(values.map { $0.map { $0 + 1024 } })
    #expect(plain.signals == moved.signals)
    for (point, other) in zip(plain.points, moved.points) {
      expectClose(point.centre.map { $0 + 1024 }, other.centre, 1024)
      expectClose(point.lower.map { $0 + 1024 }, other.lower, 1024)
      expectClose(point.upper.map { $0 + 1024 }, other.upper, 1024)
    }
  }

  @Test("another unit scales the lines", arguments: 0..<30, [ChartType.i, .run, .mr, .t])
  func scale(_ seed: Int, _ type: ChartType) throws {
    let values = InvarianceTests.values(seed).map { $0.map { max($0, 0.25) } }
    let plain = try chart(values, type)
    let scaled = try chart(values.map { $0.map { $0 * 8 } }, type)
    #expect(plain.signals == scaled.signals)
    for (point, other) in zip(plain.points, scaled.points) {
      expectClose(point.centre.map { $0 * 8 }, other.centre, 100)
      expectClose(point.upper.map { $0 * 8 }, other.upper, 100)
    }
  }

  @Test("the multiplier changes numbers and no verdict", arguments: 0..<30)
  func multiplier(_ seed: Int) throws {
    let observations = InvarianceTests.values(seed).enumerated().map { index, value in
      Observation(
        x: "\(index)", numerator: value.map { ($0 * 4).rounded() },
        denominator: Double(100 + index * 7 % 40))
    }
    for type in [ChartType.p, .pp, .u, .up] {
      let plain = try ControlChart(observations, ChartOptions(type: type, ruleSets: RuleSet.all))
      let scaled = try ControlChart(
        observations, ChartOptions(type: type, ruleSets: RuleSet.all, multiplier: 1000 / 3))
      #expect(plain.signals == scaled.signals)
      #expect(plain.points.map(\.side) == scaled.points.map(\.side))
      #expect(plain.points.map(\.beyondLimit) == scaled.points.map(\.beyondLimit))
    }
  }

  @Test("read backwards, the lines are the same and so are symmetric rules", arguments: 0..<30)
  func reversal(_ seed: Int) throws {
    let values = InvarianceTests.values(seed)
    let forward = try chart(values)
    let backward = try chart(values.reversed())
    expectClose(forward.phases[0].centre, backward.phases[0].centre, 10)
    expectClose(forward.phases[0].upper, backward.phases[0].upper, 10)
    for rule in [Rule.nhsOutside, .nhsShift, .nelson4, .nelson7, .nelson8, .nhsTwoOfThree] {
      let marked = Set(
        forward.signals.filter { $0.rule == rule }.flatMap(\.points).map { values.count - 1 - $0 })
      #expect(marked == Set(backward.signals.filter { $0.rule == rule }.flatMap(\.points)))
    }
    let rising = forward.signals.filter { $0.rule == .nhsTrend && $0.direction == .high }.count
    let falling = backward.signals.filter { $0.rule == .nhsTrend && $0.direction == .low }.count
    #expect(rising == falling)
    #expect(forward.phases[0].runs == backward.phases[0].runs)
  }

  @Test("upside down, high and low change places", arguments: 0..<30)
  func mirror(_ seed: Int) throws {
    let values = InvarianceTests.values(seed)
    let plain = try chart(values)
    let mirrored = try chart(values.map { $0.map { -$0 } })
    #expect(plain.signals.map(\.points) == mirrored.signals.map(\.points))
    for (signal, other) in zip(plain.signals, mirrored.signals) where signal.direction != nil {
      #expect(signal.direction != other.direction)
    }
  }

  @Test("equal shares lie on the centre line, however the denominators vary", arguments: 1...30)
  func equalShares(_ share: Int) throws {
    let observations = (1...24).map {
      Observation(
        x: "\($0)", numerator: Double($0 * share), denominator: Double($0 * 31))
    }
    for type in [ChartType.p, .pp, .u, .up, .ip] {
      let chart = try ControlChart(observations, ChartOptions(type: type, ruleSets: RuleSet.all))
      #expect(chart.points.allSatisfy { $0.side == .on })
      #expect(chart.signals.allSatisfy { $0.rule == .nelson7 } && chart.signals.isEmpty)
    }
  }

  @Test("the order of the rows changes nothing, for every chart", arguments: ChartType.allCases)
  func rowOrder(_ type: ChartType) throws {
    var generator = SeededGenerator(seed: 7)
    let months = (1...9).map { "2026-0\($0)" } + ["2026-10", "2026-11", "2026-12"]
    let rows = months.flatMap { month in
      (0..<(type.usesSubgroups ? 4 : 1)).map { _ in
        Row(
          x: month, y: Double(Int.random(in: 1...20, using: &generator)),
          denominator: Double(Int.random(in: 40...60, using: &generator)))
      }
    }
    func chart(_ rows: [Row]) throws -> ControlChart {
      try ControlChart(
        Observation.grouped(
          rows, along: .date, for: type, hasDenominators: type.needsDenominator),
        ChartOptions(type: type, ruleSets: RuleSet.all, improvement: .increase, target: 9))
    }
    let plain = try chart(rows)
    for _ in 0..<5 {
      let other = try chart(rows.shuffled(using: &generator))
      #expect(plain.signals == other.signals)
      #expect(plain.points.map(\.x) == other.points.map(\.x))
      for (point, moved) in zip(plain.points, other.points) {
        expectClose(point.value, moved.value, 20)
        expectClose(point.upper, moved.upper, 1_000)
        expectClose(point.lower, moved.lower, 1_000)
      }
    }
  }

  @Test("the other direction turns improvement into concern and moves no line", arguments: 0..<30)
  func direction(_ seed: Int) throws {
    func chart(_ improvement: ImprovementDirection) throws -> ControlChart {
      try ControlChart(
        Series.observations(InvarianceTests.values(seed)),
        ChartOptions(type: .i, ruleSets: RuleSet.all, improvement: improvement))
    }
    let (up, down) = (try chart(.increase), try chart(.decrease))
    let neutral = try chart(.neutral)
    #expect(up.signals.map(\.points) == down.signals.map(\.points))
    #expect(up.points.map(\.upper) == down.points.map(\.upper))
    #expect(up.points.map(\.label) == down.points.map(\.label))
    for (signal, other) in zip(up.signals, down.signals) {
      switch signal.meaning {
      case .improvement: #expect(other.meaning == .concern)
      case .concern: #expect(other.meaning == .improvement)
      case .neutral: #expect(other.meaning == .neutral && signal.direction == nil)
      }
    }
    #expect(neutral.signals.allSatisfy { $0.meaning == .neutral })
  }
}
