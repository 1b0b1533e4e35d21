import Synchronization
import Testing

@testable import huddle

/// What happened, in its order.
private final class Account: Sendable {
  private let lines = Mutex<[String]>([])

  var told: [String] { lines.withLock { $0 } }

  func tell(_ line: String) { lines.withLock { $0.append(line) } }
}

@Suite("Saves that are under way") struct SavesUnderwayTests {
  @Test("whoever leaves waits for all of them, and for none where none is")
  func finish() {
    let saves = SavesUnderway()
    #expect(saves.finish())
    let account = Account()
    for _ in 0..<3 { saves.begin() }
    // A thread of its own, which runs however busy all others are.
    OwnThread.run {
      for _ in 0..<3 {
        account.tell("saved")
        saves.end()
      }
    }
    #expect(saves.finish())
    #expect(account.told == ["saved", "saved", "saved"])
  }
}
