import Glibc
import JSONTree
import Testing

@Suite("Commands that keep a store") struct KeepingCommandTests {
  private func furnished() throws -> (sandbox: HuddleSandbox, need: String) {
    let sandbox = try HuddleSandbox()
    for words in [
      ["init", "--name", "Safer Surgery"],
      ["add", "site", "name=Riverside", "code=riverside", "kind=hospital"],
      [
        "add", "member", "name=Kofi", "login=kofi", "perspective=clinician", "siteIds=riverside",
        "networkRole=participant",
      ],
    ] {
      let run = try sandbox.huddle(words)
      #expect(run.code == 0, "\(words): \(run.errors)")
    }
    let need = try sandbox.huddle(
      "add", "need", "title=A secret wish", "category=information", "--as", "kofi")
    #expect(need.code == 0, "\(need.errors)")
    return (sandbox, String(need.output.dropLast()))
  }

  private func place(_ need: String, _ sandbox: HuddleSandbox) throws -> String {
    let run = try sandbox.run(["find", sandbox.store, "-name", "\(need).json"])
    return String(run.output.dropLast())
  }

  @Test("a store made for a group is one for all of it, whatever mask each of them has")
  func group() throws {
    let sandbox = try HuddleSandbox()
    let run = try sandbox.run([
      "sh", "-c",
      "mkdir -m 2770 \"$1\" && umask 027 && \"$0\" init --store \"$1\" && "
        + "\"$0\" add site name=Riverside code=riverside kind=hospital --store \"$1\"",
      HuddleSandbox.program, sandbox.store,
    ])
    #expect(run.code == 0, "\(run.errors)")
    let narrow = try sandbox.run([
      "find", sandbox.store, "-type", "f", "!", "-perm", "-060", "-not", "-path", "*/members/*",
    ])
    #expect(narrow.output.isEmpty, "\(narrow.output)")
  }

  @Test("what was withdrawn is named as such by a second try to add it, and by restore")
  func withdrawnOnce() throws {
    let (sandbox, _) = try furnished()
    let id = "01hf7yat05003g000000000005"
    let line =
      #"{"op":"add","type":"need","id":"\#(id)","doc":{"title":"A wish","category":"information"}}"#
      + "\n"
    #expect(try sandbox.huddle(["apply", "-"], input: line).output.contains("ok"))
    #expect(try sandbox.huddle("withdraw", id, "--reason", "named a patient").code == 0)
    let again = try sandbox.huddle(["apply", "-"], input: line)
    #expect(again.output.contains("was withdrawn") && !again.output.contains("trash"), "\(again)")
    let restored = try sandbox.huddle("restore", id)
    #expect(restored.code != 0 && restored.reason.contains("was withdrawn"), "\(restored)")
  }

  @Test("a backup into a folder that is not there names the folder")
  func backupNowhere() throws {
    let (sandbox, _) = try furnished()
    let run = try sandbox.huddle("backup", "\(sandbox.folder)/nowhere/x.tar")
    #expect(run.code != 0 && run.reason.contains("no folder \(sandbox.folder)/nowhere"), "\(run)")
  }

  @Test("a backup is restored under a name, and where none is said, that is asked for")
  func restoredByName() throws {
    let (sandbox, _) = try furnished()
    let archive = "\(sandbox.folder)/b.tar"
    #expect(try sandbox.huddle("backup", archive).code == 0)
    for path in [".", "./", "\(sandbox.folder)/.."] {
      let run = try sandbox.huddle("restore-backup", archive, "--store", path)
      #expect(run.code != 0 && run.reason.contains("is no name"), "\(run)")
    }
    let path = "\(sandbox.folder)/here"
    #expect(try sandbox.huddle("restore-backup", archive, "--store", path + "//").code == 0)
    #expect(try sandbox.huddle("list", "site", "--store", path).output.contains("Riverside"))
  }

  @Test("closed standard input is an empty one")
  func closedInput() throws {
    let (sandbox, _) = try furnished()
    let run = try sandbox.run([
      "sh", "-c", "\"$0\" apply - <&-", HuddleSandbox.program,
    ])
    #expect(!run.errors.contains("directory"), "\(run)")
  }

  @Test("the doctor ends with 0 where all is well, with 1 and a line for what is not")
  func doctor() throws {
    let (sandbox, need) = try furnished()
    let well = try sandbox.huddle("doctor")
    #expect(well.code == 0 && well.output.contains("nothing is damaged"), "\(well)")
    let path = try place(need, sandbox)
    _ = try sandbox.run(["/bin/sh", "-c", "echo '{' > \(path)"])
    let ill = try sandbox.huddle("doctor")
    #expect(ill.code == 1 && ill.output.contains("\(need).json: the document is damaged: line 2"))
    #expect(ill.errors.contains("1 damaged"))
    let told = try sandbox.huddle("doctor", "--json")
    let tree = try JSON.parse(Array(told.output.utf8))
    #expect(told.code == 1 && tree["sound"] == false)
    #expect(tree["findings"]?.elements.map { $0["kind"]?.string } == ["damaged"])
    let mended = try sandbox.huddle("doctor", "--repair")
    #expect(mended.code == 0 && mended.output.contains("brought back the last good version"))
    #expect(try sandbox.huddle("show", need).output.contains("A secret wish"))
  }

  @Test("the history tells what changed also when undo has it no more, and a repair finds it there")
  func history() throws {
    let (sandbox, need) = try furnished()
    for title in ["B", "C"] { try sandbox.does("set", need, "title=\(title)") }
    let before = try sandbox.huddle("history", need)
    #expect(before.output.contains(": A secret wish → B"))
    let entry = try sandbox.does("add", "note", "body=so that it is imported")
    _ = try sandbox.huddle("apply", "-", input: "")
    _ = try sandbox.run(["rm", "-r", "\(sandbox.store)/.store/undo"])
    #expect(try sandbox.huddle("history", need).output == before.output, "\(entry)")
    let path = try place(need, sandbox)
    _ = try sandbox.run(["/bin/sh", "-c", "echo '{' > \(path)"])
    #expect(try sandbox.huddle("doctor", "--repair").code == 0)
    #expect(try sandbox.huddle("show", need).output.contains("C"))
  }

  @Test("without git everything works but older versions, and the doctor says so")
  func withoutGit() throws {
    let (sandbox, need) = try furnished()
    func huddle(_ words: String...) throws -> HuddleRun {
      try sandbox.run(["/usr/bin/env", "PATH=/nowhere", HuddleSandbox.program] + words)
    }
    #expect(try huddle("set", need, "title=B").code == 0)
    #expect(try huddle("history", need).output.contains(": A secret wish → B"))
    let doctor = try huddle("doctor")
    #expect(doctor.code == 0 && doctor.output.contains("git is not installed"), "\(doctor)")
    #expect(try !sandbox.huddle("doctor").output.contains("git"))
  }

  @Test("what a newer huddle wrote is shown, kept whole, and refused to be changed in words")
  func newer() throws {
    let (sandbox, need) = try furnished()
    let path = try place(need, sandbox)
    _ = try sandbox.run([
      "sed", "-i", "s/\"schema\": 1/\"schema\": 99,\\n  \"ward\": [1.50]/", path,
    ])
    let bytes = try HuddleSandbox.text(of: path)
    #expect(bytes.contains("1.50"))
    #expect(try sandbox.huddle("show", need).output.contains("A secret wish"))
    for words in [["set", need, "title=B"], ["remove", need]] {
      let run = try sandbox.huddle(words)
      #expect(run.code == 1 && run.errors.contains("newer"), "\(run)")
    }
    let line = #"{"op":"set","id":"\#(need)","fields":{"title":"B"}}"#
    #expect(try sandbox.huddle("apply", "-", input: line).output.contains("newer huddle"))
    let doctor = try sandbox.huddle("doctor")
    #expect(doctor.code == 0 && doctor.output.contains("a newer program wrote it"))
    #expect(try HuddleSandbox.text(of: path) == bytes)
  }

  @Test("what only a type's own rules forbid is told by the doctor as well")
  func unsound() throws {
    let (sandbox, need) = try furnished()
    let path = try place(need, sandbox)
    _ = try sandbox.run(["sed", "-i", "s/\"information\"/\"gossip\"/", path])
    let run = try sandbox.huddle("doctor")
    #expect(run.code == 1 && run.output.contains("gossip"), "\(run)")
  }

  @Test("only a steward may take a store as it is")
  func accept() throws {
    let (sandbox, _) = try furnished()
    #expect(try sandbox.huddle("doctor", "--accept", "--as", "kofi").code == 5)
    #expect(try sandbox.huddle("doctor", "--accept").code == 0)
  }

  @Test("a backup comes back as the same store, and only a steward may make one")
  func backup() throws {
    let (sandbox, need) = try furnished()
    let file = "\(sandbox.folder)/kept.tar"
    #expect(try sandbox.huddle("backup", file, "--as", "kofi").code == 5)
    let kept = try sandbox.huddle("backup", file)
    #expect(kept.code == 0 && kept.output.contains("read them again"), "\(kept)")
    let again = try sandbox.huddle("backup", file)
    #expect(again.code == 1 && again.reason.contains("is there already"))
    let copy = "\(sandbox.folder)/copy"
    let restored = try sandbox.huddle("restore-backup", file, "--store", copy)
    #expect(restored.code == 0, "\(restored)")
    let shown = try sandbox.huddle("show", need, "--store", copy, "--json")
    #expect(try shown.output == sandbox.huddle("show", need, "--json").output)
    #expect(try sandbox.huddle("doctor", "--store", copy).code == 0)
    #expect(try sandbox.huddle("restore-backup", file).code == 1)
    #expect(try sandbox.huddle("restore-backup", "\(sandbox.folder)/none.tar").code == 1)
  }

  @Test("people take back what they wrote, others may not, and it says what cannot be recalled")
  func withdraw() throws {
    let (sandbox, need) = try furnished()
    _ = try sandbox.huddle(
      "add", "member", "name=Ada", "login=ada", "perspective=clinician", "siteIds=riverside",
      "networkRole=lead")
    let words = ["withdraw", need, "--reason", "it was about a patient"]
    #expect(try sandbox.huddle(words + ["--as", "ada"]).code == 5)
    #expect(try sandbox.huddle("withdraw", need, "--reason", " ", "--as", "kofi").code == 1)
    let run = try sandbox.huddle(words + ["--as", "kofi"])
    #expect(run.code == 0 && run.errors.contains("cannot be recalled"), "\(run)")
    let search = try sandbox.run(["grep", "-rl", "A secret wish", sandbox.store])
    #expect(search.output.isEmpty)
    #expect(try sandbox.huddle("restore", need).code == 1)
    #expect(try sandbox.huddle("doctor").code == 0)
  }
}
