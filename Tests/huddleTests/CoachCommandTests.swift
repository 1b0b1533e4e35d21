import JSONTree
import Testing

@Suite("Commands of a coach") struct CoachCommandTests {
  private func coached() throws -> (sandbox: HuddleSandbox, question: String) {
    let sandbox = try HuddleSandbox()
    for words in [
      ["init", "--name", "Safer Surgery"],
      [
        "add", "member", "name=Cora", "login=cora", "networkRole=coach", "perspective=clinician",
      ],
      [
        "add", "site", "name=Riverside", "code=riverside", "kind=hospital", "region=North",
        "coachIds=cora",
      ],
      ["add", "site", "name=Harbour", "code=harbour", "kind=clinic", "coachIds=cora"],
      [
        "add", "member", "name=Lee", "login=lee", "networkRole=lead", "siteIds=riverside",
        "perspective=clinician",
      ],
      ["add", "project", "name=Warm", "sites=riverside", "problem=Cold", "status=active"],
    ] {
      let run = try sandbox.huddle(words)
      #expect(run.code == 0, "\(words): \(run.errors)")
    }
    let site = try sandbox.huddle("list", "site", "--where", "code=riverside", "--json")
    let id = try #require(try JSON.parse(Array(site.output.utf8)).elements.first?["id"]?.string)
    let question = try sandbox.huddle(
      "add", "note", "kind=question", "body=How long?", "target.type=site", "target.id=\(id)",
      "--as", "lee")
    #expect(question.code == 0, "\(question.errors)")
    return (sandbox, String(question.output.dropLast()))
  }

  private func portfolio(_ sandbox: HuddleSandbox, _ words: String...) throws -> [JSON] {
    let run = try sandbox.huddle(["portfolio", "--json", "--as", "cora"] + words)
    #expect(run.code == 0, "\(run.errors)")
    return try JSON.parse(Array(run.output.utf8)).elements
  }

  @Test("what the keys of the portfolio do, commands do: review, let wait, score, answer, resolve")
  func deeds() throws {
    let (sandbox, question) = try coached()
    func cora(_ words: String...) throws -> (code: Int32, output: String, errors: String) {
      let run = try sandbox.huddle(words + ["--as", "cora"])
      return (run.code, run.output, run.errors)
    }
    #expect(try cora("review", "riverside").output == "reviewed Riverside\n")
    #expect(try portfolio(sandbox).first?["reviewedOn"] != nil)
    #expect(try cora("snooze", "riverside", "open question", "+2w").output.hasPrefix("waits until"))
    #expect(try portfolio(sandbox).first { $0["name"] == "Riverside" }?["waiting"] == 1)
    #expect(try cora("snooze", "riverside", "question", "now").output == "is back\n")
    let wrong = try cora("snooze", "riverside", "harm", "+2w")
    #expect(wrong.code == 1 && wrong.errors.contains("open question"))
    #expect(try cora("snooze", "riverside", "question", "yesterday").code == 1)
    #expect(
      try cora("score", "riverside", "3", "--why", "Two wards").output == "scored 3 as the coach\n")
    #expect(try cora("score", "riverside", "9").code == 1)
    #expect(try cora("score", "riverside").code == 2)
    #expect(try cora("score", "harbour", "3").errors.contains("no active project"))
    #expect(try cora("score").output.contains("2.5  "))
    #expect(try cora("answer", question, "A week.").output == "answered “How long?”\n")
    #expect(try cora("resolve", question).output == "resolved: “How long?”\n")
    #expect(try cora("resolve", question, "--reopen").output == "open again: “How long?”\n")
    #expect(try sandbox.huddle("review", "riverside", "--as", "lee").code == 5)
  }

  @Test("a portfolio is narrowed, put together, and kept under a name")
  func narrowing() throws {
    let (sandbox, _) = try coached()
    #expect(try portfolio(sandbox).count == 2)
    let north = try portfolio(sandbox, "--where", "region=north")
    #expect(north.map { $0["name"]?.string } == ["Riverside"])
    #expect(try portfolio(sandbox, "--search", "harb").count == 1)
    let groups = try portfolio(sandbox, "--by", "region")
    #expect(groups.map { $0["label"]?.string } == ["North", "not said"])
    #expect(groups.map { $0["sites"] } == [1, 1])
    func cora(_ words: String...) throws -> (code: Int32, output: String, errors: String) {
      let run = try sandbox.huddle(["portfolio", "--as", "cora"] + words)
      return (run.code, run.output, run.errors)
    }
    #expect(try cora("--where", "kind=clinic", "--save", "Clinics").code == 0)
    #expect(try portfolio(sandbox, "--saved", "Clinics").map { $0["name"]?.string } == ["Harbour"])
    let unknown = try cora("--saved", "Wards")
    #expect(unknown.code == 1 && unknown.errors.contains("“Clinics”"))
    #expect(try cora("--forget", "Clinics").code == 0)
    #expect(try cora("--saved", "Clinics").code == 1)
    for words in [
      ["--where", "colour=red"], ["--by", "colour"], ["--saved", "a", "--by", "kind"],
    ] {
      let run = try sandbox.huddle(["portfolio", "--as", "cora"] + words)
      #expect(run.code == 2, "\(words): \(run.errors)")
    }
  }

  @Test("a digest is no wider than a mail, also from a cron job that knows nothing of a terminal")
  func digest() throws {
    let (sandbox, _) = try coached()
    let long = String(repeating: "a long question without an end ", count: 8)
    try sandbox.does("add", "note", "kind=question", "body=\(long)", "--as", "lee")
    let run = try sandbox.huddle("digest", "--as", "cora")
    #expect(run.code == 0 && run.output.contains("open question"))
    let widest = run.output.split(separator: "\n").map(\.count).max() ?? 0
    #expect(widest <= 76)
    #expect(!run.output.contains("\u{1B}"))
    let other = try sandbox.huddle("digest", "--coach", "cora")
    #expect(other.output.contains("with --as it is told"))
    #expect(!run.output.contains("with --as"))
  }
}
