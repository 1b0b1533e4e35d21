extension EscapeFamily {
  /// Files in and out by programs made for it.
  static func copying(_ place: EscapePlace) -> [EscapeFamily] {
    [
      EscapeFamily(
        name: "subsystems", barrier: .gate,
        attempts: [
          Attempt(options: ["-s"], command: ["sftp"]),
          Attempt(options: ["-s"], command: ["huddle"]),
          Attempt(options: ["-tt", "-s"], command: ["sftp"]),
          Attempt(options: ["-b", "-"], input: Array("ls /\n".utf8), program: "/usr/bin/sftp"),
          Attempt(
            options: ["-s", "/usr/lib/openssh/sftp-server", "-b", "-"],
            input: Array("get /etc/passwd\n".utf8), program: "/usr/bin/sftp"),
          Attempt(
            options: ["-s", "huddle", "-b", "-"], input: Array("put input\n".utf8),
            program: "/usr/bin/sftp"),
          Attempt(
            options: ["-O", "/etc/hostname"], command: ["x"], program: "/usr/bin/scp"),
        ],
        control: Attempt(
          options: ["-b", "-"], input: Array("pwd\n".utf8), program: "/usr/bin/sftp"),
        controlShows: "Remote working directory"),
      EscapeFamily(
        name: "programs that copy", barrier: .gate,
        attempts: typed([
          "scp -t /tmp", "scp -f /etc/passwd", "scp -r -d -t /srv",
          "rsync --server -logDtpre.iLsfxC . /", "rsync --server --sender -e. . /etc",
          "tar cf - /", "cat /etc/passwd", "dd if=/etc/passwd", "tee \(place.folder)/x",
          "git-upload-pack /srv", "git-receive-pack /srv", "git upload-archive /srv", "svnserve -t",
          "borg serve", "rclone serve sftp --stdio",
          "mosh-server new", "nc 127.0.0.1 22",
          "internal-sftp",
        ]),
        control: Attempt(command: ["cat /etc/passwd"]), controlShows: "root:"),
    ]
  }

  /// What is typed behind the server's name.
  static func commands(_ place: EscapePlace) -> [EscapeFamily] {
    let folder = place.folder
    return [
      EscapeFamily(
        name: "shells", barrier: .gate,
        attempts: typed(
          [
            "sh", "bash", "/bin/sh", "/bin/bash -i", "python3", "vi",
            "man", "exec sh", "sudo -s", "busybox sh", "../bin/sh", "-sh",
            "/proc/self/exe", "tmux",
          ], options: ["-tt"]),
        control: Attempt(options: ["-tt"], command: ["sh", "-c", "'echo in a shell'"]),
        controlShows: "in a shell"),
      EscapeFamily(
        name: "tricks with words", barrier: .gate,
        attempts: typed([
          "whoami; id", "whoami | cat", "whoami & id",
          "whoami > \(folder)/x", "whoami < /etc/passwd",
          "whoami << x", "whoami 2>&1", "show $(id)", "show `id`", "show $HOME",
          "show $'\\x41'", "show <(id)", "whoami\nid", "whoami\tid",
          "(whoami)", "whoami \\", "list cycle --where 'a'$(id)", "A=b whoami",
          "whoami '|' sh", "huddle huddle whoami",
        ]),
        control: Attempt(command: ["true; echo went on"]), controlShows: "went on"),
      EscapeFamily(
        name: "commands that are none", barrier: .gate,
        attempts: [
          "show 'x", "show \"x", "show \"x\\", "''", "-", "--", "---", "-c", "=", "whoami ''",
          String(repeating: "x", count: 70_000), String(repeating: "a ", count: 1_100),
          "show \u{1B}]0;x\u{7}", "show \u{9B}31m", "show \u{202E}x\u{2028}",
        ].map { Attempt(command: ["--", $0]) } + [
          // Bytes that are no text at all.
          Attempt(
            command: [], before: ["sh", "-c", "exec \"$@\" \"$(printf 'show \\377\\376')\"", "sh"])
        ],
        control: Attempt(command: ["printf 'a\\tb'"]), controlShows: "a\tb"),
      EscapeFamily(
        name: "another store or person", barrier: .gate,
        attempts: typed([
          "whoami --store /tmp", "--store /tmp whoami",
          "whoami --as stella", "whoami --as=stella", "list cycle --search --store /tmp",
          "cycles --as stella", "gate --member stella --store \(place.store)", "gate", "demo",
          "member invite stella --key x", "cycles --theme ../../x", "--plain whoami",
        ]),
        control: Attempt(
          command: ["\(place.huddle) whoami --store \(place.store) --as stella"]),
        controlShows: "stella"),
      EscapeFamily(
        name: "files in and out", barrier: .gate,
        attempts: typed([
          "apply /etc/passwd", "apply \(folder)/operations",
          "import x.csv --measure wound --site-column a --period-column b",
          "import - --map /etc/passwd", "chart /etc/passwd", "chart --case /etc/passwd",
          "add note --json /etc/passwd", "add note --json=/etc/passwd", "set x --json ../x",
          "backup \(folder)/b", "doctor --repair",
          "completions bash", "commons import /etc/passwd",
          "report site riverside --output \(folder)/x", "commons export x --to \(folder)/x",
        ]),
        control: Attempt(
          command: ["\(place.huddle) apply \(folder)/operations --store \(place.store) --as stella"]
        ),
        controlShows: "\"ok\":true"),
      EscapeFamily(
        name: "paths for names", barrier: .gate,
        attempts: typed([
          "show ../../../../etc/passwd", "show /etc/passwd", "show ~/.ssh/authorized_keys",
          "list ../members", "history ..",
          "remove ../../store.json", "restore ../trash/x", "withdraw /srv/x --reason y",
          "report site ../../etc", "chart --measure ../../x",
          "chart --measure wound --site=../../x",
          "search a --save ../../x", "digest --coach ../../stella", "add ../../note title=x",
          "log ../m riverside 2026-01 1/2", "cycles/../../x",
        ]),
        control: Attempt(command: ["cat \(place.store)/../../../../../../../etc/passwd"]),
        controlShows: "root:"),
    ]
  }
}
