import Synchronization
import Testing

@testable import huddle

@Suite("Saves that are under way") struct SavesUnderwayTests {
  @Test("whoever leaves waits for all of them, and for none where none is")
  func finish() async {
    let saves = SavesUnderway()
    #expect(saves.finish())
    let told = Mutex<[String]>([])
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<3 { saves.begin() }
      group.addTask {
        for _ in 0..<3 {
          await Task.yield()
          told.withLock { $0.append("saved") }
          saves.end()
        }
      }
      group.addTask {
        #expect(saves.finish())
        told.withLock { $0.append("left") }
      }
    }
    #expect(told.withLock { $0 } == ["saved", "saved", "saved", "left"])
  }
}
