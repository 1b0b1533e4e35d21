import JSONTree
import Testing

@Suite("Searching from a shell") struct SearchCommandTests {
  private func furnished() throws -> HuddleSandbox {
    let sandbox = try HuddleSandbox()
    for arguments in [
      ["init", "--name", "Safer Surgery"],
      ["add", "site", "name=Riverside Hospital", "code=riverside", "kind=hospital"],
      ["add", "resource", "title=Warm blanket", "kind=tool", "site=riverside"],
      ["add", "resource", "title=Blanket poster", "kind=education"],
      ["add", "resource", "title=Night light", "kind=tool"],
    ] {
      let run = try sandbox.huddle(arguments)
      #expect(run.code == 0, "\(arguments): \(run.errors)")
    }
    return sandbox
  }

  private func titles(_ sandbox: HuddleSandbox, _ arguments: String...) throws -> [String] {
    let run = try sandbox.huddle(["search"] + arguments + ["--json"])
    #expect(run.code == 0, "\(run.errors)")
    let tree = try JSON.parse(Array(run.output.utf8))
    return (tree["results"]?.elements ?? []).compactMap { $0["title"]?.string }
  }

  @Test("words, facets by their labels or words, and order do what the screen does")
  func search() throws {
    let sandbox = try furnished()
    #expect(try Set(titles(sandbox, "blnaket")) == ["Warm blanket", "Blanket poster"])
    #expect(try titles(sandbox, "blanket", "--facet", "kind=tool") == ["Warm blanket"])
    #expect(try titles(sandbox, "--facet", "kind=Teaching material") == ["Blanket poster"])
    #expect(try titles(sandbox, "--facet", "site=riverside") == ["Warm blanket"])
    #expect(
      try Set(titles(sandbox, "--facet", "kind=tool", "--facet", "kind=education")).count == 3)
    #expect(try titles(sandbox, "--order", "adoption", "--limit", "1").count == 1)
  }

  @Test("a search is kept under a name and used again")
  func saved() throws {
    let sandbox = try furnished()
    #expect(try sandbox.huddle(["search", "blanket", "--save", "Warmth"]).code == 0)
    #expect(try titles(sandbox, "--saved", "Warmth").count == 2)
    let wrong = try sandbox.huddle(["search", "--saved", "Warmht"])
    #expect(wrong.code != 0 && wrong.errors.contains("Did you mean “Warmth”?"))
    #expect(try sandbox.huddle(["search", "--forget", "Warmth"]).code == 0)
    #expect(try sandbox.huddle(["search", "--saved", "Warmth"]).code != 0)
  }

  @Test("a wrong facet or order says which there are; nothing found suggests a word")
  func refused() throws {
    let sandbox = try furnished()
    let facet = try sandbox.huddle(["search", "--facet", "colour=red"])
    #expect(facet.code == 2 && facet.errors.contains("driver"))
    let order = try sandbox.huddle(["search", "--order", "fame"])
    #expect(order.code == 2 && order.errors.contains("recency"))
    let nothing = try sandbox.huddle(["search", "zebra"])
    #expect(nothing.code == 0 && nothing.output.isEmpty && nothing.errors.contains("nothing found"))
  }
}
