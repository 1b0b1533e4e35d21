import JSONTree
import Testing

@Suite("Sharing by commands") struct SharingCommandTests {
  private func furnished() throws -> HuddleSandbox {
    let sandbox = try HuddleSandbox()
    for arguments in [
      ["init", "--name", "Safer Surgery"],
      ["add", "site", "name=Riverside Hospital", "code=riverside", "kind=hospital"],
      [
        "add", "measure", "name=Wound infections", "kind=outcome", "dataKind=proportion",
        "direction=decrease", "multiplier=100",
      ],
      ["log", "wound-infections", "riverside", "2026-01", "20/118"],
      ["log", "wound-infections", "riverside", "2026-02", "3/119"],
    ] {
      let run = try sandbox.huddle(arguments)
      #expect(run.code == 0, "\(arguments): \(run.errors)")
    }
    return sandbox
  }

  @Test("a likely identifier ends with 1, names the place, and goes on with a reason")
  func reminder() throws {
    let sandbox = try furnished()
    let words = ["add", "need", "title=Blankets", "category=supplies", "detail=Ring 07700 900123"]
    let refused = try sandbox.huddle(words)
    #expect(refused.code == 1)
    #expect(refused.errors.contains("detail: “Ring ▸07700 900123◂” looks like a phone number"))
    #expect(refused.errors.contains("--share-anyway REASON"))
    #expect(refused.errors.split(separator: "\n").count == 1)
    let shared = try sandbox.huddle(words + ["--share-anyway", "the ward's own number"])
    #expect(shared.code == 0)
    let id = String(shared.output.prefix { !$0.isNewline })
    #expect(try sandbox.huddle("history", id).output.contains("the ward's own number"))
    #expect(try sandbox.huddle("set", id, "tags+=warm").code == 0)
  }

  @Test("--public shows what anybody outside sees, in every form")
  func outside() throws {
    let sandbox = try furnished()
    let list = try sandbox.huddle("list", "series", "--public", "--json")
    let points = try JSON.parse(list.output).elements.first?["points"]?.elements ?? []
    #expect(points.map { $0["status"]?.string ?? "reported" } == ["reported", "hidden"])
    #expect(points.last?["numerator"] == nil)
    let ask = ["chart", "--measure", "wound-infections", "--site", "riverside", "--format", "json"]
    let chart = try JSON.parse(sandbox.huddle(ask + ["--public"]).output)
    #expect(chart["points"]?.elements.last?["numerator"]?.int == nil)
    let inside = try JSON.parse(sandbox.huddle(ask).output)
    #expect(inside["points"]?.elements.last?["numerator"]?.int == 3)
    let report = try sandbox.huddle("report", "site", "riverside", "--public")
    #expect(report.code == 0 && !report.output.contains("3/119"))
  }
}
