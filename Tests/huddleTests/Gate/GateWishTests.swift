import ArgumentParser
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
      "sh", "-c id", "/bin/sh", "huddle huddle", "gate --member stella", "member invite x",
      "backup /tmp/x", "restore-backup x", "doctor", "doctor --repair", "init", "demo",
      "completions bash", "open", "cycles today", "commons import x.md", "internal-sftp",
      "scp -t .", "Whoami", "",
    ].filter { !$0.isEmpty })
  func notAdmitted(text: String) throws {
    guard case .notAdmitted = refusal(text) else {
      Issue.record("\(text): \(String(describing: refusal(text)))")
      return
    }
  }

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

  @Test("every command of the list is one of huddle's, and each of its options too")
  func known() throws {
    for admitted in AdmittedCommand.all {
      var command: any ParsableCommand.Type = Huddle.self
      for word in admitted.name.split(separator: " ").map(String.init) {
        let next = command.configuration.subcommands.first {
          $0.configuration.commandName == word
        }
        command = try #require(next, "\(admitted.name)")
      }
      let help = command.helpMessage(columns: 400)
      for option in admitted.options.keys {
        #expect(help.contains(option), "\(admitted.name) \(option)")
      }
    }
  }
}

@Suite("What of the environment comes through the gate") struct GateEnvironmentTests {
  @Test("only what says how a terminal shows text is kept, in a strict form")
  func kept() {
    let found = GateEnvironment([
      "TERM": "tmux-256color", "LANG": "en_GB.UTF-8", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor",
      "NO_COLOR": "1", "HOME": "/root", "PATH": "/evil", "SSH_CONNECTION": "1 2 3 4",
    ])
    #expect(found.kept.keys.sorted() == ["COLORTERM", "LANG", "LC_ALL", "NO_COLOR", "TERM"])
    #expect(found.refused.isEmpty)
  }

  @Test(
    "everything else is taken away and told",
    arguments: [
      "TERM=../../tmp/x", "TERM=a b", "TERM=\u{1B}[31m", "LANG=/tmp/locale", "LC_ALL=../x",
      "LC_EVIL=x", "COLORTERM=$(id)", "TERMINFO=/tmp", "TERMINFO_DIRS=/tmp", "TERMCAP=x",
      "EDITOR=sh", "VISUAL=sh", "PAGER=sh", "LD_PRELOAD=/tmp/x.so", "HUDDLE_STORE=/tmp",
      "XDG_DATA_HOME=/tmp", "XDG_CONFIG_HOME=/tmp", "GIT_DIR=/tmp", "GIT_EXEC_PATH=/tmp",
      "NCURSES_NO_UTF8_ACS=1", "ESCDELAY=1", "BASH_ENV=x", "ENV=x", "LOCPATH=/tmp",
      "TERM=\(String(repeating: "x", count: 65))",
    ])
  func refused(text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let found = GateEnvironment([parts[0]: parts[1]])
    #expect(found.kept.isEmpty)
    #expect(found.refused == [parts[0]])
  }
}

@Suite("A public key for an invitation") struct PublicKeyTests {
  private static let base64 =
    "AAAAC3NzaC1lZDI1NTE5AAAAINInszp/s868ZN85r1sXA+l+X0hi/52GylvOvaQzsmiC"

  private func problem(_ text: String) -> PublicKey.Problem? {
    do throws(PublicKey.Problem) {
      _ = try PublicKey.parse(text)
      return nil
    } catch {
      return error
    }
  }

  @Test("one key is read, and its comment made harmless")
  func one() throws {
    let key = try PublicKey.parse("# mine\n\nssh-ed25519 \(Self.base64) priya\"@home \u{1B}[31m\n")
    #expect(key.type == "ssh-ed25519")
    #expect(key.base64 == Self.base64)
    #expect(key.comment == "priya_@home___31m")
  }

  @Test("a private key, options, several keys and damaged ones are refused")
  func refused() {
    #expect(problem("-----BEGIN OPENSSH PRIVATE KEY-----\nx") == .isPrivate)
    #expect(problem("") == .empty)
    #expect(problem("ssh-ed25519 \(Self.base64)\nssh-ed25519 \(Self.base64)") == .severalKeys(2))
    #expect(problem("command=\"sh\" ssh-ed25519 \(Self.base64)") == .hasOptions)
    #expect(problem("ssh-dss AAAAB3NzaC1kc3MAAACB") == .unknownType("ssh-dss"))
    #expect(problem("ssh-rsa \(Self.base64)") == .damaged)
    #expect(problem("ssh-ed25519 \(Self.base64.dropLast(4))") == .damaged)
    #expect(problem("ssh-ed25519 \(Self.base64.dropLast())\"") == .damaged)
    #expect(problem("ssh-ed25519") == .damaged)
  }

  @Test("a line names no path and no login that a shell reads in its own way")
  func paths() throws {
    let key = try PublicKey.parse("ssh-ed25519 \(Self.base64)")
    let sound = Invitation(member: "priya", program: "/usr/bin/huddle", store: "/srv/h", key: key)
    #expect(
      try sound.line
        == "restrict,pty,command=\"/usr/bin/huddle gate --member priya --store /srv/h\" "
        + "ssh-ed25519 \(Self.base64)")
    for text in ["/srv/a b", "/srv/$(id)", "/srv/\"x", "/srv/x;y", "", "-x", "/srv/\u{E4}"] {
      let line = Invitation(member: "priya", program: "/usr/bin/huddle", store: text, key: key)
      #expect(throws: Failure.self, "\(text)") { try line.line }
    }
  }
}

@Suite("The end of a session in which nobody is") struct IdleLimitTests {
  @Test("a session without a key for long enough ends as if the line had dropped, and says why")
  func ends() {
    let mailbox = Mailbox()
    let idle = IdleLimit(seconds: 0)
    idle.start(mailbox)
    mailbox.wait(milliseconds: 30_000)
    let events = mailbox.takeAll()
    #expect(events.count == 1)
    guard case .input(.hangup) = events.first else {
      Issue.record("the session went on")
      return
    }
    #expect(idle.wordsAtEnd?.contains("kept as a draft") == true)
  }

  @Test("a session in which somebody is goes on")
  func goesOn() {
    let mailbox = Mailbox()
    let idle = IdleLimit(minutes: 30)
    idle.start(mailbox)
    idle.note()
    #expect(mailbox.takeAll().isEmpty)
    #expect(idle.wordsAtEnd == nil)
  }
}
