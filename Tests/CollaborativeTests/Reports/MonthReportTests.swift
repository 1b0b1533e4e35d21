import Collaborative
import Improvement
import JSONTree
import Testing

@Suite("A monthly report") struct MonthReportTests {
  @Test("the month's numbers stand beside those before, with the verdict in words")
  func numbers() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    _ = try network.steward.set(
      project, "measures+=\(try network.id(.measure, "wound-infections"))")
    try network.log(["5/100", "4/100", "~6/100"])
    let last = Period(.month, containing: network.today).advanced(by: -1)
    let report = try network.open("lee-riverside").monthReport(
      project, in: last.advanced(by: -1))
    let row = try #require(report.text(under: "Numbers").first { $0.contains("riverside") })
    #expect(row.contains("\(last.advanced(by: -1).label) | 4 %; 4 of 100"))
    #expect(row.contains("\(last.advanced(by: -2).label); 5 %"))
    #expect(row.contains("too few"))
  }

  @Test("only what has a date in the month moved, was decided or changed in it")
  func month() throws {
    let network = try SampleNetwork()
    let month = Period(.month, containing: network.today).advanced(by: -1)
    let inside = JSON.string(month.lastDay.description)
    let before = JSON.string(month.firstDay.adding(days: -1).description)
    let after = JSON.string(month.lastDay.adding(days: 1).description)
    for (title, day) in [("Inside", inside), ("Before", before), ("After", after)] {
      try network.cycle(
        title,
        [
          "stage": "closed", "actualStart": day, "actualEnd": day,
          "act": ["decision": "adapt", "rationale": .string("\(title) taught us")],
        ])
    }
    let project = try network.id(.project, "warm-patients")
    let report = try network.open("lee-riverside").monthReport(project, in: month)
    #expect(report.text(under: "What changed").allSatisfy { !$0.contains("After") })
    #expect(report.text(under: "Decisions") == ["Adapt | Inside | Inside taught us"])
    let moved = report.text(under: "Cycles that moved")
    #expect(moved.contains { $0.hasPrefix("Inside |") })
    #expect(!moved.contains { $0.hasPrefix("Before |") || $0.hasPrefix("After |") })
  }

  @Test("a site has its month too, and another document has none")
  func whose() throws {
    let network = try SampleNetwork()
    let month = Period(.month, containing: network.today)
    let cora = try network.open("cora")
    let site = try cora.monthReport(network.id(.site, "riverside"), in: month)
    #expect(site.title == "riverside hospital, \(month.label)")
    let refused = refusal {
      _ = try cora.monthReport(network.id(.measure, "waiting-time"), in: month)
    }
    #expect(refused?.code == 1)
  }
}
