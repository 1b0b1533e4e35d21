extension EscapeFamily {
  /// What a terminal does besides letting somebody type.
  static func terminals(_ place: EscapePlace) -> [EscapeFamily] {
    [
      EscapeFamily(
        name: "signals from the keyboard", barrier: .workbench,
        attempts: [
          keys("\u{1A}"), keys("a\u{1A}", isTold: false), keys("/x\u{1A}", isTold: false),
          keys(":suspend\r"),
          keys("\u{1C}", isTold: false), keys("\u{19}\u{13}\u{11}", isTold: false),
          keys("jjj\u{1A}kkk"),
          // Before huddle has the terminal, when a stop or an end still is one.
          keys("\u{1A}", after: nil, isTold: false), keys("\u{1C}", after: nil, isTold: false),
          keys("\u{3}", after: nil, isTold: false), keys("\u{4}", after: nil, isTold: false),
          keys("~\u{1A}", isTold: false), keys("!sh\r", isTold: false),
          keys(":!sh\r", isTold: false), keys(":e /etc/passwd\r", isTold: false),
        ],
        control: Attempt(
          options: ["-tt", "-e", "none"],
          command: ["trap 'echo Stopped' TSTP; echo ready; while :; do read -r line; done"],
          terminal: Terminal(after: "ready", keys: [0x1A])),
        controlShows: "Stopped"),
      EscapeFamily(
        name: "windows of any size", barrier: .workbench,
        attempts: [
          window(0, 0, isTold: false), window(1, 1, isTold: false), window(0, 40, isTold: false),
          window(65_535, 65_535), window(1, 65_535), window(65_535, 1),
          window(801, 40), window(120, 301), window(10_000, 10_000),
          Attempt(
            options: ["-tt", "-e", "none"], command: ["cycles"],
            terminal: Terminal(
              resizes: [(65_535, 65_535), (0, 0), (1, 1), (40_000, 3), (3, 40_000), (120, 40)])),
          Attempt(
            options: ["-tt", "-e", "none"], command: ["measures"],
            terminal: Terminal(
              after: "Measures", keys: Array("\rv\rS".utf8),
              resizes: [(65_535, 65_535), (120, 40)])),
        ],
        control: Attempt(
          options: ["-tt", "-e", "none"], command: ["stty", "size"],
          terminal: Terminal(columns: 65_535, rows: 65_535, after: nil)),
        controlShows: "65535 65535"),
      EscapeFamily(
        name: "answers that no terminal gave", barrier: .workbench,
        attempts: [
          "\u{1B}[?62;1;2c", "\u{1B}]52;c;aWQK\u{7}", "\u{1B}P>|xterm\u{1B}\\", "\u{1B}[1;1R",
          "\u{1B}[201~\u{1B}[201~", "\u{1B}[200~:suspend\r\u{1A}", "\u{1B}[<0;9999;9999M",
          "\u{1B}[M\u{FF}\u{FF}\u{FF}", "\u{1B}" + String(repeating: "[", count: 5_000),
          "\u{1B}]" + String(repeating: "x", count: 20_000), "\u{9B}31m\u{90}q\u{9C}",
          String(repeating: "\u{1B}", count: 2_000),
        ].map { keys($0, isTold: false) },
        control: Attempt(
          options: ["-tt", "-e", "none"], command: ["cat"],
          terminal: Terminal(after: nil, keys: Array("\u{1B}]52;c;aWQK\u{7}\r".utf8))),
        controlShows: "]52;c;aWQK"),
    ]
  }

  private static func keys(
    _ text: String, after: String? = "Cycles", isTold: Bool = true
  ) -> Attempt {
    Attempt(
      options: ["-tt", "-e", "none"], command: ["cycles"],
      terminal: Terminal(after: after, keys: Array(text.utf8), isTold: isTold))
  }

  private static func window(_ columns: UInt16, _ rows: UInt16, isTold: Bool = true) -> Attempt {
    Attempt(
      options: ["-tt", "-e", "none"], command: ["cycles"],
      terminal: Terminal(
        columns: columns, rows: rows, after: nil, keys: Array("jjk\r".utf8), isTold: isTold))
  }
}
