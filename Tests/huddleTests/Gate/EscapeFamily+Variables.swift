extension EscapeFamily {
  /// What a caller's own environment says.
  static func variables(_ place: EscapePlace) -> [EscapeFamily] {
    let folder = place.folder
    return [
      EscapeFamily(
        name: "variables of huddle and git", barrier: .taken(byServer: nil),
        attempts: set([
          "HUDDLE_STORE=/tmp", "HUDDLE_X=$(id)", "XDG_DATA_HOME=/tmp",
          "XDG_CONFIG_HOME=\(folder)", "XDG_STATE_HOME=\(folder)", "GIT_DIR=/tmp",
          "GIT_EXEC_PATH=\(folder)", "GIT_SSH_COMMAND=sh", "GIT_CONFIG_COUNT=1",
          "GIT_TRACE=\(folder)/x",
        ]),
        control: Attempt(options: ["-o", "SetEnv=GIT_DIR=/evil"], command: ["env"]),
        controlShows: "GIT_DIR=/evil"),
      EscapeFamily(
        name: "editors and pagers", barrier: .taken(byServer: nil),
        attempts: set([
          "EDITOR=sh", "VISUAL=\(folder)/evil", "PAGER=sh -c id", "LESS=!sh", "LESSOPEN=|sh %s",
          "LESSCLOSE=sh %s %s", "LESSKEY=\(folder)/keys", "LESSSECURE=0",
        ]),
        control: Attempt(options: ["-o", "SetEnv=EDITOR=/evil"], command: ["env"]),
        controlShows: "EDITOR=/evil"),
      EscapeFamily(
        name: "descriptions of terminals and locales", barrier: .taken(byServer: nil),
        attempts: set([
          "TERMINFO=\(folder)", "TERMINFO=hex:00", "TERMINFO_DIRS=/tmp",
          "TERMCAP=xx:co#80", "LC_ALL=../../tmp/x",
          "LANG=/tmp/x", "LC_CTYPE=$(id)", "LC_EVIL=x", "ESCDELAY=0",
          "NCURSES_TRACE=1", "COLORTERM=a/b", "LINES=99999",
        ]) + [
          Attempt(
            options: ["-tt"], command: ["whoami"],
            before: ["env", "TERM=../../../\(folder)/evil"]),
          Attempt(options: ["-tt"], command: ["whoami"], before: ["env", "TERM=a b;id"]),
        ],
        control: Attempt(options: ["-o", "SetEnv=TERMINFO=/evil"], command: ["env"]),
        controlShows: "TERMINFO=/evil"),
      EscapeFamily(
        name: "variables of the loader, the shell and sshd",
        barrier: .taken(byServer: "disallowed name"),
        attempts: set([
          "LD_PRELOAD=\(folder)/x.so", "LD_AUDIT=\(folder)/x.so",
          "GCONV_PATH=\(folder)", "BASH_ENV=\(folder)/x", "ENV=\(folder)/x", "PS4=$(id)",
          "BASH_FUNC_whoami%%=() { id; }", "PATH=\(folder)", "SHELL=/bin/sh", "USER=stella",
          "SSH_ORIGINAL_COMMAND=sh",
          "SSH_CONNECTION=6.6.6.6 1 2 3",
        ]),
        control: Attempt(options: ["-o", "SetEnv=LD_AUDIT=/evil"], command: ["/usr/bin/env"]),
        controlShows: "LD_AUDIT=/evil", opensServer: true),
    ]
  }
}
