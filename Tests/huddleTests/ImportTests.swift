import Glibc
import JSONTree
import Testing

@Suite("Importing a table") struct ImportTests {
  private static let columns = [
    "--measure", "waits", "--site-column", "org_code", "--period-column", "period",
    "--numerator-column", "breaches", "--denominator-column", "attendances",
  ]

  private func sandbox(frequency: String = "month") throws -> HuddleSandbox {
    let sandbox = try HuddleSandbox()
    try sandbox.huddle("init")
    try sandbox.huddle(
      "add", "measure", "name=Waits over 4 hours", "kind=process", "dataKind=proportion",
      "direction=decrease", "multiplier=100", "frequency=\(frequency)")
    return sandbox
  }

  /// The whole file, where a folder beside the package has it.
  private static let whole =
    String(#filePath.dropLast("Tests/huddleTests/ImportTests.swift".count))
    + "../shared/data/ae_attendances.csv"

  @Test("a preview comes first, then all of it, and a second time changes nothing")
  func excerpt() throws {
    let sandbox = try sandbox()
    let file = try sandbox.file("ae_excerpt.csv", attendancesExcerpt)
    let arguments = ["import", file, "--where", "type=1", "--create-sites"] + Self.columns
    let dry = try sandbox.huddle(arguments + ["--dry-run"])
    #expect(dry.code == 0, "\(dry.errors)")
    #expect(dry.errors.contains("rows       72, of which 27 with type=1"))
    #expect(dry.errors.contains("27 new, 0 changed, 0 as they are"))
    #expect(dry.errors.contains("3, of which 3 new: RF4, RQM, RXH"))
    #expect(try sandbox.huddle("list", "site", "--json").output == "[]\n")

    let done = try sandbox.huddle(arguments)
    #expect(done.code == 0 && done.output.hasPrefix("imported 27 numbers"), "\(done.errors)")
    let series = try JSON.parse(sandbox.huddle("list", "series", "--json").output).elements
    #expect(series.count == 3)
    let first = try #require(series.first?["points"]?.elements.first)
    #expect(first["period"] == "2016-04")
    #expect(first["source"] == "ae_excerpt.csv")

    let again = try sandbox.huddle(arguments)
    #expect(again.code == 0 && again.output.hasPrefix("nothing to change"))
    let chart = try sandbox.huddle(
      "chart", "--measure", "waits", "--site", "RQM", "--format", "json")
    let points = try JSON.parse(chart.output)["points"]?.elements
    #expect(points?.count == 9)
  }

  @Test("the whole file brings 140, 39 and 249 organisations, 274 in all")
  func wholeFile() throws {
    guard access(Self.whole, R_OK) == 0 else { return }
    let sandbox = try HuddleSandbox()
    try sandbox.huddle("init")
    for (type, count) in [("1", 140), ("2", 39), ("other", 249)] {
      try sandbox.huddle(
        "add", "measure", "name=Waits \(type)", "kind=process", "dataKind=proportion",
        "direction=decrease")
      var arguments = ["import", Self.whole, "--where", "type=\(type)", "--create-sites"]
      arguments += Self.columns.map { $0 == "waits" ? "waits-\(type)" : $0 }
      let run = try sandbox.huddle(arguments)
      #expect(run.code == 0, "\(run.errors)")
      #expect(run.output.contains("at \(count) sites"))
    }
    let sites = try JSON.parse(sandbox.huddle("list", "site", "--json").output)
    #expect(sites.elements.count == 274)
  }

  @Test(
    "a table with a mistake is refused with its row and column, and nothing is written",
    arguments: [
      (
        "period,org_code,attendances,breaches\n2016-04-01,AA,x1,2\n",
        "row 2, column 3 (attendances): “x1” is no number"
      ),
      (
        "period,org_code,attendances,breaches\n2016-04-01,AA,10,20\n",
        "row 2, column 4 (breaches): 20 is more than the 10"
      ),
      (
        "period,org_code,attendances,breaches\n2016-04-01,AA,10,2\nApril,AA,10,2\n",
        "row 3, column 1 (period): “April” is no date"
      ),
      (
        "period,org_code,attendances,breaches\n2016-04-01,AA,10,2\n2016-04-20,AA,10,2\n",
        "row 3, column 1 (period): Apr 2016 at AA stands in row 2 already"
      ),
      (
        "period,org_code,attendances,breches\n2016-04-01,AA,10,2\n",
        "no column “breaches”; did you mean breches?"
      ),
      ("period,org_code,attendances,breaches\n2016-04-01,AA,10\n", "row 2 has 3 columns"),
      ("period,org_code,attendances,breaches\n2016-04-01,\"AA,10,2\n", "row 2: a quotation mark"),
      ("period,org_code,attendances,breaches\n2016-04-01,,10,2\n", "no site is named"),
      ("period,org_code,attendances,breaches\n2016-04-01,AA,10,-2\n", "-2 is below 0"),
      ("period,org_code,attendances,breaches\n2016-04-01,AA,\"10,5\",2\n", "has a comma"),
      ("", "the file is empty"),
      ("period,org_code,attendances,breaches\n", "a heading and no rows"),
    ])
  func mistakes(table: String, part: String) throws {
    let sandbox = try sandbox()
    let file = try sandbox.file("table.csv", table)
    let run = try sandbox.huddle(["import", file, "--create-sites"] + Self.columns)
    #expect(run.code == 1)
    #expect(run.reason.contains(part), "\(run.reason)")
    #expect(try sandbox.huddle("list", "site", "--json").output == "[]\n")
  }

  @Test("of many problems the first are told, and how many there are")
  func manyProblems() throws {
    let sandbox = try sandbox()
    let rows = (1...40).map { "2016-04-01,S\($0),many,2\n" }.joined()
    let file = try sandbox.file(
      "table.csv", "period,org_code,attendances,breaches\n2016-04-01,OK,10,2\n" + rows)
    let run = try sandbox.huddle(["import", file, "--create-sites"] + Self.columns)
    #expect(run.code == 1)
    #expect(run.errors.contains("and 30 more"))
    #expect(run.reason.contains("40 problems; the first is in row 3"))
    #expect(try sandbox.huddle("list", "series", "--json").output == "[]\n")
  }

  @Test("a condition that no row meets is said, not taken for done")
  func nothingKept() throws {
    let sandbox = try sandbox()
    let file = try sandbox.file("table.csv", attendancesExcerpt)
    let run = try sandbox.huddle(
      ["import", file, "--create-sites", "--where", "type=3"] + Self.columns)
    #expect(run.code == 1)
    #expect(run.reason.contains("none of the 72 rows has type=3"))
  }

  @Test("a table with nothing but problems is not read to its end")
  func stopsEarly() throws {
    let sandbox = try sandbox()
    let rows = String(repeating: "2016-04-01,AA,many,2\n", count: 30_000)
    let file = try sandbox.file("table.csv", "period,org_code,attendances,breaches\n" + rows)
    let run = try sandbox.huddle(["import", file, "--create-sites"] + Self.columns)
    #expect(run.code == 1)
    #expect(run.reason.contains("for at least 10000 problems"))
  }

  @Test("a site nobody knows is a problem, unless it is mapped or may be made")
  func sites() throws {
    let sandbox = try sandbox()
    try sandbox.huddle("add", "site", "name=St Anne", "code=stanne", "kind=hospital")
    let file = try sandbox.file(
      "t.csv", "period;org_code;attendances;breaches\n2016-04-01;St. Ann;10;2\n")
    let unknown = try sandbox.huddle(["import", file] + Self.columns)
    #expect(unknown.code == 1)
    #expect(unknown.reason.contains("no site is called “St. Ann”"))
    let map = try sandbox.file("map.json", #"{"St. Ann": "stanne"}"#)
    let mapped = try sandbox.huddle(["import", file, "--map", map] + Self.columns)
    #expect(mapped.code == 0 && mapped.output.hasPrefix("imported 1 number of"), "\(mapped.errors)")
    let again = try sandbox.huddle(["import", file, "--map", map] + Self.columns)
    #expect(again.output.contains("has that number already"), "\(again.output)")
    let input = try HuddleSandbox.text(of: file)
    let changed = try sandbox.huddle(
      ["import", "-", "--map", map] + Self.columns, input: input.replacing("10;2", with: "10;3"))
    #expect(changed.errors.contains("0 new, 1 changed, 0 as they are"))
  }

  @Test("a file far larger than the memory it may use is read to its end")
  func large() throws {
    let sandbox = try sandbox()
    let line = Array("2016-04-01,AA,other,1000,10,some more text to fill the row up\n".utf8)
    var bytes = Array("period,org_code,type,attendances,breaches,note\n".utf8)
    let block = Array(repeating: line, count: 4096).flatMap(\.self)
    while bytes.count < 32 << 20 { bytes += block }
    bytes += Array("2016-05-01,AA,1,1000,10,\n".utf8)
    let file = try sandbox.file("large.csv", bytes)
    let run = try sandbox.huddle(
      ["import", file, "--where", "type=1", "--create-sites"] + Self.columns)
    #expect(run.code == 0 && run.output.hasPrefix("imported 1 number of"), "\(run.errors)")
  }
}
