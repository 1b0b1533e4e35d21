import ControlCharts
import Foundation
import Testing

@Suite("Cases computed by independent programs")
struct CaseTests {
  @Test("every shipped case is there")
  func shippedCount() { #expect(ChartCase.shipped.count == 136) }

  @Test("the cases beside the package are all of them, where the folder is there")
  func besideCount() { #expect([0, 173].contains(ChartCase.beside.count)) }

  @Test("lines, verdicts and runs agree", arguments: ChartCase.shipped)
  func shipped(_ chartCase: ChartCase) throws { try check(chartCase) }

  @Test("lines, verdicts and runs agree beside the package", arguments: ChartCase.beside)
  func beside(_ chartCase: ChartCase) throws { try check(chartCase) }

  private func check(_ chartCase: ChartCase) throws {
    let decoded = try chartCase.decoded()
    // What one program does at an edge is no example; `BehaviourTests` shows what happens here.
    if decoded.kind == "behaviour" { return }
    for rounded in [false, true] {
      let chart = try decoded.chart(rounded: rounded)
      expectLines(chart, decoded, rounded: rounded)
      expectVerdicts(chart, decoded)
      expectRuns(chart, decoded)
      expectLabels(chart, decoded)
      expectRules(chart, decoded)
    }
    try expectPublished(decoded.chart(rounded: true), decoded)
  }

  private func expectLines(_ chart: ControlChart, _ decoded: DecodedCase, rounded: Bool) {
    let lines: [(String, [Double?])] = [
      ("value", chart.points.map(\.value)), ("cl", chart.points.map(\.centre)),
      ("lcl", chart.points.map(\.lower)), ("ucl", chart.points.map(\.upper)),
      ("lcl2", chart.points.map(\.lowerWarning)), ("ucl2", chart.points.map(\.upperWarning)),
    ]
    let centres = decoded.numbers("cl", in: decoded.expect) ?? []
    let uppers = decoded.numbers("ucl", in: decoded.expect) ?? []
    for (name, actual) in lines {
      guard let expected = decoded.numbers(name, in: decoded.expect) else { continue }
      #expect(actual.count == expected.count, "\(name)")
      for index in expected.indices where index < actual.count {
        guard let wanted = expected[index] else {
          #expect(actual[index] == nil, "\(name) at \(index + 1)")
          continue
        }
        guard let found = actual[index] else {
          Issue.record("\(name) at \(index + 1) is missing, should be \(wanted)")
          continue
        }
        let centre = centres[index] ?? 0
        let half = (uppers[index]).map { $0 - centre } ?? abs(centre)
        let isRounded =
          [.i, .mr, .t, .pp, .up, .ip].contains(decoded.type) && name != "value" && name != "cl"
        let loose = decoded.type == .t ? 5e-3 : 1e-3
        let tolerance = (isRounded && !rounded ? loose : 1e-9) * abs(half) + 1e-13 * abs(wanted)
        #expect(
          abs(found - wanted) <= tolerance, "\(name) at \(index + 1): \(found), should be \(wanted)"
        )
      }
    }
  }

  private func expectVerdicts(_ chart: ControlChart, _ decoded: DecodedCase) {
    let edge = decoded.knife("limit")
    let expected = decoded.expect["sigma_signal"] as? [Bool] ?? []
    for index in expected.indices where !edge.contains(index) {
      #expect((chart.points[index].beyondLimit != nil) == expected[index], "point \(index + 1)")
    }
  }

  private func expectRuns(_ chart: ControlChart, _ decoded: DecodedCase) {
    guard let expected = decoded.expect["runs_by_part"] as? [[String: Any]],
      decoded.options["runs_method"] == nil
    else { return }
    let edge = decoded.knife("centre")
    #expect(chart.phases.count == expected.count)
    for (phase, wanted) in zip(chart.phases, expected) where edge.isDisjoint(with: phase.range) {
      func number(_ key: String) -> Int? { (wanted[key] as? NSNumber)?.intValue }
      #expect(phase.runs.useful == number("n_useful"))
      #expect(phase.runs.longestRun == number("longest_run"))
      #expect(phase.runs.longestRunLimit == number("longest_run_max"))
      #expect(phase.runs.crossings == number("crossings"))
      #expect(phase.runs.crossingsLimit == number("crossings_min"))
      #expect(phase.runs.isSignal == wanted["signal"] as? Bool)
    }
  }

  private func expectLabels(_ chart: ControlChart, _ decoded: DecodedCase) {
    guard let labels = decoded.expect["special_cause"] as? [String] else { return }
    let edge = decoded.knife("limit")
    let types = decoded.expect["point_type"] as? [String] ?? []
    let near = decoded.expect["close_to_limits"] as? [Bool] ?? []
    for index in labels.indices where !edge.contains(index) {
      #expect(chart.points[index].label.rawValue == labels[index], "point \(index + 1)")
      #expect(chart.points[index].pointType.rawValue == types[index], "point \(index + 1)")
      #expect(chart.points[index].isNearLimit == near[index], "point \(index + 1)")
    }
    #expect(chart.variation?.rawValue == decoded.expect["variation"] as? String)
    #expect(chart.assurance?.rawValue == decoded.expect["assurance"] as? String)
  }

  private func expectRules(_ chart: ControlChart, _ decoded: DecodedCase) {
    guard let rules = decoded.expect["rules"] as? [String: [Int]] else { return }
    for (key, positions) in rules {
      let marked = Set(
        chart.points.filter { $0.rules.contains { $0.rawValue == key } }.map { $0.index + 1 })
      #expect(marked.isEmpty == positions.isEmpty, "\(key): \(marked.sorted())")
      #expect(marked.isSuperset(of: positions), "\(key): \(marked.sorted())")
    }
  }

  private func expectPublished(_ chart: ControlChart, _ decoded: DecodedCase) {
    guard let published = decoded.root["published"] as? [String: Any],
      let decimals = (published["decimals"] as? NSNumber)?.doubleValue
    else { return }
    let tolerance =
      (published["tolerance"] as? NSNumber)?.doubleValue ?? 0.5 * pow(10, -decimals) * 1.0001
    let last = chart.points.last
    for (key, found) in [("cl", last?.centre), ("lcl", last?.lower), ("ucl", last?.upper)] {
      guard let wanted = (published[key] as? NSNumber)?.doubleValue, let found else { continue }
      #expect(abs(found - wanted) <= tolerance, "published \(key): \(found), printed \(wanted)")
    }
  }
}
