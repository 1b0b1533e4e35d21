import Testing

@testable import huddle

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
