import Glibc
import JSONTree
import Testing

@Suite("Commands") struct CommandTests {
  /// A store with a site, a measure and a project, made by commands.
  private func furnished() throws -> HuddleSandbox {
    let sandbox = try HuddleSandbox()
    for arguments in [
      ["init", "--name", "Safer Surgery"],
      ["add", "site", "name=Riverside Hospital", "code=riverside", "kind=hospital"],
      [
        "add", "measure", "name=Wound infections", "kind=outcome", "dataKind=proportion",
        "direction=decrease", "multiplier=100",
      ],
      ["add", "measure", "name=Balance", "kind=balancing", "dataKind=continuous"],
      ["add", "project", "name=Warm patients", "sites=riverside", "problem=Cold"],
    ] {
      let run = try sandbox.huddle(arguments)
      #expect(run.code == 0, "\(arguments): \(run.errors)")
    }
    return sandbox
  }

  @Test("what opens the workbench without the parser is what the parser makes of it")
  func opening() throws {
    let sandbox = try furnished()
    let rest: [[String]] = [
      [], ["--plain"], ["--glyphs", "ascii"], ["--glyphs=ascii"], ["--theme", "dark"],
      ["--as", "nobody"], ["--as=nobody"], ["--store", "/nowhere"], ["--glyphs", "braille"],
      ["--store="], ["--as", ""], ["--plain", "--plain"], ["--as=--plain"],
      ["--theme", "dark", "--theme", "light"], ["--plain=yes"], ["--width", "3"],
    ]
    for word in [[], ["measures"], ["cycles"], ["measures", "today"]] {
      for options in rest {
        let short = try sandbox.huddle(word + options)
        // What ends the options makes it a case for the parser.
        let whole = try sandbox.huddle(word + options + ["--"])
        let said = "\(word + options): \(short.errors)"
        #expect(short.code == whole.code && short.output == whole.output, "\(said)")
      }
    }
    for options in [[], ["--plain"], ["--glyphs=ascii"], ["--as", "nobody"], ["--as="], ["x"]] {
      let short = try sandbox.huddle(["demo"] + options)
      let whole = try sandbox.huddle(["demo"] + options + ["--"])
      let said = "demo \(options): \(short.errors)"
      #expect(short.code == whole.code && short.output == whole.output, "\(said)")
    }
  }

  @Test("without a store every command ends with 3 and says what to type")
  func noStore() throws {
    let sandbox = try HuddleSandbox()
    for arguments in [[], ["today"], ["whoami"], ["list", "cycle"], ["show", "x"]] {
      let run = try sandbox.huddle(arguments)
      #expect(run.code == 3)
      #expect(run.errors.contains("huddle demo") && run.errors.contains("huddle init"))
      #expect(run.output.isEmpty)
    }
  }

  @Test("a store that is a file, unreadable or empty ends with 3")
  func unusableStore() throws {
    let sandbox = try HuddleSandbox()
    let file = try sandbox.file("file", "x")
    for path in [file, sandbox.folder, "\(sandbox.folder)/nowhere/at/all"] {
      let run = try sandbox.huddle("whoami", "--store", path)
      #expect(run.code == 3, "\(path)")
      #expect(run.errors.split(separator: "\n").count == 1)
    }
  }

  @Test("a phase is suggested in words, and the command it names accepts it with who and when")
  func suggestion() throws {
    let sandbox = try furnished()
    let counts = [10, 12, 9, 11, 8, 10, 11, 9, 12, 10, 8, 12, 5, 4, 6, 5, 5, 4, 6, 5, 4, 6]
    for (offset, count) in counts.enumerated() {
      let month = offset % 12 + 1
      let period = "\(2024 + offset / 12)-\(month < 10 ? "0" : "")\(month)"
      _ = try sandbox.huddle("log", "wound-infections", "riverside", period, "\(count)/100")
    }
    let ask = ["chart", "--measure", "wound-infections", "--site", "riverside", "--suggest"]
    let suggested = try sandbox.huddle(ask)
    #expect(
      suggested.output.hasPrefix(
        "A new phase could begin with Jan 2025: the shift has held ten months.\n"))
    let line = try #require(suggested.output.split(separator: "\n").last)
    let words = line.split(separator: " ")
    let id = try #require(words.first { $0.contains(".") && $0.count > 40 })
    let accepted = try sandbox.huddle(
      "set", String(id), "phases.0.starts=2025-01", "phases.0.reason=Bundle on all wards")
    #expect(accepted.code == 0, "\(accepted.errors)")
    let shown = try JSON.parse(sandbox.huddle("show", String(id), "--json").output)
    let phase = shown["phases"]?.elements.first
    #expect(phase?["reason"] == "Bundle on all wards")
    #expect(phase?["author"]?.string?.isEmpty == false && phase?["on"]?.string?.count == 10)
    #expect(try sandbox.huddle(ask).output.contains("no phase to suggest"))
    #expect(try sandbox.huddle("chart", "--suggest").code == 2)
  }

  @Test("whoever makes a store is its steward")
  func initialised() throws {
    let sandbox = try furnished()
    let run = try sandbox.huddle("whoami")
    #expect(run.code == 0)
    #expect(run.output.contains("· steward"))
    #expect(try sandbox.huddle("init").code == 1)
    let asked = try sandbox.huddle("--as", "nobody", "whoami")
    #expect(asked.code == 1)
    #expect(asked.reason.contains("no member has the login “nobody”"))
  }

  @Test("a document is added, shown, changed, removed and brought back")
  func lifeOfADocument() throws {
    let sandbox = try furnished()
    let added = try sandbox.huddle(
      "add", "cycle", "project=warm", "title=Blanket", "tags=ssi", "plannedStart=2026-03-14")
    #expect(added.code == 0)
    let id = try #require(added.output.split(separator: "\n").first.map(String.init))
    #expect(id.utf8.count == 26 && added.output == "\(id)\n")

    let shown = try sandbox.huddle("show", id, "--json")
    let tree = try JSON.parse(shown.output)
    #expect(tree["title"] == "Blanket")
    #expect(tree["updated"]?["at"] != nil)
    let revision = try #require(tree["revision"]?.string)
    let page = try sandbox.huddle("show", id)
    #expect(page.output.contains("Blanket") && page.output.contains("14 Mar 2026"))

    let set = try sandbox.huddle("set", id, "stage=do", "tags+=warm", "--if-revision", revision)
    #expect(set.code == 0 && set.output == "saved the PDSA cycle “Blanket”\n")
    let late = try sandbox.huddle("set", id, "stage=study", "--if-revision", revision)
    #expect(late.code == 4)
    #expect(late.reason.contains("was changed"))

    let list = try JSON.parse(sandbox.huddle("list", "cycle", "--json").output)
    #expect(list.elements.map { $0["stage"]?.string } == ["do"])
    #expect(list.elements.first?["tags"] == ["ssi", "warm"])

    #expect(try sandbox.huddle("remove", id).code == 0)
    #expect(try sandbox.huddle("show", id).code == 1)
    #expect(try sandbox.huddle("list", "cycle", "--json").output == "[]\n")
    #expect(try sandbox.huddle("restore", id).output == "brought back the PDSA cycle “Blanket”\n")
    #expect(try sandbox.huddle("show", id).code == 0)
  }

  @Test("a document may come from a file or from the input")
  func addedFromJSON() throws {
    let sandbox = try furnished()
    let file = try sandbox.file("need.json", #"{"title": "Blankets", "x-own": 1.50}"#)
    let added = try sandbox.huddle("add", "need", "--json", file, "category=supplies")
    #expect(added.code == 0, "\(added.errors)")
    let id = added.output.split(separator: "\n").map(String.init)[0]
    #expect(try sandbox.huddle("show", id, "--json").output.contains("\"x-own\": 1.50"))
    let set = try sandbox.huddle("set", id, "--json", "-", input: #"{"x-own": null}"#)
    #expect(set.code == 0)
    #expect(try !sandbox.huddle("show", id, "--json").output.contains("x-own"))
    let broken = try sandbox.huddle("add", "need", "--json", "-", input: "{\"a\": 1,}")
    #expect(broken.code == 1)
    #expect(broken.reason.contains("line 1, column"))
  }

  @Test("a list is an array, CSV or an aligned table")
  func lists() throws {
    let sandbox = try furnished()
    let csv = try sandbox.huddle("list", "site", "--csv").output
    #expect(csv.hasPrefix("id,name,code,kind,"))
    #expect(csv.contains(",Riverside Hospital,riverside,"))
    let table = try sandbox.huddle("list", "measure", "--sort", "-name").output
    let lines = table.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("Wound infections"))
    #expect(lines[0].hasSuffix("  Id"))
    #expect(
      try sandbox.huddle("list", "measure", "--search", "wound", "--csv").output
        .split(separator: "\r\n").count == 2)
  }

  @Test("one number is logged, and a second time changes nothing")
  func log() throws {
    let sandbox = try furnished()
    let first = try sandbox.huddle("log", "wound-infections", "riverside", "2026-03", "2/118")
    #expect(first.code == 0, "\(first.errors)")
    #expect(
      first.output == "logged 2/118 for Mar 2026: Wound infections at Riverside Hospital\n")
    let again = try sandbox.huddle("log", "wound-infections", "riverside", "2026-03", "2/118")
    #expect(again.code == 0 && again.output.hasPrefix("nothing to change"))
    let other = try sandbox.huddle("log", "wound", "riverside", "2026-03", "~3/118")
    #expect(other.output.contains("(was 2/118)"))
    #expect(try sandbox.huddle("log", "wound", "riverside", "2026-04", "9/3").code == 1)
  }

  @Test("numbers may be negative, as arguments and as options")
  func negativeNumbers() throws {
    let sandbox = try furnished()
    let logged = try sandbox.huddle(
      "log", "balance", "riverside", "2026-03", "-3.5", "--note", "-1 from theatre")
    #expect(logged.code == 0, "\(logged.errors)")
    #expect(logged.output.hasPrefix("logged -3.5"))
    let chart = try sandbox.huddle(
      "chart", "--measure", "balance", "--site", "riverside", "--target", "-3", "--format", "json")
    #expect(chart.code == 0, "\(chart.errors)")
    #expect(try JSON.parse(chart.output)["target"]?.double == -3)
  }

  @Test(
    "options for all commands stand before or after the command",
    arguments: [
      ["--as", "nobody", "whoami"], ["whoami", "--as", "nobody"], ["whoami", "--as=nobody"],
      ["--plain", "whoami", "--glyphs", "ascii", "--as", "nobody"],
    ])
  func globalOptions(arguments: [String]) throws {
    let run = try furnished().huddle(arguments)
    #expect(run.code == 1)
    #expect(run.reason.contains("nobody"))
  }

  @Test(
    "a wrong command line ends with 2",
    arguments: [
      ["lst"], ["cycle"], ["list"], ["list", "cycl"], ["list", "cycles"], ["add"],
      ["list", "cycle", "--json", "--csv"], ["show"], ["--store"], ["whoami", "--glyphs", "x"],
      ["set", "x"], ["log", "a", "b"], ["chart", "--site", "x"], ["completions", "csh"],
      ["open"], ["list", "cycle", "--unknown"], ["demo", "--sites", "0"],
      ["import", "x.csv", "--measure", "m", "--site-column", "s", "--period-column", "p"],
    ])
  func usageErrors(arguments: [String]) throws {
    let run = try HuddleSandbox().huddle(arguments)
    #expect(run.code == 2, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
  }

  @Test("a word that is no command is answered with the likeliest one")
  func didYouMean() throws {
    let sandbox = try HuddleSandbox()
    #expect(try sandbox.huddle("lst").reason.contains("did you mean list?"))
    #expect(try sandbox.huddle("cycle").reason.contains("did you mean cycles?"))
    #expect(try sandbox.huddle("list", "cycles").errors.contains("did you mean cycle?"))
  }

  @Test("every command has help with an example, and none is listed that does not work")
  func help() throws {
    let sandbox = try HuddleSandbox()
    let commands = [
      "demo", "init", "whoami", "list", "show", "add", "set", "remove", "restore", "log",
      "import", "chart", "completions",
    ]
    let all = try sandbox.huddle("--help")
    #expect(all.code == 0)
    for command in commands {
      #expect(all.output.contains("  \(command) "))
      let help = try sandbox.huddle(command, "--help")
      #expect(help.code == 0)
      #expect(help.output.contains("Example"), "\(command)")
      #expect(help.output.contains("huddle \(command)"), "\(command)")
    }
  }

  @Test("a completion script comes for each shell", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let run = try HuddleSandbox().huddle("completions", shell)
    #expect(run.code == 0)
    #expect(run.output.contains("whoami"))
  }

  @Test("what a document says never commands the terminal")
  func controlCharacters() throws {
    let sandbox = try furnished()
    let json = #"{"title": "a\u001b[31mred\u0007\u009b2J", "project": "PROJECT"}"#
    let project = try JSON.parse(sandbox.huddle("list", "project", "--json").output)
    let id = try #require(project.elements.first?["id"]?.string)
    let added = try sandbox.huddle(
      "add", "cycle", "--json", "-", input: json.replacing("PROJECT", with: id))
    #expect(added.code == 0, "\(added.errors)")
    let cycle = added.output.split(separator: "\n").map(String.init)[0]
    for arguments in [["list", "cycle"], ["show", cycle], ["show", cycle, "--json"]] {
      let run = try sandbox.huddle(arguments)
      #expect(run.code == 0)
      let scalars = (run.output + run.errors + added.errors).unicodeScalars
      #expect(!scalars.contains { $0 != "\n" && ($0.value < 0x20 || 0x7F...0x9F ~= $0.value) })
    }
  }

  @Test("a visitor may read and is told how to become a member")
  func visitor() throws {
    let sandbox = try furnished()
    let login = try JSON.parse(sandbox.huddle("list", "member", "--json").output)
      .elements[0]["login"]?.string
    try sandbox.huddle("set", try #require(login), "login=someone-else")
    let read = try sandbox.huddle("list", "site", "--csv")
    #expect(read.code == 0 && read.output.contains("riverside"))
    #expect(try sandbox.huddle("whoami").output.contains("ask a steward to add you"))
    let refused = try sandbox.huddle("add", "need", "title=X", "category=people")
    #expect(refused.code == 5)
    #expect(refused.reason.contains("visitor"))
  }

  @Test("damage is told with every form of a list, even where nothing is left to list")
  func damagedList() throws {
    let sandbox = try furnished()
    func id(_ type: String) throws -> String {
      let lines = try sandbox.huddle("list", type, "--csv").output.split(
        whereSeparator: \.isNewline)
      return String(try #require(lines.last).prefix(26))
    }
    let store = try sandbox.huddle("whoami").output.split(separator: "\n")
      .first { $0.hasPrefix("store: ") }?.dropFirst(7)
    let place = "\(try #require(store))/sites/\(try id("site"))/projects/\(try id("project")).json"
    try #require(truncate(place, 10) == 0)
    for form in [[], ["--json"], ["--csv"]] {
      let run = try sandbox.huddle(["list", "project"] + form)
      #expect(run.code == 0)
      #expect(run.errors.contains("1 damaged document is not listed"), "\(form)")
    }
    #expect(try sandbox.huddle("list", "measure").errors.isEmpty)
  }

  @Test("a refusal is one line, whatever was typed")
  func oneLine() throws {
    let sandbox = try furnished()
    let run = try sandbox.huddle("show", "a\nb\u{1B}[31m")
    #expect(run.code == 1)
    #expect(run.errors == "huddle: there is no document “a b␛[31m”\n")
  }

  @Test("a result that cannot be written is no success")
  func fullDisk() throws {
    let sandbox = try furnished()
    let run = try sandbox.huddle(["list", "site"], outputPath: "/dev/full")
    #expect(run.code == 1)
    #expect(run.errors.hasPrefix("huddle: cannot write the result"))
  }
}
