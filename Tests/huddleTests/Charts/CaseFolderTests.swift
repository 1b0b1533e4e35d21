import Foundation
import JSONTree
import Testing

/// Every case through the built program, as whoever holds huddle against another program does it.
@Suite("Cases through the command line") struct CaseFolderTests {
  @Test("the numbers agree closely, with the constants the peer used", arguments: ComparedCase.all)
  func tight(_ compared: ComparedCase) throws {
    try compared.expectAgreement(keepsConstants: true)
  }

  @Test("the numbers agree with unrounded constants", arguments: ComparedCase.all)
  func loose(_ compared: ComparedCase) throws {
    try compared.expectAgreement(keepsConstants: false)
  }

  @Test("the cases are all there: those beside the package, or those kept with the tests")
  func count() { #expect([136, 173].contains(ComparedCase.everything.count)) }

  @Test("every case gives one object with the fields of the contract, or a reason in one line")
  func contract() throws {
    let sandbox = try HuddleSandbox()
    for compared in ComparedCase.everything {
      let run = try sandbox.huddle("chart", "--case", compared.path, "--format", "json")
      guard run.code == 0 else {
        #expect(["edge-i-empty", "edge-p-events-exceed-n"].contains(compared.name))
        #expect(run.code == 1 && run.output.isEmpty, "\(compared.name)")
        #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
        continue
      }
      #expect(run.errors.isEmpty, "\(compared.name): \(run.errors)")
      let tree = try JSON.parse(run.output)
      for key in [
        "schema", "chart", "rules", "rule_sets", "method", "points", "phases", "signals",
        "variation", "assurance", "too_few_points", "summary",
      ] {
        #expect(tree[key] != nil, "\(compared.name): \(key)")
      }
      #expect(tree["rules"] == "all")
      for point in tree["points"]?.elements ?? [] {
        for key in [
          "x", "value", "numerator", "denominator", "cl", "lcl", "ucl", "lcl2", "ucl2", "phase",
          "missing", "excluded", "beyond_limit", "signals", "label", "point_type",
        ] {
          #expect(point[key] != nil, "\(compared.name): \(key)")
        }
      }
      #expect(!run.output.contains(/:\s*-?(nan|inf)/.ignoresCase()))
    }
  }
}

/// A case file whose numbers another program computed.
struct ComparedCase: CustomTestStringConvertible, Sendable {
  let name: String
  let path: String

  var testDescription: String { name }

  private static let package = String(
    #filePath.dropLast("Tests/huddleTests/Charts/CaseFolderTests.swift".count))

  /// The folder beside the package where it is there, else the cases kept beside the tests.
  static let everything: [ComparedCase] = {
    for folder in ["../shared/spc-cases", "Tests/ControlChartsTests/Cases"] {
      let path = package + folder
      let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      let cases = files.filter { $0.hasSuffix(".json") }.sorted().map {
        ComparedCase(name: String($0.dropLast(5)), path: "\(path)/\($0)")
      }
      if !cases.isEmpty { return cases }
    }
    return []
  }()

  /// Those to be compared by equality.
  static let all: [ComparedCase] = everything.filter { compared in
    guard let kind = (try? compared.tree())?["kind"]?.string else { return false }
    return kind != "behaviour"
  }

  func tree() throws -> JSON { try JSON.parse(HuddleSandbox.text(of: path), limits: .file) }

  /// Holds what the program says of the case against what another program computed.
  ///
  /// - Parameter keepsConstants: whether rounded constants that the case names are used.
  func expectAgreement(keepsConstants: Bool) throws {
    let sandbox = try HuddleSandbox()
    var tree = try tree()
    let constants = ["d2", "d4", "limit_factor"]
    let isRounded = constants.contains { tree["options"]?[$0]?.isNull == false }
    if !keepsConstants, var options = tree["options"] {
      for name in constants { options[name] = nil }
      tree["options"] = options
    }
    let file = try sandbox.file("case.json", tree.canonicalText)
    let run = try sandbox.huddle("chart", "--case", file, "--format", "json")
    #expect(run.code == 0, "\(run.errors)")
    let found = try JSON.parse(run.output, limits: .file)
    let expected = try #require(tree["expect"])
    let type = tree["chart"]?.string ?? ""
    // A tolerance in half-widths of the limits, as the cases define it.
    let loose = !keepsConstants && isRounded ? (type == "t" ? 5e-3 : 1e-3) : 1e-9
    let points = found["points"]?.elements ?? []
    let uppers = expected["ucl"]?.elements ?? []
    let centres = expected["cl"]?.elements ?? []
    for key in ["value", "cl", "lcl", "ucl", "lcl2", "ucl2"] {
      guard let wanted = expected[key]?.array else { continue }
      #expect(points.count == wanted.count)
      for (index, (point, wanted)) in zip(points, wanted).enumerated() {
        let centre = centres[index].double ?? 0
        let half = abs(
          uppers.isEmpty ? centre : (uppers[index].double.map { $0 - centre } ?? centre))
        expectClose(
          point[key]?.double, wanted.double, loose * half, "\(key) at \(index + 1)")
      }
    }
    expectVerdicts(points, expected, tree)
    if expected["special_cause"]?.array != nil {
      #expect(found["variation"] == expected["variation"] ?? .null)
      #expect(found["assurance"] == expected["assurance"] ?? .null)
    }
    if tree["options"]?["runs_method"] == nil { expectRuns(found, expected, tree) }
  }

  private func expectRuns(_ found: JSON, _ expected: JSON, _ tree: JSON) {
    let edge = tree["knife_edge"]?["centre"]?.elements.compactMap(\.int) ?? []
    for (phase, wanted) in zip(
      found["phases"]?.elements ?? [], expected["runs_by_part"]?.elements ?? [])
    {
      let range = (phase["first"]?.int ?? 0)...(phase["last"]?.int ?? 0)
      if edge.contains(where: range.contains) { continue }
      #expect(phase["runs"]?["useful"] == wanted["n_useful"])
      for key in ["longest_run", "longest_run_max", "crossings", "crossings_min", "signal"] {
        #expect(phase["runs"]?[key] == wanted[key], "\(key)")
      }
    }
  }

  private func expectClose(
    _ found: Double?, _ wanted: Double?, _ tolerance: Double, _ place: String
  ) {
    guard let found, let wanted else {
      #expect((found == nil) == (wanted == nil), "\(place)")
      return
    }
    #expect(
      abs(found - wanted) <= tolerance + 1e-13 * abs(wanted),
      "\(place): \(found), should be \(wanted)")
  }

  private func expectVerdicts(_ points: [JSON], _ expected: JSON, _ tree: JSON) {
    let edge = Set(tree["knife_edge"]?["limit"]?.elements.compactMap(\.int) ?? [])
    let keys = [
      ("beyond_limit", "sigma_signal"), ("label", "special_cause"), ("point_type", "point_type"),
      ("near_limit", "close_to_limits"),
    ]
    for (own, theirs) in keys {
      for (index, wanted) in (expected[theirs]?.elements ?? []).enumerated()
      where !edge.contains(index + 1) {
        #expect(points[index][own] == wanted, "\(own) at \(index + 1)")
      }
    }
    for rule in expected["rules"]?.object?.fields ?? [] {
      let positions = Set(rule.value.elements.compactMap(\.int))
      let marked = Set(
        points.indices.filter {
          points[$0]["signals"]?.elements.contains(.string(rule.key)) == true
        }
        .map { $0 + 1 })
      #expect(marked.isSuperset(of: positions), "\(rule.key)")
      #expect(marked.isEmpty == positions.isEmpty, "\(rule.key)")
    }
  }
}
