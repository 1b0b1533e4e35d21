import Synchronization

/// How this process was entered: from a command line whose words are believed, or through the gate.
///
/// Set once, before anything is opened. Behind the gate every command opens the gate's store as the
/// gate's member, whatever its words say.
enum Entrance {
  struct Pass: Sendable {
    var store: String
    var member: String
    var idleMinutes: Int
    var log: GateLog
  }

  private static let pass = Mutex<Pass?>(nil)

  static func admit(_ admitted: Pass) { pass.withLock { $0 = admitted } }

  /// Nil where nobody came through the gate.
  static var gate: Pass? { pass.withLock { $0 } }
}
