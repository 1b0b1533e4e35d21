import Glibc
import Synchronization

/// How this process was entered: from a command line whose words are believed, or through the gate.
///
/// Set once, before anything is opened. Behind the gate every command opens the gate's store as the
/// gate's member, whatever its words say.
enum Entrance {
  struct Pass: Sendable {
    var store: String
    var member: String
    var log: GateLog
    /// Told of every sign that somebody is at the other end.
    var idle: IdleLimit
  }

  private struct State {
    var pass: Pass?
    /// Of the workbench, while one is open.
    var mailbox: Mailbox?
    var wordsAtEnd: String?
    var codeAtEnd: Int32 = 0
    var refusals = 0
    var lastRefusal: String?
  }

  private static let state = Mutex(State())
  /// Whoever asks for ten thousand things in one command has them written down up to here.
  private static let mostRefusals = 200

  static func admit(_ admitted: Pass) { state.withLock { $0.pass = admitted } }

  /// Nil where nobody came through the gate.
  static var gate: Pass? { state.withLock { $0.pass } }

  /// Somebody sent something, or took what was sent.
  static func stir() { gate?.idle.note() }

  /// Writes down what was refused to whoever came through the gate, once where it is told twice.
  static func refused(_ words: String) {
    let log = state.withLock { state -> GateLog? in
      guard let pass = state.pass, words != state.lastRefusal else { return nil }
      state.lastRefusal = words
      state.refusals += 1
      return state.refusals <= mostRefusals ? pass.log : nil
    }
    log?.refused(words)
  }

  // MARK: The end of a session

  /// A workbench is open, and ends by its mailbox.
  static func opened(_ mailbox: Mailbox) { state.withLock { $0.mailbox = mailbox } }

  /// What to say when a session was ended.
  static var wordsAtEnd: String? { state.withLock { $0.wordsAtEnd } }

  /// What the process ends with once a session was ended in order.
  static var codeAtEnd: Int32 { state.withLock { $0.codeAtEnd } }

  /// Ends the session, from a thread that has nothing else to do: a workbench as if the line had
  /// dropped, so that what was being typed is kept; anything else at once.
  ///
  /// - Parameter code: the exit code; what cannot end in order ends with 1 in the place of 0.
  static func end(_ words: String, code: Int32 = 0) -> Never {
    let mailbox = state.withLock { state in
      state.wordsAtEnd = words
      state.codeAtEnd = code
      return state.mailbox
    }
    let hardCode = code == 0 ? 1 : code
    refused(words)
    guard let mailbox else {
      // Nobody may be there to read it.
      _ = fcntl(STDERR_FILENO, F_SETFL, fcntl(STDERR_FILENO, F_GETFL) | O_NONBLOCK)
      Output.note("huddle: \(words)")
      _exit(hardCode)
    }
    mailbox.post(.input(.hangup))
    poll(nil, 0, 2_000)
    // Whoever takes nothing of what is sent keeps the thread that draws, and would for ever.
    for _ in 0..<50 {
      tcflush(STDOUT_FILENO, TCOFLUSH)
      poll(nil, 0, 200)
    }
    _exit(hardCode)
  }
}
