import Foundation
import Glibc
import Synchronization
import Testing

@testable import DocumentStore

@Suite("A thread of the system") struct SystemThreadTests {
  @Test("does its work, and may soon run wherever its maker may")
  func anywhere() throws {
    let found = Mutex<String?>(nil)
    let thread = try #require(
      SystemThread.start { found.withLock { $0 = Self.processors() } })
    pthread_join(thread, nil)
    let told = try #require(found.withLock { $0 })
    #expect(told.hasPrefix("Cpus_allowed:"))
    #expect(told == Self.processors())
  }

  /// What the kernel says of the processors that this thread may run on.
  private static func processors() -> String? {
    (try? String(contentsOfFile: "/proc/thread-self/status", encoding: .utf8))?
      .split(separator: "\n").first { $0.hasPrefix("Cpus_allowed:") }.map(String.init)
  }
}
