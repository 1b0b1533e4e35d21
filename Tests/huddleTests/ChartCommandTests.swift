import Glibc
import JSONTree
import Testing

@Suite("The chart command") struct ChartCommandTests {
  private static let table =
    "month,falls,n\n"
    + (1...12).map { "2025-\($0 < 10 ? "0" : "")\($0),\($0 == 9 ? 30 : 5 + $0 % 3),100\n" }.joined()

  @Test("a table is charted with the columns that fit, and says which")
  func picksColumns() throws {
    let run = try HuddleSandbox().huddle("chart", "--format", "json", input: Self.table)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors == "P chart: x month, y falls, n n\n")
    let tree = try JSON.parse(run.output)
    #expect(tree["schema"]?.int == 1)
    #expect(tree["chart"] == "p" && tree["rules"] == "nhs")
    let points = tree["points"]?.elements ?? []
    #expect(points.count == 12)
    #expect(points[8]["beyond_limit"] == true)
    #expect(points[8]["label"] == "above_upper_limit")
    #expect(points[8]["signals"] == ["nhs-outside"])
    #expect(points[0]["value"]?.double == 0.06)
    #expect(tree["signals"]?.elements.first?["points"] == [9])
    #expect(tree["phases"]?.elements.first?["runs"]?["useful"] != nil)
    for key in ["method", "variation", "assurance", "too_few_points", "summary"] {
      #expect(tree[key] != nil, "\(key)")
    }
  }

  @Test(
    "every format comes without control characters", arguments: ["text", "ascii", "spark", "svg"])
  func formats(format: String) throws {
    let run = try HuddleSandbox().huddle("chart", "-", "--format", format, input: Self.table)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("falls"))
    if format == "ascii" { #expect(run.output.utf8.allSatisfy { $0 < 0x80 }) }
    if format == "svg" { #expect(run.output.hasPrefix("<svg") || run.output.hasPrefix("<?xml")) }
  }

  @Test("options change the chart")
  func options() throws {
    let sandbox = try HuddleSandbox()
    let file = try sandbox.file("falls.csv", Self.table)
    let run = try sandbox.huddle(
      "chart", file, "--type", "c", "--y", "falls", "--exclude", "9", "--phase", "2025-07",
      "--improvement", "decrease", "--target", "3", "--rules", "anhoej", "--format", "json")
    #expect(run.code == 0, "\(run.errors)")
    let tree = try JSON.parse(run.output)
    #expect(tree["rules"] == "anhoej" && tree["chart"] == "c")
    #expect(tree["points"]?.elements[8]["excluded"] == true)
    #expect(tree["phases"]?.elements.map { $0["first"]?.int } == [1, 7])
  }

  @Test("a case speaks all rules, with its own options", arguments: [true, false])
  func cases(isRounded: Bool) throws {
    let sandbox = try HuddleSandbox()
    let json = """
      {"schema": 1, "case": "x", "title": "Made up", "kind": "exact", "chart": "i",
       "x_type": "number", "x": [1,2,3,4,5,6], "y": [1,3,2,4,3,5], "n": null,
       "options": \(isRounded ? "{\"d2\": 1.128}" : "{}"), "multiply": 1}
      """
    let file = try sandbox.file("case.json", json)
    let run = try sandbox.huddle("chart", "--case", file, "--format", "json")
    #expect(run.code == 0, "\(run.errors)")
    let tree = try JSON.parse(run.output)
    #expect(tree["rules"] == "all")
    let upper = try #require(tree["points"]?.elements[0]["ucl"]?.double)
    let d2 = isRounded ? 1.128 : 2 / Double.pi.squareRoot()
    #expect(abs(upper - (3 + 3 * 1.6 / d2)) < 1e-12)
  }

  @Test(
    "bad input ends with 1 and one line",
    arguments: [
      ("month,falls\n2025-01,x\n2025-02,3\n", "row 2, column 2 (falls)"),
      ("month,falls\n", "no rows"), ("", "empty"),
      ("month,note\n2025-01,good\n", "no column of the table holds numbers"),
      ("month,y,n\n2025-01,9,3\n", "9"),
    ])
  func badInput(table: String, part: String) throws {
    let arguments = part == "9" ? ["--type", "p"] : []
    let columns = part.hasPrefix("row 2") ? ["--y", "falls"] : []
    let run = try HuddleSandbox().huddle(["chart"] + arguments + columns, input: table)
    #expect(run.code == 1)
    #expect(run.reason.contains(part), "\(run.reason)")
    #expect(run.output.isEmpty)
  }
}
