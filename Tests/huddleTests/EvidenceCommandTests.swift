import JSONTree
import Testing

@Suite("Trying something out and its evidence, as commands") struct EvidenceCommandTests {
  private func demo() throws -> HuddleSandbox {
    let sandbox = try HuddleSandbox()
    let run = try sandbox.huddle("demo", "--no-open", "--store", sandbox.store)
    try #require(run.code == 0, "\(run.errors)")
    return sandbox
  }

  @Test("the evidence of a resource is told in words and as JSON, number by number")
  func evidence() throws {
    let sandbox = try demo()
    let words = try sandbox.huddle(
      "evidence", "Hand rub where the hands are", "--as", "marta")
    #expect(words.code == 0, "\(words.errors)")
    #expect(words.output.contains("7 can be judged: "))
    #expect(words.output.contains("there is no comparison group."))
    #expect(words.output.contains("stopped because: Bottles stood empty"))
    let run = try sandbox.huddle(
      "evidence", "Hand rub where the hands are", "--json", "--as", "marta")
    let tree = try JSON.parse(run.output)
    let all = tree["adoptions"]?.elements ?? []
    #expect(tree["numbers"]?["judged"]?.int == 7)
    for verdict in ["better", "unchanged", "worse"] {
      #expect(
        tree["numbers"]?[verdict]?.int == all.count { $0["verdict"]?.string == verdict })
    }
    #expect(all.allSatisfy { !($0["words"]?.string ?? "").isEmpty })
    #expect(tree["betterByChance"]?.double.map { $0 > 0 } == true)
  }

  @Test("a try-out is begun with its first cycle and shows in the evidence")
  func tryOut() throws {
    let sandbox = try demo()
    let title = "Syringe drawing for insulin"
    let run = try sandbox.huddle(
      "try", title, "--site", "riverside", "--project", "One wound bundle for all", "--prediction",
      "4 of 5", "--start", "2026-03-14", "--considering", "--as", "marta")
    #expect(run.code == 0, "\(run.errors)")
    let cycle = try sandbox.huddle("show", String(run.output.dropLast()), "--json", "--as", "marta")
    let tree = try JSON.parse(cycle.output)
    #expect(tree["plannedStart"]?.string == "2026-03-14")
    let adoption = try #require(tree["changeIdea"]?["adoption"]?.string)
    let shown = try sandbox.huddle("show", adoption, "--json", "--as", "marta")
    #expect(try JSON.parse(shown.output)["stage"]?.string == "considering")
    #expect(try sandbox.huddle("evidence", title, "--as", "marta").output.contains("Riverside"))
    #expect(try sandbox.huddle("undo", "--as", "marta").code == 0)
    #expect(try sandbox.huddle("show", adoption, "--as", "marta").code == 1)
  }

  @Test("what can't be tried is refused with the code that says why")
  func refused() throws {
    let sandbox = try demo()
    let title = "Syringe drawing for insulin"
    let project = "One wound bundle for all"
    let nothing = try sandbox.huddle("try", "No such thing", "--project", project, "--as", "marta")
    #expect(nothing.code == 1)
    let elsewhere = try sandbox.huddle(
      "try", title, "--site", "quillbrook", "--project", project, "--as", "kofi.fitzroy")
    #expect(elsewhere.code == 5 || elsewhere.code == 1, "\(elsewhere.errors)")
    let alone = try sandbox.huddle(
      "try", title, "--project", project, "--measure", "Wound infections", "--as", "marta")
    #expect(alone.code == 2)
  }
}
