import Collaborative
import Demo
import DocumentStore
import Foundation
import Improvement

/// The sample network in a folder of its own, on a day that never changes.
///
/// The folders stay until the tests are over, because a session may outlive the value that made
/// its store.
struct DemoStore: Sendable {
  static let today = CalendarDate(daysSince1970: 20_780)
  static let clock = Clock.fixed(Timestamp(secondsSince1970: 20_780 * 86_400 + 9 * 3_600))
  /// For tests that only look; made once.
  static let shared = Result { try DemoStore() }

  private static let root: URL = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("huddle-workbench-\(ProcessInfo.processInfo.processIdentifier)")
    atexit { try? FileManager.default.removeItem(at: DemoStore.root) }
    return folder
  }()

  let path: String

  init() throws {
    path = Self.root.appendingPathComponent(UUID().uuidString).path
    let network = DemoNetwork(seed: 1, sites: 12, months: 24, endingAt: Self.today)
    try DocumentStore.createInBulk(
      at: path, schemas: DocumentType.schemas, fields: network.storeFields, documents: network,
      journal: [JournalEntry](), at: Self.clock.now())
  }

  func enter(as login: String) throws -> Collaboration {
    try Collaboration.open(
      path: path, loginAsked: login, unixLogin: "nobody", clock: Self.clock)
  }
}
