import Collaborative
import Demo
import DocumentStore
import Foundation
import Improvement

/// Reports of the sample network, on a day that never changes.
enum DemoReports {
  private static let today = CalendarDate(daysSince1970: 20_780)
  private static let clock = Clock.fixed(Timestamp(secondsSince1970: 20_780 * 86_400 + 9 * 3_600))

  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("huddle-reports-\(ProcessInfo.processInfo.processIdentifier)").path

  private static let path = Result { () throws -> String in
    atexit { try? FileManager.default.removeItem(atPath: DemoReports.folder) }
    let network = DemoNetwork(seed: 1, sites: 3, months: 24, endingAt: today)
    try DocumentStore.createInBulk(
      at: folder, schemas: DocumentType.schemas, fields: network.storeFields, documents: network,
      journal: [JournalEntry](), at: clock.now())
    return folder
  }

  private static func enter(as login: String) throws -> Collaboration {
    try Collaboration.open(
      path: path.get(), loginAsked: login, unixLogin: "nobody", clock: clock)
  }

  static func project() throws -> Report {
    let reader = try enter(as: "marta")
    return try reader.projectReport(reader.resolve("warm-patients", type: .project))
  }

  static func site() throws -> Report {
    let reader = try enter(as: "priya")
    return try reader.siteReport(reader.resolve("riverside", type: .site))
  }

  static func month() throws -> Report {
    let reader = try enter(as: "marta")
    return try reader.monthReport(
      reader.resolve("warm-patients", type: .project),
      in: Period(.month, containing: today).advanced(by: -1))
  }
}
