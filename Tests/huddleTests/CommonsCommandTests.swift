import JSONTree
import Testing

@Suite("huddle commons") struct CommonsCommandTests {
  /// A store with a blanket and a package that holds it; their ids.
  private func furnished() throws -> (sandbox: HuddleSandbox, blanket: String, package: String) {
    let sandbox = try HuddleSandbox()
    try sandbox.huddle("init", "--name", "Safer Surgery")
    try sandbox.huddle("add", "site", "name=Riverside", "code=riverside", "kind=hospital")
    try sandbox.huddle(
      "add", "member", "name=Priya Nair", "login=priya", "perspective=clinician",
      "siteIds=riverside", "networkRole=coach", "consents.listed=yes", "--as", "root")
    let blanket = try sandbox.huddle(
      "add", "resource", "title=Warm blanket", "kind=change-idea", "steps=Fetch", "--as", "priya")
    let id = String(blanket.output.dropLast())
    let package = try sandbox.huddle(
      "add", "resource", "title=Bundle", "kind=change-package", "items=\(id)", "--as", "priya")
    #expect(package.code == 0, "\(package.errors)")
    return (sandbox, id, String(package.output.dropLast()))
  }

  @Test("a package goes out and comes in elsewhere, in either format, after a look at it")
  func outAndIn() throws {
    let (sandbox, blanket, package) = try furnished()
    for format in ["json", "markdown"] {
      let written = try sandbox.huddle("commons", "export", package, "--format", format)
      #expect(written.code == 0 && written.output.contains("Priya Nair"))
      let file = try sandbox.file("bundle", written.output)
      let elsewhere = ["--store", "\(sandbox.folder)/\(format)"]
      try sandbox.huddle(["init"] + elsewhere)
      let look = try sandbox.huddle(["commons", "import", file, "--dry-run"] + elsewhere)
      #expect(look.code == 0 && look.output.contains("nothing was changed"))
      #expect(look.errors.contains("new       Warm blanket"))
      #expect(try sandbox.huddle(["show", blanket] + elsewhere).code == 1)
      let taken = try sandbox.huddle(["commons", "import", "-"] + elsewhere, input: written.output)
      #expect(taken.output == "imported 2 resources from standard input: 2 added\n")
      let shown = try sandbox.huddle(["show", blanket, "--json"] + elsewhere)
      let tree = try JSON.parse(Array(shown.output.utf8))
      #expect(tree["credits"] == ["Priya Nair (Riverside)"])
      let again = try sandbox.huddle(["commons", "import", file] + elsewhere)
      #expect(again.output == "nothing to import: it is all here already\n")
    }
  }

  @Test("a conflict ends with 4 until one says whose version stands")
  func conflict() throws {
    let (sandbox, blanket, package) = try furnished()
    let file = try sandbox.file("b.json", sandbox.huddle("commons", "export", package).output)
    let changed = try sandbox.huddle("set", blanket, "steps=Fetch two", "--as", "priya")
    #expect(changed.output.contains("saved version 2 of the resource “Warm blanket”"))
    let run = try sandbox.huddle("commons", "import", file, "--as", "priya")
    #expect(run.code == 4 && run.reason.contains("--theirs takes"))
    let theirs = try sandbox.huddle("commons", "import", file, "--theirs", "--as", "priya")
    #expect(theirs.code == 0, "\(theirs.errors)")
    #expect(try sandbox.huddle("show", blanket, "--json").output.contains("\"Fetch\""))
  }

  @Test(
    "a child is made from its parent, stands in the family, and cannot become its parent's parent")
  func family() throws {
    let (sandbox, blanket, package) = try furnished()
    let made = try sandbox.huddle(
      "commons", "adapt", blanket, "--changed", "Smaller.", "title=Blanket for children", "--as",
      "priya")
    let child = String(made.output.dropLast())
    let family = try sandbox.huddle("commons", "family", child)
    #expect(family.output.contains("└─ Blanket for children (this one)"))
    #expect(
      try sandbox.huddle("commons", "family", child, "--glyphs", "ascii").output
        .utf8.allSatisfy { $0 < 0x7F })
    for words in [
      ["derivedFrom.0.resource=\(child)"], ["items=\(package)"], ["supersedes=\(blanket)"],
    ] {
      let run = try sandbox.huddle(["set", blanket] + words + ["--as", "priya"])
      #expect(run.code == 1, "\(words)")
    }
  }

  @Test("a site takes a package on, and the matrix shows it")
  func takeOn() throws {
    let (sandbox, _, package) = try furnished()
    let run = try sandbox.huddle("commons", "take-on", package, "riverside", "--as", "priya")
    #expect(run.code == 0 && run.output.split(separator: "\n").count == 2, "\(run.errors)")
    let matrix = try sandbox.huddle("commons", "package", package)
    #expect(matrix.output.contains("Riverside  C○"))
    let other = try sandbox.huddle(
      "commons", "take-on", package, "riverside", "--elements", "2", "--as", "priya")
    #expect(other.code == 1 && other.reason.contains("from 1 to 1"))
  }

  @Test(
    "what is no bundle is refused with what to do",
    arguments: [
      ("words", "front matter"), ("{\"huddleBundle\": 9, \"documents\": []}", "has format 9"),
      (
        "{\"huddleBundle\": 1, \"documents\": [{\"type\": \"member\"}]}", "of the type “member”"
      ),
      (
        "---\ntitle: X\nkind: tool\nattachments: [\"../../etc/passwd\"]\n---\n",
        "no file of the store"
      ),
    ])
  func refused(text: String, words: String) throws {
    let sandbox = try HuddleSandbox()
    try sandbox.huddle("init")
    let run = try sandbox.huddle("commons", "import", "-", input: text)
    #expect(run.code == 1 && run.reason.contains(words), "\(run)")
  }

  @Test("alone the word still opens the section, and --help tells the further words")
  func alone() throws {
    let (sandbox, _, _) = try furnished()
    let plain = try sandbox.huddle("commons", "--plain")
    #expect(plain.code == 0 && plain.output.contains("Commons"))
    #expect(try sandbox.huddle("commons", "--help").output.contains("take-on"))
    #expect(try sandbox.huddle("commons", "export", "--help").output.contains("Example"))
  }
}
