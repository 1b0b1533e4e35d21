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
  func finish() async {
    let saves = SavesUnderway()
    #expect(saves.finish())
    let account = Account()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<3 { saves.begin() }
      group.addTask {
        for _ in 0..<3 {
          await Task.yield()
          account.tell("saved")
          saves.end()
        }
      }
      group.addTask {
        #expect(saves.finish())
        account.tell("left")
      }
    }
    #expect(account.told == ["saved", "saved", "saved", "left"])
  }
}
