import JSONTree
import Testing

@Suite("huddle apply, undo and history") struct ApplyCommandTests {
  private func furnished() throws -> HuddleSandbox {
    let sandbox = try HuddleSandbox()
    try sandbox.huddle("init", "--name", "Safer Surgery")
    try sandbox.huddle("add", "site", "name=Riverside", "code=riverside", "kind=hospital")
    try sandbox.huddle(
      "add", "measure", "name=Wound infections", "kind=outcome", "dataKind=proportion",
      "direction=decrease")
    return sandbox
  }

  private func answers(_ run: HuddleRun) throws -> [JSON] {
    try run.output.split(separator: "\n").map { try JSON.parse(Array($0.utf8)) }
  }

  @Test("each line is answered with its number, a refused one changes nothing and the rest is done")
  func lines() throws {
    let sandbox = try furnished()
    let id = "01k3v8f2gq4m7n9r0s5t6w8x2z"
    let lines = """
      {"op":"add","type":"need","doc":{"title":"Blankets","category":"supplies"},"id":"\(id)"}

      {"op":"add","type":"need","doc":{"title":"Blankets","category":"supplies"},"id":"\(id)"}
      {"op":"add","type":"need","doc":{"title":"Other","category":"supplies"},"id":"\(id)"}
      {"op":"set","id":"\(id)","fields":{"title":"Warm blankets","tags+":"ssi"}}
      {"op":"log","measure":"wound-infections","site":"riverside","period":"2026-01","numerator":2,"denominator":118}
      {"op":
      {"op":"remove","id":"\(id)"}
      """
    let run = try sandbox.huddle("apply", "-", input: lines)
    let found = try answers(run)
    #expect(found.map { $0["line"]?.int } == [1, 3, 4, 5, 6, 7, 8])
    #expect(found.map { $0["ok"]?.bool } == [true, true, false, true, true, false, true])
    #expect(found[0]["id"]?.string == id)
    #expect(found[0]["revision"] == found[1]["revision"])
    #expect(found[2]["code"] == 4)
    #expect(found[2]["error"]?.string?.contains("says something else") == true)
    #expect(found[5]["code"] == 1)
    #expect(run.code == 1)
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(try JSON.parse(sandbox.huddle("list", "need", "--json").output) == [])
    let series = try JSON.parse(sandbox.huddle("list", "series", "--json").output)
    #expect(series.elements.first?["points.0.numerator" as JSONPath] == 2)
  }

  @Test("operations that happen together are answered in one line that tells of each document")
  func together() throws {
    let sandbox = try furnished()
    let ids = ["01k3v8f2gq4m7n9r0s5t6w8x2z", "01k3v8f2gq4m7n9r0s5t6w8x30"]
    let additions = ids.map { id in
      #"{"op":"add","type":"need","doc":{"title":"\#(id)","category":"supplies"},"id":"\#(id)"}"#
    }
    let line = #"{"op":"together","operations":[\#(additions.joined(separator: ","))]}"#
    let run = try sandbox.huddle("apply", "-", input: line)
    let answer = try #require(answers(run).first)
    #expect(answer["ok"]?.bool == true)
    #expect(answer["id"]?.string == ids[0])
    #expect(answer["documents"]?.elements.map { $0["id"]?.string } == ids)
    #expect(answer["documents.0.revision" as JSONPath] == answer["revision"])
  }

  @Test("where all refusals are conflicts apply ends with 4, and with 0 where there are none")
  func codes() throws {
    let sandbox = try furnished()
    let id = "01k3v8f2gq4m7n9r0s5t6w8x2z"
    func line(_ title: String) -> String {
      #"{"op":"add","type":"need","doc":{"title":"\#(title)","category":"supplies"},"id":"\#(id)"}"#
    }
    let file = try sandbox.file("lines.jsonl", line("A") + "\n" + line("A"))
    #expect(try sandbox.huddle("apply", file).code == 0)
    #expect(try sandbox.huddle("apply", "-", input: line("B")).code == 4)
    #expect(try sandbox.huddle("apply", "\(sandbox.folder)/nowhere").code == 1)
    let long = "{\"op\":\"" + String(repeating: "x", count: 3 << 20) + "\"}\n" + line("A")
    let run = try sandbox.huddle("apply", "-", input: long)
    #expect(try answers(run).map { $0["ok"]?.bool } == [false, true])
  }

  @Test("undo, redo and history tell what was done, by whom and what changed")
  func undo() throws {
    let sandbox = try furnished()
    let added = try sandbox.huddle("add", "need", "title=Blankets", "category=supplies")
    let id = String(added.output.prefix(26))
    try sandbox.huddle("set", id, "title=Warm blankets")
    #expect(
      try sandbox.huddle("undo").output == "undone: changed the need “Warm blankets”\n")
    #expect(try sandbox.huddle("show", id).output.contains("Blankets"))
    #expect(
      try sandbox.huddle("redo").output == "done again: changed the need “Blankets”\n")
    #expect(try sandbox.huddle("redo").code == 1)
    let history = try sandbox.huddle("history", id).output
    #expect(history.contains("  did again: changed\n"))
    #expect(history.contains("  What do you need: Blankets → Warm blankets\n"))
    #expect(history.split(separator: "\n").last?.hasSuffix("  added") == true)
    let json = try JSON.parse(sandbox.huddle("history", id, "--json").output)
    #expect(
      json.elements.map { $0["verb"]?.string } == [
        "redo:need", "undo:need", "set:need", "add:need",
      ]
    )
    #expect(json.elements[2]["changes.0.after" as JSONPath] == "Warm blankets")
    try sandbox.huddle("remove", id)
    #expect(try sandbox.huddle("history", id).output.contains("moved to the trash"))
  }
}
