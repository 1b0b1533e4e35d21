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

  @Test("per cent signs, and blanks between thousands, belong to no number")
  func spreadsheetNumbers() throws {
    let rows = (10...21).map { "2025-\($0 - 9 < 10 ? "0" : "")\($0 - 9);\($0) 400;\($0),5 %\n" }
    let table = "month;visits;share\n" + rows.joined()
    for (column, value) in [("visits", 10_400), ("share", 10.5)] {
      let run = try HuddleSandbox().huddle(
        "chart", "--y", column, "--format", "json", input: table)
      #expect(run.code == 0, "\(run.errors)")
      #expect(try JSON.parse(run.output)["points"]?.elements[0]["value"]?.double == value)
    }
  }

  @Test("a column that is named as the numbers isn't their denominator as well")
  func numbersAlone() throws {
    let table = "month,falls,bed days\n2025-01,3,500\n2025-02,4,510\n"
    let run = try HuddleSandbox().huddle("chart", "--y", "bed days", input: table)
    #expect(run.errors == "I chart: x month, y bed days; not used: falls\n")
  }

  @Test("what is called like a denominator and stands alone is charted")
  func denominatorAlone() throws {
    let table = "month,bed days\n2025-01,500\n2025-02,510\n"
    let run = try HuddleSandbox().huddle("chart", input: table)
    #expect(run.code == 0 && run.errors == "I chart: x month, y bed days\n")
    let shares = "month,share\n2025-01,50%\n2025-02,51%\n"
    let told = try HuddleSandbox().huddle("chart", "--format", "spark", input: shares)
    #expect(told.output.contains("latest 51 % (Feb 2025)"))
  }

  @Test("where a denominator has to be, the one column left over is it")
  func leftOverDenominator() throws {
    let table = "site,deaths,operations\nA,13,346\nB,22,290\nC,34,236\n"
    let funnel = try HuddleSandbox().huddle("chart", "--type", "funnel", input: table)
    #expect(funnel.errors == "funnel: x site, y deaths, n operations\n")
    let chart = try HuddleSandbox().huddle("chart", "--type", "u", input: table)
    #expect(chart.errors.hasPrefix("U chart: x site, y deaths, n operations\n"))
    let none = try HuddleSandbox().huddle("chart", "--type", "p", input: "month,y\n2025-01,3\n")
    #expect(none.code == 1 && none.errors.contains("name its column with --n"))
  }

  @Test("what huddle needs to read dates or to judge a target is said")
  func advice() throws {
    let days = (1...12).map { "0\($0 % 9 + 1)/\($0)/2025,\($0)\n" }.joined()
    let dates = try HuddleSandbox().huddle("chart", input: "day,y\n" + days)
    #expect(dates.errors.contains("dates are read like 2024-03 or 2024-03-14"))
    let target = try HuddleSandbox().huddle("chart", "--target", "3", input: Self.table)
    #expect(target.errors.contains("--improvement increase or decrease"))
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
    "bad input ends with 1 and nothing but the reason",
    arguments: [
      ("month,falls\n2025-01,x\n2025-02,3\n", ["--y", "falls"], "row 2, column 2 (falls)"),
      ("month,falls\n", [], "no rows"), ("", [], "empty"),
      ("month,note\n2025-01,good\n", [], "no column of the table holds numbers"),
      (
        "month,y,n\n2025-01,9,30\n2025-02,9,3\n", ["--type", "p"],
        "row 3, column 2 (y): 9 is more than the 3 in column 3 (n)"
      ),
      ("month,y,n\n2025-01,9,-3\n", ["--type", "u"], "row 2, column 3 (n): -3 is below 0"),
      ("month,y\n2025-01,-9\n", ["--type", "c"], "row 2, column 2 (y): -9 is below 0"),
      ("month,y\n2025-01,4\n2025-02,0\n", ["--type", "t"], "row 3, column 2 (y): 0 is no time"),
      ("month,y\n2025-01,1e200\n", [], "row 2, column 2 (y): this is no number that can be"),
      ("month,y\n2025-01,4\n,5\n", [], "row 3, column 1 (month): the cell is empty"),
      ("month,y\n2025-01,\"4,5\"\n", ["--y", "y"], "“4,5” has a comma; write 4.5"),
      ("month,y\n2025-01,nan\n", ["--y", "y"], "“nan” is no number"),
      ("month,cost\n2025-01,£512\n", [], "row 2, column 2 (cost): “£512” is no number"),
      (
        "month,days\n2025-01,\"1,234\"\n", [],
        "row 2, column 2 (days): “1,234” has a comma; write 1234, or 1.234 if that is meant"
      ),
      ("2025-01,4\n2025-02,5\n", [], "row 1 holds data (2025-01, 4) where the columns are named"),
      ("month,y\n2025-01,4\n", ["--type", "p"], "needs a denominator"),
      ("month,y\n2025-01,4\n", ["--exclude", "9"], "the chart has one point"),
      ("month,y\n2025-01,4\n", ["--phase", "2030-01"], "no point of the chart is there"),
      ("month,y\n2025-01,4\n", ["--y", "z"], "no column “z”"),
    ])
  func badInput(table: String, arguments: [String], part: String) throws {
    let run = try HuddleSandbox().huddle(["chart"] + arguments, input: table)
    #expect(run.code == 1)
    #expect(run.errors.contains(part), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test(
    "a number an option can't take is told so, not called missing",
    arguments: [
      (["--freeze", "-1"], "--freeze -1 is too few"), (["--width", "-1"], "--width -1 can't be"),
      (["--height", "0"], "--height 0 can't be"), (["--shift", "-7"], "--shift -7 is too few"),
      (["--trend", "2"], "--trend 2 is too few"), (["--sigma", "-1"], "--sigma wants 0 or more"),
      (["--multiply", "-1"], "--multiply wants a number above 0"),
      (["--target", "inf"], "--target inf is no number"),
      (["--shift", "7", "--rules", "anhoej"], "--shift means nothing with --rules anhoej"),
      (["--case", "x.json", "--freeze", "9"], "A case brings its own options"),
      (["--case", "x.json", "--y", "falls"], "leave them out"),
    ])
  func badOptions(arguments: [String], part: String) throws {
    let run = try HuddleSandbox().huddle(["chart"] + arguments, input: Self.table)
    #expect(run.code == 2)
    #expect(run.errors.contains(part), "\(run.errors)")
    #expect(!run.errors.contains("Missing value") && run.output.isEmpty)
  }

  @Test("a target may be below zero")
  func negativeTarget() throws {
    let run = try HuddleSandbox().huddle(
      "chart", "--target", "-3", "--format", "json", input: Self.table)
    #expect(run.code == 0, "\(run.errors)")
    #expect(try JSON.parse(run.output)["target"]?.double == -3)
  }

  @Test("a table with semicolons, a byte order mark and decimal commas is read as it is meant")
  func decimalCommas() throws {
    let table = "\u{FEFF}Monat;Wert\r\n2025-02;3,5\r\n2025-01;-2,25\r\n2025-03;4\r\n"
    let run = try HuddleSandbox().huddle("chart", "--format", "json", input: table)
    #expect(run.code == 0, "\(run.errors)")
    let points = try JSON.parse(run.output)["points"]?.elements ?? []
    #expect(points.map { $0["x"]?.string } == ["2025-01", "2025-02", "2025-03"])
    #expect(points.map { $0["value"]?.double } == [-2.25, 3.5, 4])
    #expect(run.errors == "I chart: x Monat, y Wert\n")
  }

  @Test("what is done with rows and columns that nobody named is said")
  func saysWhatItDid() throws {
    let table = "Month,Falls,Nurses\n2025-01,3,10\n2025-01,5,11\n2025-02,4,12\n"
    let run = try HuddleSandbox().huddle("chart", "--format", "json", input: table)
    #expect(
      run.errors
        == "I chart: x Month, y Falls; not used: Nurses\n"
        + "3 rows make 2 points: those with the same Month are averaged\n")
    let wards = try HuddleSandbox().huddle(
      "chart", "--format", "json", input: "ward,falls\nA,3\nB,5\n")
    #expect(wards.errors.contains("ward is neither dates nor numbers"))
    #expect(try JSON.parse(wards.output)["points"]?.elements.count == 2)
  }

  @Test("a count over a time is a rate, and one over cases a share")
  func usualType() throws {
    for (name, title) in [("Bed days", "U chart"), ("n", "P chart"), ("total", "P chart")] {
      let run = try HuddleSandbox().huddle(
        "chart", "--format", "spark", input: "Month,Falls,\(name)\n2025-01,3,100\n2025-02,4,120\n")
      #expect(run.errors == "\(title): x Month, y Falls, n \(name)\n")
    }
  }

  @Test("a baseline freezes every phase, and a point is left out for a reason")
  func freezeInPhases() throws {
    let values = [1, 3, 1, 3, 9, 9, 20, 22, 30, 30].map(String.init)
    let table = "day,y\n" + values.enumerated().map { "\($0 + 1),\($1)\n" }.joined()
    let run = try HuddleSandbox().huddle(
      "chart", "--freeze", "2", "--phase", "7", "--exclude", "9=ward closed", "--format", "json",
      input: table)
    #expect(run.code == 0, "\(run.errors)")
    let tree = try JSON.parse(run.output)
    #expect(tree["phases"]?.elements.map { $0["cl"]?.double } == [2, 21])
    #expect(tree["phases"]?.elements.map { $0["baseline"]?.int } == [2, 2])
    #expect(tree["points"]?.elements[8]["excluded_reason"] == "ward closed")
    #expect(tree["notes"]?.elements.contains("Left out: 9 (ward closed).") == true)
  }

  @Test("the rules are named with their version, and the screening and the constants are told")
  func method() throws {
    let sandbox = try HuddleSandbox()
    let json = try sandbox.huddle(
      "chart", "--type", "i", "--rules", "nelson", "--trend", "8", "--screen-moving-ranges",
      "--rounded-constants", "--format", "json", input: Self.table)
    let tree = try JSON.parse(json.output)
    #expect(tree["rules"] == "nelson" && tree["rules_version"] == 1)
    #expect(
      tree["rule_sets"]?.elements.first?["trend"] == 8
        && tree["rule_sets"]?.elements.first?["shift"] == 9)
    #expect(tree["method"]?["screening"] == true)
    #expect(tree["method"]?["constants"]?["d2"]?.double == 1.128)
    let text = try sandbox.huddle(
      "chart", "--type", "i", "--screen-moving-ranges", "--width", "160", input: Self.table)
    #expect(text.output.contains("Rules: NHS Making Data Count, version 1 (shift 7, trend 7)"))
    #expect(text.output.contains("moving ranges beyond their own limit left out once"))
    #expect(text.output.contains("d2 = 1.1284"))
  }

  @Test("below ten points a table gets no verdict, while a case shows the bare rules")
  func waitsForData() throws {
    let sandbox = try HuddleSandbox()
    let table = "x,y\n" + (1...8).map { "\($0),\($0)\n" }.joined()
    let waiting = try JSON.parse(
      sandbox.huddle("chart", "--target", "3", "--format", "json", input: table).output)
    #expect(waiting["too_few_points"] == true)
    #expect(waiting["signals"] == [] && waiting["variation"]?.isNull == true)
    #expect(waiting["assurance"]?.isNull == true)
    #expect(waiting["points"]?.elements.allSatisfy { $0["label"] == "none" } == true)
    let file = try sandbox.file(
      "case.json",
      #"{"chart": "i", "x": [1,2,3,4,5,6,7,8], "y": [1,2,3,4,5,6,7,8], "improvement": "increase"}"#)
    let bare = try JSON.parse(sandbox.huddle("chart", "--case", file, "--format", "json").output)
    #expect(bare["signals"]?.elements.contains { $0["key"] == "nhs-trend" } == true)
    #expect(bare["variation"] == "improvement")
  }

  @Test("an exclusion beyond the end of a case is passed over, and that is said")
  func exclusionBeyondEnd() throws {
    let sandbox = try HuddleSandbox()
    let file = try sandbox.file(
      "case.json", #"{"chart": "i", "x": [1,2,3], "y": [1,2,3], "exclude": [99]}"#)
    let run = try sandbox.huddle("chart", "--case", file, "--format", "json")
    #expect(run.code == 0)
    #expect(
      try JSON.parse(run.output)["notes"]?.elements.first
        == "Point 99 is to be left out, but there are 3; ignored.")
  }

  @Test("a wrong number in a case is named by its place in the file")
  func badCase() throws {
    let sandbox = try HuddleSandbox()
    for (fields, part) in [
      (#""y": [1,2,9], "n": [5,5,5]"#, "y, position 3: 9 is more than the 5 in n"),
      (#""y": [1,2,3], "n": [5,-5,5]"#, "n, position 2: -5 is below 0"),
      (#""y": [1,"x",3], "n": [5,5,5]"#, "y, position 2: this is neither a number nor null"),
      (#""y": [1,2], "n": [5,5,5]"#, "y has 2 entries where x has 3"),
    ] {
      let file = try sandbox.file("case.json", #"{"chart": "p", "x": [3,2,1], \#(fields)}"#)
      let run = try sandbox.huddle("chart", "--case", file, "--format", "json")
      #expect(run.code == 1 && run.output.isEmpty)
      #expect(run.reason.contains(part), "\(run.reason)")
    }
  }

  @Test(
    "no text of a table commands a terminal or turns the reading direction",
    arguments: [
      "json", "svg", "text", "spark",
    ])
  func neutralised(format: String) throws {
    let name = "fal\u{202E}ls\u{9B}31m\u{7F}\u{2066}"
    let table = "month,\(name)\n2025-01,4\n2025-02,6\n"
    let run = try HuddleSandbox().huddle("chart", "--format", format, input: table)
    #expect(run.code == 0, "\(run.errors)")
    for text in [run.output, run.errors] {
      let forbidden = text.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value)
          || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
      }
      #expect(forbidden.isEmpty, "\(text.debugDescription)")
    }
    if format == "json" {
      #expect(try JSON.parse(run.output)["summary"]?.string?.hasPrefix(name) == true)
    }
  }

  @Test("a wrong word is answered with the usage of huddle, not of a command there is none of")
  func usage() throws {
    for words in [["--nonsense"], ["today", "extra"]] {
      let run = try HuddleSandbox().huddle(words)
      #expect(run.code == 2)
      #expect(run.errors.contains("huddle [SECTION]"), "\(run.errors)")
      #expect(!run.errors.contains("huddle open"), "\(run.errors)")
    }
  }
}
