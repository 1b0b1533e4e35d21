import JSONTree
import Testing

@Suite("Comparisons of the chart command") struct ComparisonCommandTests {
  private static let sites = "site,deaths,n\nA,13,346\nB,22,290\nC,20,136\nC,14,100\n"

  @Test("a funnel of a table adds up rows of one site and gives the published numbers")
  func funnelOfTable() throws {
    let run = try HuddleSandbox().huddle(
      "chart", "--type", "funnel", "--improvement", "decrease", "--format", "json",
      input: Self.sites)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors == "funnel: x site, y deaths, n n\n")
    let tree = try JSON.parse(run.output)
    #expect(tree["chart"] == "funnel" && tree["kind"] == "proportion")
    #expect(abs((tree["cl"]?.double ?? 0) - 69.0 / 872) < 1e-12)
    let points = tree["points"]?.elements ?? []
    #expect(points.map { $0["beyond_limit"] } == [false, false, true])
    #expect(points.last?["meaning"] == "concern")
    #expect(tree["dispersion"]?["adjusted"] == false && tree["case_mix_adjusted"] == false)
    #expect(tree["dispersion"]?["degrees_of_freedom"]?.int == 2)
  }

  @Test("a Pareto of a table adds up repeated categories")
  func pareto() throws {
    let sandbox = try HuddleSandbox()
    let file = try sandbox.file("causes.csv", "cause,count\nfalls,3\ndrugs,5\nfalls,4\nother,1\n")
    let run = try sandbox.huddle("chart", "--type", "pareto", file, "--format", "json")
    #expect(run.code == 0, "\(run.errors)")
    let tree = try JSON.parse(run.output)
    #expect(tree["bars"]?.elements.map { $0["category"] } == ["falls", "drugs", "other"])
    #expect(tree["bars"]?.elements.first?["count"]?.double == 7)
    #expect(tree["vital_few"]?.int == 2 && tree["total"]?.double == 13)
  }

  @Test(
    "every format comes without control characters", arguments: ["text", "ascii", "svg", "json"],
    ["funnel", "pareto"])
  func formats(format: String, type: String) throws {
    let run = try HuddleSandbox().huddle(
      "chart", "-", "--type", type, "--format", format, input: Self.sites)
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.contains("deaths"))
    #expect(run.output.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    if format == "ascii" { #expect(run.output.utf8.allSatisfy { $0 < 0x80 }) }
    if format == "svg" { #expect(run.output.hasPrefix("<svg") && run.output.contains("<table")) }
  }

  @Test("a measure without a site draws every site, and its funnel compares them")
  func store() throws {
    let sandbox = try HuddleSandbox()
    try sandbox.huddle("demo", "--no-open", "--store", sandbox.store)
    let all = try sandbox.huddle("chart", "--as", "ingrid", "--measure", "wound-infections")
    #expect(all.code == 0, "\(all.errors)")
    #expect(all.output.contains("Riverside") && all.output.contains("4 sites"))
    let json = try sandbox.huddle(
      "chart", "--as", "ingrid", "--measure", "wound-infections", "--format", "json")
    let sites = try JSON.parse(json.output)["sites"]?.elements ?? []
    #expect(sites.count == 4 && sites.allSatisfy { $0["chart"]?["points"] != nil })
    let funnel = try sandbox.huddle(
      "chart", "--as", "ingrid", "--measure", "wound-infections", "--type", "funnel", "--period",
      "2026")
    #expect(funnel.code == 0, "\(funnel.errors)")
    #expect(funnel.output.contains("2026") && funnel.output.contains("not adjusted for case mix"))
    for (arguments, code, part) in [
      (["--measure", "length-of-stay", "--type", "funnel"], 1, "no denominators"),
      (["--measure", "wound-infections", "--type", "funnel", "--period", "x"], 1, "2026-Q1"),
      (["--measure", "wound-infections", "--period", "2026"], 2, "--type funnel"),
      (["--site", "riverside"], 2, "--measure"),
    ] {
      let run = try sandbox.huddle(["chart", "--as", "ingrid"] + arguments)
      #expect(run.code == code && run.errors.contains(part), "\(arguments): \(run.errors)")
    }
  }

  @Test("what can't be compared is refused with the name of the place")
  func refusals() throws {
    let sandbox = try HuddleSandbox()
    for (type, table, part) in [
      ("funnel", "site,y\nA,3\n", "--n"), ("funnel", "site,y,n\nElm,-3,4\n", "Elm"),
      ("pareto", "cause,count\nElm,-3\n", "Elm"), ("pareto", "cause,count\n", "no rows"),
    ] {
      let run = try sandbox.huddle("chart", "--type", type, input: table)
      #expect(run.code == 1 && run.reason.contains(part), "\(run.errors)")
    }
  }
}
