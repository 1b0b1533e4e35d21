import Collaborative
import Improvement
import JSONTree
import Testing

@Suite("A site before a visit") struct SiteReportTests {
  private func visited(_ network: SampleNetwork, isPrivate: Bool = false) throws {
    try network.add(
      .note, as: "cora",
      [
        "body": "They look tired", "kind": "visit", "privateToCoaches": .bool(isPrivate),
        "target": ["type": "site", "id": .string(try network.id(.site, "riverside"))],
        "visit": ["date": network.day(-20), "mode": "in-person", "focus": "The warmer"],
        "actions": [
          ["what": "Order a warmer", "due": network.day(-3)],
          ["what": "Print the card", "due": network.day(4), "done": network.day(-2)],
        ],
      ])
  }

  @Test("the last visit's actions say whether they are done")
  func actions() throws {
    let network = try SampleNetwork()
    try visited(network)
    let report = try network.open("cora").siteReport(network.id(.site, "riverside"))
    #expect(report.text(under: "Last visit").contains("Focus: The warmer"))
    let agreed = report.text(under: "What was agreed")
    #expect(agreed.contains { $0.hasPrefix("Order a warmer | no, past due") })
    #expect(agreed.contains { $0.hasPrefix("Print the card | yes, ") })
  }

  @Test("what changed is told from the day after the last visit, oldest first")
  func changes() throws {
    let network = try SampleNetwork()
    try visited(network)
    func cycle(_ title: String, _ start: Int, _ end: Int? = nil) throws {
      var fields: JSON = ["stage": "do", "actualStart": network.day(start)]
      if let end {
        fields["actualEnd"] = network.day(end)
        fields["stage"] = "closed"
        fields["act"] = ["decision": "adopt", "rationale": "It held"]
      }
      try network.cycle(title, fields)
    }
    try cycle("Long before", -60, -40)
    try cycle("Since then", -10, -5)
    let report = try network.open("cora").siteReport(network.id(.site, "riverside"))
    let told = report.text(under: "What changed").filter { $0.contains("Cycle") }
    #expect(told.count == 2)
    #expect(told.first?.contains("Cycle begun | “Since then”") ?? false)
    #expect(told.last?.contains("Cycle ended | “Since then”: Adopt | It held") ?? false)
  }

  @Test("each reason for attention stands with its evidence, harm first, and with where it must go")
  func reasons() throws {
    let network = try SampleNetwork()
    try network.cycle("Hot blankets", ["harm": ["what": "A burn", "when": network.day(-1)]])
    try network.add(
      .note, as: "lee-riverside",
      [
        "body": "Who pays?", "kind": "question",
        "target": ["type": "project", "id": .string(try network.id(.project, "warm-patients"))],
      ])
    let report = try network.open("cora").siteReport(network.id(.site, "riverside"))
    let reasons = report.text(under: "Needs attention")
    #expect(
      reasons.first == "harm noted | Harm was noted in “Hot blankets”. | PDSA cycle: Hot blankets")
    #expect(
      reasons.contains { $0.contains("“Who pays?”") && $0.contains("Lee of riverside") })
    #expect(reasons.last?.contains("does not replace the incident system") ?? false)
    #expect(report.text(under: "Open questions").contains { $0.contains("Who pays?") })
  }

  @Test("a site nobody visited says so and looks back ninety days")
  func never() throws {
    let network = try SampleNetwork()
    let report = try network.open("cora").siteReport(network.id(.site, "hillview"))
    #expect(report.text(under: "Last visit").first?.contains("last 90 days") ?? false)
  }
}
