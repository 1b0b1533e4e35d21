import Foundation
import Improvement
import Testing

@testable import Collaborative

@Suite("Files that a resource names") struct MissingFilesTests {
  @Test("a file that is not there is named when it is written down, and not again")
  func missing() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let made = try steward.add(
      .resource, "title=Card", "kind=tool", "visibility=team",
      "attachments=https://example.org/card.pdf")
    #expect(!made.words.contains("no file"))
    let named = try steward.set(made.id, "attachments+=ok/file.pdf")
    #expect(
      named.words.hasSuffix("; there is no file ok/file.pdf among the store’s attachments yet"))
    #expect(try !steward.set(made.id, "language=en").words.contains("no file"))
  }

  @Test("a file that is there is not spoken of")
  func there() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let folder = steward.store.path + "/attachments/ok"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/file.pdf"))
    let made = try steward.add(
      .resource, "title=Card", "kind=tool", "attachments=ok/file.pdf")
    #expect(!made.words.contains("no file"))
  }
}
