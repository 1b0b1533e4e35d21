import DocumentStore
import Foundation
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite struct DraftTests {
  private func inTheWay(_ store: TemporaryStore) throws -> String {
    // What stands where the folder of drafts should be stops them as a full disk does.
    let path = "\(store.path)/.store/members"
    try? FileManager.default.removeItem(atPath: path)
    try Data().write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("a draft that the store's disk does not take is kept elsewhere and found again")
  func elsewhere() throws {
    let store = try TemporaryStore()
    let folder = "\(store.path)-elsewhere"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var steward = try store.furnished()
    let path = try inTheWay(store)
    #expect(throws: StoreError.self) { try steward.keepDraft(["title": "A"], name: "add-cycle") }
    steward.draftsElsewhere = folder
    try steward.keepDraft(["title": "B"], name: "add-cycle")
    #expect(steward.draft(name: "add-cycle") == ["title": "B"])
    var other = try store.open("lee-riverside")
    other.draftsElsewhere = folder
    #expect(other.draft(name: "add-cycle") == nil)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
    let file = try #require(files.first { $0.hasSuffix(".json") })
    let rights = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(file)")
    #expect(rights[.posixPermissions] as? Int == 0o600)

    try FileManager.default.removeItem(atPath: path)
    try steward.keepDraft(["title": "C"], name: "add-cycle")
    #expect(steward.draft(name: "add-cycle") == ["title": "C"])
    try steward.forgetDraft(name: "add-cycle")
    #expect(steward.draft(name: "add-cycle") == nil)
  }
}
