import Testing

@testable import huddle

@Suite("What may be asked for over SSH") struct GateWishTests {
  private func refusal(_ text: String) -> GateRefusal? {
    do throws(GateRefusal) {
      _ = try GateWish(text)
      return nil
    } catch {
      return error
    }
  }

  @Test("nothing, or a section, opens the workbench")
  func workbench() throws {
    #expect(try GateWish("") == .workbench([]))
    #expect(try GateWish("  ") == .workbench([]))
    #expect(try GateWish("huddle") == .workbench([]))
    #expect(try GateWish("huddle cycles") == .workbench(["cycles"]))
  }

  @Test(
    "a section with --plain is printed, whichever stands first",
    arguments: ["today --plain", "--plain cycles", "--plain", "portfolio --plain"])
  func plain(text: String) throws {
    #expect(try GateWish(text) == .workbench(text.split(separator: " ").map(String.init)))
  }

  @Test(
    "whatever else stands behind a section is what is refused, not the section",
    arguments: [
      ("cycles today", "today"), ("today --colour", "--colour"), ("team --plain --as", "--as"),
    ])
  func sectionAlone(text: String, word: String) {
    let section = String(text.prefix { $0 != " " })
    #expect(refusal(text) == .sectionTakesNothing(section: section, word: word))
  }

  @Test("--plain before a command is that command's to refuse") func plainCommand() {
    #expect(
      refusal("--plain list cycle") == .optionNotAdmitted(option: "--plain", command: "list"))
  }

  @Test(
    "words are split at spaces and held together by quotes",
    arguments: [
      ("log warm riverside 2026-03 2/118", ["log", "warm", "riverside", "2026-03", "2/118"]),
      ("log warm riverside 2026-03 -3.5", ["log", "warm", "riverside", "2026-03", "-3.5"]),
      (
        "log m s 2026-03 ? --note='no data; yet'",
        ["log", "m", "s", "2026-03", "?", "--note=no data; yet"]
      ),
      ("add need \"title=A \\\"warm\\\" room\"", ["add", "need", "title=A \"warm\" room"]),
      ("set x 'a=b'' c'", ["set", "x", "a=b c"]), ("set x a=''", ["set", "x", "a="]),
      ("list cycle --where stage=do --json", ["list", "cycle", "--where", "stage=do", "--json"]),
      ("portfolio --json", ["portfolio", "--json"]),
      (
        "commons export Cuff --format markdown",
        ["commons", "export", "Cuff", "--format", "markdown"]
      ),
      ("apply -", ["apply", "-"]), ("add note --json -", ["add", "note", "--json", "-"]),
    ])
  func admitted(text: String, words: [String]) throws {
    #expect(try GateWish(text) == .command(words))
  }

  @Test(
    "what is not on the list is refused",
    arguments: [
      "sh", "-c id", "/bin/sh", "huddle huddle", "internal-sftp", "scp -t .",
      "Whoami", "member", "member uninvite x", "commons burn",
    ])
  func notAdmitted(text: String) throws {
    guard case .notAdmitted = refusal(text) else {
      Issue.record("\(text): \(String(describing: refusal(text)))")
      return
    }
  }

  @Test(
    "what huddle does elsewhere and not here is refused with the reason",
    arguments: [
      "gate --member stella", "member invite x", "backup /tmp/x", "restore-backup x", "doctor",
      "doctor --repair", "init", "demo", "completions bash", "open", "commons import x.md",
    ])
  func keptOut(text: String) {
    guard case .keptOut(let word, let why) = refusal(text) else {
      Issue.record("\(text): \(String(describing: refusal(text)))")
      return
    }
    #expect(text.hasPrefix(word))
    #expect(GateRefusal.keptOut(word: word, why: why).words.contains(why))
  }

  @Test(
    "a path is no name of a document",
    arguments: [
      "show ../../etc/passwd", "show /etc/passwd", "show ~/.ssh/id_ed25519", "history ./x",
      "remove sites/../../x", "restore ..", "withdraw ../x --reason y", "list ../members",
      "add ../note title=x", "set ../../x a=b", "log ../m riverside 2026-01 1/2",
      "log m ../riverside 2026-01 1/2", "report site ../../srv", "minutes /srv/x",
      "chart --measure ../x", "chart --measure m --site=../../x", "search a --save ../../x",
      "search --saved /x", "search --forget ../x", "digest --coach ../../stella",
      "commons export ../x", "try ../x", "try card --project /srv", "match ./..", "accept a ../b",
    ])
  func path(text: String) {
    guard case .path = refusal(text) else {
      Issue.record("\(text): \(String(describing: refusal(text)))")
      return
    }
  }

  @Test(
    "a text may hold anything",
    arguments: [
      "add note 'body=see /srv/x and ../y'", "log m s 2026-01 1/2 --note ../x", "search ../x",
      "list cycle --search /etc/passwd", "withdraw x --reason /dev/null",
      "chart --measure warm-patients/wound-infections", "commons share title=../x kind=tool",
    ])
  func free(text: String) { #expect(refusal(text) == nil, "\(text)") }

  @Test("whoever asks is told what can be given", arguments: ["help", "--help", "huddle help"])
  func help(text: String) throws { #expect(try GateWish(text) == .help) }

  @Test(
    "no option names a store, a person or a file",
    arguments: [
      "whoami --store /tmp", "whoami --as stella", "--store /tmp whoami", "show x --store=/tmp",
      "list cycle --as=stella", "list cycle --search --store", "list cycle --limit",
      "chart --case x.json", "chart x.csv", "chart --measure m --freeze", "apply /etc/passwd",
      "apply ../x", "import x.csv --measure m", "import - --map /etc/passwd",
      "add note --json /etc/passwd", "set x --json ../../etc/passwd", "show x y", "show",
      "whoami extra", "list cycle --json=x", "add need title=A rest of it", "set x =b",
      "show -- x", "undo all", "show -x", "report project x --output y",
    ])
  func files(text: String) {
    #expect(refusal(text) != nil, "\(text)")
  }

  @Test(
    "what only a shell gives a meaning is refused outside quotes",
    arguments: [
      "whoami; sh", "whoami | sh", "whoami && sh", "whoami & sh", "whoami > /tmp/x",
      "whoami < /etc/passwd", "show `id`", "show $(id)", "show $HOME", "show {a,b}", "whoami # x",
      "show a\\ b", "show 'x", "show \"x", "show \"x\\",
    ])
  func shell(text: String) { #expect(refusal(text) != nil, "\(text)") }

  @Test("control characters are refused, in quotes too")
  func controls() {
    let controls = (0..<0x20).map { $0 } + [0x7F, 0x80, 0x9B, 0x9F, 0x2028]
    for value in controls {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      #expect(refusal("show 'a\(scalar)b'") == .controlCharacter(scalar))
    }
  }

  @Test("too much is refused before it is looked at")
  func long() {
    #expect(refusal(String(repeating: "x", count: CommandWords.longest + 1)) == .tooLong)
    #expect(
      refusal(Array(repeating: "x", count: CommandWords.most + 1).joined(separator: " "))
        == .tooLong)
  }
}
