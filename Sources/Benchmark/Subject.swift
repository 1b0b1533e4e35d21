/// A program in a terminal that is measured: how it is started, and what its first screen says.
struct Subject {
  var words: [String]
  var variables: [String]
  /// A text of its data on the first screen; a frame without data is no screen.
  var body: String

  /// How long nothing is sent before a screen counts as complete, in milliseconds.
  static let silence: Int32 = 150

  /// Starts it anew and waits for its first screen.
  ///
  /// - Returns: the terminal; the milliseconds from the start until the text was there, and until
  ///   the last byte before a silence.
  func open() throws(BenchmarkError) -> (
    terminal: PseudoTerminal, body: Double, complete: Double
  ) {
    let terminal = try PseudoTerminal(words, variables: variables)
    var shown = terminal.start
    let burst = try terminal.burst(silence: Self.silence, after: body) { shown = $0 }
    return (
      terminal, shown.milliseconds(since: terminal.start),
      (burst.last ?? terminal.start).milliseconds(since: terminal.start)
    )
  }

  /// Presses a key so often, or as often as it moves anything, and counts what is sent at once,
  /// and once the key has rested.
  func bytes(
    of key: String, times: Int
  ) throws(BenchmarkError) -> (atOnce: Samples, afterRest: Samples) {
    let (terminal, _, _) = try open()
    var atOnce = Samples()
    var afterRest = Samples()
    for _ in 0..<times {
      terminal.type(key)
      let answer = try? terminal.burst(silence: 45, after: "\u{1B}", patience: 1_000)
      guard let answer else { break }
      atOnce.add(Double(answer.bytes.count))
      afterRest.add(Double(try terminal.burst(silence: 400).bytes.count))
    }
    return (atOnce, afterRest)
  }

  /// The memory that is the program's alone once it has come to rest, in MB; what is mapped from
  /// files is shared.
  func privateMegabytes() throws(BenchmarkError) -> Double {
    let (terminal, _, _) = try open()
    _ = try terminal.burst(silence: 2_000)
    return terminal.privateKilobytes / 1_024
  }

  /// How many bytes are sent while nothing happens for so many milliseconds.
  func idleBytes(milliseconds: Int32) throws(BenchmarkError) -> Int {
    let (terminal, _, _) = try open()
    _ = try terminal.burst(silence: 1_000)
    return try terminal.burst(silence: milliseconds).bytes.count
  }
}
