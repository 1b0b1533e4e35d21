import Testing

@Suite("huddle report") struct ReportCommandTests {
  private func furnished() throws -> (HuddleSandbox, FurnishedStore) {
    let sandbox = try HuddleSandbox()
    return (sandbox, try sandbox.furnish(months: 12))
  }

  @Test("a project is named by its name or id, and written as Markdown or as HTML")
  func project() throws {
    let (sandbox, made) = try furnished()
    try sandbox.does("set", made.project, "measures+=wound-infections", "aim.text=Halve it")
    let markdown = try sandbox.huddle("report", "project", "warm-patients")
    #expect(markdown.code == 0 && markdown.errors.isEmpty)
    #expect(markdown.output.hasPrefix("# Warm patients\n"))
    #expect(markdown.output.contains("Wound infections at Riverside Hospital"))
    #expect(markdown.output.contains("```text\n"))
    let html = try sandbox.huddle("report", "project", made.project, "--format", "html")
    #expect(html.code == 0 && html.errors.isEmpty)
    #expect(html.output.hasPrefix("<!DOCTYPE html>\n"))
    #expect(html.output.hasSuffix("</html>\n"))
    #expect(html.output.contains("role=\"img\""))
  }

  @Test("a digest and a portfolio are printed for whoever looks after sites, as text or as JSON")
  func digest() throws {
    let (sandbox, _) = try furnished()
    let text = try sandbox.huddle("digest", "--since", "2026-01-01")
    #expect(text.code == 0 && text.errors.isEmpty)
    #expect(text.output.contains("digest for ") && text.output.contains("Riverside Hospital"))
    let json = try sandbox.huddle("digest", "--json")
    #expect(json.code == 0 && json.output.hasPrefix("{\n"))
    let late = try sandbox.huddle("digest", "--since", "2999-01-01")
    #expect(late.code == 1 && late.errors.contains("still to come"))
    let portfolio = try sandbox.huddle("portfolio", "--json")
    #expect(portfolio.code == 0 && portfolio.output.contains("\"reasons\": ["))
    let section = try sandbox.huddle("portfolio")
    #expect(section.output.contains("Portfolio\n"), "alone the word opens the section")
  }

  @Test("the minutes of a meeting are printed as Markdown, and a day must be one")
  func minutes() throws {
    let (sandbox, made) = try furnished()
    try sandbox.does("set", made.project, "measures+=wound-infections")
    try sandbox.does(
      "add", "note", "target.type=project", "target.id=\(made.project)", "kind=decision",
      "tags=meeting", "body=- We go on with two *wards*", "actions.0.what=Order | blankets",
      "actions.0.who=dana", "actions.0.due=2030-01-01")
    let minutes = try sandbox.huddle("minutes", "warm-patients")
    #expect(minutes.code == 0 && minutes.errors.isEmpty)
    #expect(minutes.output.hasPrefix("# "))
    for told in [
      "Warm patients", "We go on with two \\*wards\\*", "Blanket on arrival", "Dana Quist",
      "1 Jan 2030", "Wound infections",
    ] {
      #expect(minutes.output.contains(told), "“\(told)” is not in:\n\(minutes.output)")
    }
    let today = try sandbox.huddle("minutes", made.project, "--on", "today")
    #expect(today.output == minutes.output, "the newest meeting is today's")
    let other = try sandbox.huddle("minutes", made.cycle)
    #expect(other.code == 1 && other.output.isEmpty && !other.reason.isEmpty)
    let wrong = try sandbox.huddle("minutes", "warm-patients", "--on", "someday")
    #expect(wrong.code == 2 && wrong.errors.contains("2026-03-14"))
  }

  @Test("a site is named by its code, and a month takes a project or a site")
  func siteAndMonth() throws {
    let (sandbox, _) = try furnished()
    let site = try sandbox.huddle("report", "site", "riverside")
    #expect(site.code == 0 && site.output.contains("Before a visit"))
    let ofSite = try sandbox.huddle("report", "month", "riverside", "--month", "2026-01")
    #expect(ofSite.output.hasPrefix("# Riverside Hospital, Jan 2026\n"))
    #expect(ofSite.output.contains("**5 Jan 2026") == false, "the cycle has not begun")
    let ofProject = try sandbox.huddle("report", "month", "warm-patients")
    #expect(ofProject.code == 0 && ofProject.output.contains("Monthly report"))
  }

  @Test(
    "what can't be right is refused with what, where and what to do",
    arguments: [
      (["report"], Int32(2), "Missing expected argument"),
      (["report", "year", "x"], 2, "project, month, site"),
      (["report", "project"], 2, "Missing expected argument"),
      (["report", "project", "riverside"], 1, "there is no project “riverside”"),
      (["report", "project", ""], 1, "there is no project “”"),
      (["report", "site", "nowhere"], 1, "there is no site “nowhere”"),
      (["report", "month", "nowhere"], 1, "there is no project and no site “nowhere”"),
      (["report", "month", "riverside", "--month", "2026-13"], 1, "write it like 2026-03"),
      (["report", "month", "riverside", "--month", "2026-W12"], 1, "write it like 2026-03"),
      (["report", "project", "warm-patients", "--month", "2026-01"], 2, "--month belongs to"),
      (["report", "project", "warm-patients", "--format", "pdf"], 2, "markdown"),
    ])
  func refused(_ words: [String], _ code: Int32, _ reason: String) throws {
    let (sandbox, _) = try furnished()
    let run = try sandbox.huddle(words)
    #expect(run.code == code, "\(run.errors)")
    #expect(run.errors.contains(reason), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("who may not see a project gets exit code 5 and no part of it")
  func notPermitted() throws {
    let (sandbox, made) = try furnished()
    try sandbox.does("set", made.project, "visibility=team")
    let run = try sandbox.huddle("report", "project", made.project, "--as", "dana")
    #expect(run.code == 0, "dana is on the roster")
    try sandbox.does(
      "add", "member", "name=Far Away", "login=far", "perspective=staff", "visibility=network")
    let refused = try sandbox.huddle("report", "project", made.project, "--as", "far")
    #expect(refused.code == 5 && refused.output.isEmpty)
    #expect(!refused.errors.contains("Warm patients"))
  }

  @Test("without a store it says how to begin one")
  func noStore() throws {
    let run = try HuddleSandbox().huddle("report", "project", "x")
    #expect(run.code == 3 && run.errors.contains("huddle demo"))
  }

  @Test("a text of 60,000 characters and one full of controls come out whole and harmless")
  func hostile() throws {
    let (sandbox, made) = try furnished()
    let long = String(repeating: "warm ", count: 12_000)
    try sandbox.does("set", made.project, "problem=\(long)")
    try sandbox.does(
      "set", made.project, "whyNow=<script>x</script>\u{202E}\u{7}[a](javascript:x)")
    let html = try sandbox.huddle("report", "project", made.project, "--format", "html")
    #expect(html.code == 0)
    #expect(html.output.components("warm") >= 12_000)
    #expect(!html.output.contains("<script") && !html.output.contains("\u{202E}"))
    let markdown = try sandbox.huddle("report", "project", made.project)
    #expect(markdown.output.components("warm") >= 12_000)
    #expect(markdown.output.contains("\\<script\\>") && !markdown.output.contains("\u{7}"))
    #expect(markdown.output.contains("\\[a\\](javascript:x)"))
  }
}

extension String {
  /// How often a word stands in the text.
  fileprivate func components(_ word: String) -> Int { ranges(of: word).count }
}
