import TestSupport

extension EscapeFamily {
  /// Bytes without sense, wherever some can be sent.
  static func bytes(_ place: EscapePlace) -> [EscapeFamily] {
    var generator = SeededGenerator(seed: 7)
    return [
      EscapeFamily(
        name: "commands of any bytes", barrier: .gate,
        attempts: (0..<6).map { _ in
          // One that no command holds is always among them.
          Attempt(command: ["x" + text(1...200, &generator) + "\u{1B}"])
        },
        control: Attempt(command: ["printf '\\033x'"]), controlShows: "\u{1B}x"),
      EscapeFamily(
        name: "input of any bytes", barrier: .gate,
        attempts: [
          ("apply -", random(4_000, &generator)), ("apply -", Array(repeating: 0, count: 10_000)),
          // No line ends, and then many that say nothing.
          ("apply -", Array(repeating: 0x78, count: 6 << 20)),
          ("apply -", Array(String(repeating: "{}\n", count: 3_000).utf8)),
          ("add note --json -", random(4_000, &generator)),
          ("add note --json -", Array(repeating: 0x5B, count: 200_000)),
          (
            "add note --json -", Array("{\"body\":\"".utf8) + Array(repeating: 0x61, count: 3 << 20)
          ),
          ("add note --json -", Array("{\"body\":\"a\",\"body\":\"b\"}".utf8)),
          ("add note --json -", [0xEF, 0xBB, 0xBF] + Array("{\"body\":\"x\"}".utf8)),
          ("add note --json -", Array("{\"body\":1e999999}".utf8)), ("set lee --json -", []),
          (importing, random(4_000, &generator)),
          (importing, Array(String(repeating: ",", count: 200_000).utf8)),
          (importing, Array("s,p,v\n\"".utf8) + Array(repeating: 0x61, count: 3 << 20)),
        ].map { Attempt(command: [$0.0], input: $0.1) },
        control: Attempt(command: ["wc -c"], input: Array(repeating: 0, count: 10_000)),
        controlShows: "10000"),
      EscapeFamily(
        name: "keys of any bytes", barrier: .workbench,
        attempts: (0..<5).map { _ in
          Attempt(
            options: ["-tt", "-e", "none"], command: ["cycles"],
            // ^c leaves, which is not what is to be seen here.
            terminal: Terminal(
              keys: random(600, &generator).filter { $0 != 3 }, isTold: false))
        },
        control: Attempt(
          options: ["-tt", "-e", "none"], command: ["cat -v"],
          terminal: Terminal(after: nil, keys: [0x80, 0x0D])),
        controlShows: "M-^@"),
    ]
  }

  private static let importing =
    "import - --measure wound --site-column s --period-column p --value-column v"

  private static func random(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  private static func text(
    _ counts: ClosedRange<Int>, _ generator: inout SeededGenerator
  ) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: counts, using: &generator) {
      scalars.append(
        Unicode.Scalar(UInt32.random(in: 1...0x2FF, using: &generator)) ?? "\u{1}")
    }
    return String(scalars)
  }
}
