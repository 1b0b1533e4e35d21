import TestSupport

/// A way out of the gate that somebody might try, in many forms, and the same thing done with a key
/// that no gate stands before.
struct EscapeFamily {
  enum Guard {
    /// The gate refuses and writes it down.
    case gate
    /// The server refuses, because the key's line says `restrict`, and writes it down with these
    /// words.
    case server(String)
    /// The session goes on as the same member, without what was to be brought in; written down.
    case taken
  }

  var name: String
  var barrier: Guard
  var attempts: [Attempt]
  /// What shows that the attempt works where nothing stops it, and what it then prints.
  var control: Attempt
  var controlShows: String

  struct Attempt {
    var options: [String] = []
    var command: [String] = []
    var input = ""
    var program = "/usr/bin/ssh"
    /// Words before the client, such as an agent it runs under.
    var before: [String] = []

    /// What a subsystem says on its second output no server hands on.
    var isSubsystem: Bool { options.contains("-s") || program.hasSuffix("sftp") }
  }
}

extension EscapeFamily {
  /// - Parameters:
  ///   - folder: where files may be looked for.
  ///   - port: the server's own, which answers with its version.
  static func all(folder: String, port: Int, huddle: String, store: String) -> [EscapeFamily] {
    [
      EscapeFamily(
        name: "forwarding to hosts", barrier: .server("refused local port forward"),
        attempts: ["127.0.0.1:\(port)", "localhost:22", "10.0.0.1:80", "[::1]:22", "127.1:25"]
          .map { Attempt(options: ["-W", $0]) }
          + (1...12).map { Attempt(options: ["-W", "127.0.0.1:\(port + $0)"]) },
        control: Attempt(options: ["-W", "127.0.0.1:\(port)"]), controlShows: "SSH-2.0"),
      EscapeFamily(
        name: "forwarding from the server", barrier: .server("tcpip-forward"),
        attempts: (0..<15).map {
          Attempt(
            options: [
              "-o", "ExitOnForwardFailure=yes", "-R", "\($0 == 0 ? 0 : port + $0):127.0.0.1:22",
            ],
            command: ["whoami"])
        },
        control: Attempt(
          options: ["-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22"],
          command: ["echo", "up"]),
        controlShows: "up"),
      EscapeFamily(
        name: "forwarding of sockets", barrier: .server("streamlocal-forward"),
        attempts: (0..<15).map {
          Attempt(
            options: ["-o", "ExitOnForwardFailure=yes", "-R", "\(folder)/sock\($0):127.0.0.1:22"],
            command: ["whoami"])
        },
        control: Attempt(
          options: ["-o", "ExitOnForwardFailure=yes", "-R", "\(folder)/sock:127.0.0.1:22"],
          command: ["echo", "up"]),
        controlShows: "up"),
      EscapeFamily(
        name: "sftp", barrier: .gate,
        attempts: (0..<9).map { _ in Attempt(options: ["-s"], command: ["sftp"]) }
          + ["get /etc/passwd", "put input", "ls /", "rm x", "symlink a b", "chmod 777 x"].map {
            Attempt(options: ["-b", "-"], input: "\($0)\n", program: "/usr/bin/sftp")
          },
        control: Attempt(options: ["-b", "-"], input: "pwd\n", program: "/usr/bin/sftp"),
        controlShows: "Remote working directory"),
      EscapeFamily(
        name: "scp", barrier: .gate,
        attempts: [
          "scp -t /tmp", "scp -f /etc/passwd", "scp -r -t .", "scp -v -f x", "scp -p -t /srv",
          "scp -d -t /", "scp", "rsync --server -e. . /", "rsync --server --sender . /etc",
          "rcp -t .", "tar cf - /", "cat /etc/passwd", "dd if=/etc/passwd", "tee /tmp/x",
          "git-upload-pack /srv", "git-receive-pack x",
        ].map { Attempt(command: [$0]) },
        control: Attempt(command: ["cat /etc/passwd"]), controlShows: "root:"),
      EscapeFamily(
        name: "another shell", barrier: .gate,
        attempts: [
          "sh", "bash", "/bin/sh", "/bin/bash -i", "dash", "zsh", "python3", "perl -e 1", "vi",
          "less",
          "more", "man", "env", "exec sh", "su", "sudo -s", "busybox sh", "../bin/sh", "-sh",
          "sh -c id",
        ].map { Attempt(options: ["-tt"], command: [$0]) },
        control: Attempt(options: ["-tt"], command: ["sh", "-c", "'echo in a shell'"]),
        controlShows: "in a shell"),
      EscapeFamily(
        name: "tricks of a shell", barrier: .gate,
        attempts: [
          "whoami; id", "whoami && id", "whoami || id", "whoami | cat", "whoami & id",
          "whoami > \(folder)/x",
          "whoami >> \(folder)/x", "whoami < /etc/passwd", "show $(id)", "show `id`",
          "show ${HOME}",
          "whoami\nid", "whoami\rid", "show $HOME", "show {1..9}", "whoami # id", "(whoami)",
          "whoami \\", "show 'x", "show \"x", "whoami;id;", "list cycle --where 'a'$(id)",
        ].map { Attempt(command: [$0]) },
        control: Attempt(command: ["true; echo went on"]), controlShows: "went on"),
      EscapeFamily(
        name: "another store or person", barrier: .gate,
        attempts: [
          "whoami --store /tmp", "whoami --store=/tmp", "--store /tmp whoami", "whoami --as stella",
          "whoami --as=stella", "--as stella whoami", "list cycle --search --store /tmp",
          "cycles --as x",
          "cycles --store /tmp", "gate --member stella --store \(store)", "gate", "init", "demo",
          "member invite stella --key x", "open", "--theme ../../x",
        ].map { Attempt(command: [$0]) },
        control: Attempt(command: ["\(huddle) whoami --store \(store) --as stella"]),
        controlShows: "stella"),
      EscapeFamily(
        name: "files in and out", barrier: .gate,
        attempts: [
          "apply /etc/passwd", "apply ../../etc/passwd", "apply \(folder)/input",
          "import /etc/passwd",
          "import x.csv --measure wound --site-column a --period-column b",
          "import - --map /etc/passwd",
          "chart /etc/passwd", "chart ../x.csv", "chart --case /etc/passwd", "chart -",
          "add note --json /etc/passwd", "add note --json=/etc/passwd", "set x --json ../x",
          "backup \(folder)/b", "restore-backup \(folder)/b", "doctor --repair", "completions bash",
          "report site riverside --output \(folder)/x", "minutes x --to \(folder)/x",
        ].map { Attempt(command: [$0]) },
        control: Attempt(
          command: ["\(huddle) apply \(folder)/operations --store \(store) --as stella"]),
        controlShows: "\"ok\":true"),
      EscapeFamily(
        name: "variables of huddle and git", barrier: .taken,
        attempts: [
          "HUDDLE_STORE=/tmp", "HUDDLE_RECORD=1", "HUDDLE_X=$(id)", "XDG_DATA_HOME=/tmp",
          "XDG_CONFIG_HOME=\(folder)", "XDG_STATE_HOME=\(folder)", "XDG_CACHE_HOME=/tmp",
          "GIT_DIR=/tmp",
          "GIT_EXEC_PATH=\(folder)", "GIT_SSH_COMMAND=sh", "GIT_EXTERNAL_DIFF=sh", "GIT_PAGER=sh",
          "GIT_CONFIG_COUNT=1", "GIT_TRACE=\(folder)/x", "GIT_EDITOR=sh",
        ].map { Attempt(options: ["-o", "SetEnv=\($0)"], command: ["whoami"]) },
        control: Attempt(options: ["-o", "SetEnv=GIT_DIR=/evil"], command: ["env"]),
        controlShows: "GIT_DIR=/evil"),
      EscapeFamily(
        name: "editors and pagers", barrier: .taken,
        attempts: ["EDITOR", "VISUAL", "PAGER", "LESS", "LESSOPEN", "LESSCLOSE", "LESSKEY"].flatMap
        { name in
          ["sh", "\(folder)/evil"].map {
            Attempt(options: ["-o", "SetEnv=\(name)=\($0)"], command: ["whoami"])
          }
        } + [Attempt(options: ["-o", "SetEnv=VISUAL=vi"], command: ["whoami"])],
        control: Attempt(options: ["-o", "SetEnv=EDITOR=/evil"], command: ["env"]),
        controlShows: "EDITOR=/evil"),
      EscapeFamily(
        name: "descriptions of terminals and locales", barrier: .taken,
        attempts: [
          "TERMINFO=\(folder)", "TERMINFO=/tmp", "TERMINFO=hex:00", "TERMINFO_DIRS=/tmp",
          "TERMINFO_DIRS=:",
          "TERMCAP=/tmp/x", "TERMCAP=xx:co#80", "LC_ALL=../../tmp/x", "LC_ALL=/tmp/x",
          "LANG=/tmp/x",
          "LC_CTYPE=$(id)", "LC_EVIL=x", "LC_MESSAGES=a/b", "ESCDELAY=0", "NCURSES_TRACE=1",
          "COLORTERM=a/b", "NO_COLOR=a-b",
        ].map { Attempt(options: ["-o", "SetEnv=\($0)"], command: ["whoami"]) },
        control: Attempt(options: ["-o", "SetEnv=TERMINFO=/evil"], command: ["env"]),
        controlShows: "TERMINFO=/evil"),
      EscapeFamily(
        name: "bytes without sense", barrier: .gate, attempts: fuzzed(),
        control: Attempt(command: ["printf 'a\\tb'"]), controlShows: "a\tb"),
    ]
  }

  /// Commands of arbitrary bytes, each with one that no command holds.
  private static func fuzzed() -> [Attempt] {
    var generator = SeededGenerator(seed: 7)
    return (0..<24).map { _ in
      let count = Int.random(in: 1...200, using: &generator)
      var scalars = String.UnicodeScalarView()
      for _ in 0..<count {
        let value = UInt32.random(in: 1...0x2FF, using: &generator)
        scalars.append(Unicode.Scalar(value) ?? "\u{1}")
      }
      scalars.append("\u{1B}")
      return Attempt(command: ["x" + String(scalars)])
    }
  }
}
