import DocumentStore
import Foundation
import JSONTree

import enum DocumentStore.Operation

/// A folder of its own for a test, removed behind it, and documents to put there.
final class Scratch {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("store-\(UUID().uuidString)").path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  static let schemas = [
    Schema(
      type: "member", collection: "members", version: 2, searchable: ["name", "skills"],
      keys: ["name"],
      merging: MergeRule.natural.setting(.set, at: "skills")),
    Schema(
      type: "cycle", collection: "cycles", searchable: ["title", "plan.objective"],
      placement: { tree in tree["site"]?.string.map(Placement.site) ?? .shared }),
    Schema(
      type: "series", collection: "series", isNamedBySite: true,
      placement: { tree in tree["site"]?.string.map(Placement.site) ?? .shared }),
  ]

  static let noon = Timestamp(secondsSince1970: 1_773_489_600)

  func create(_ files: FileSystem = .quick) throws -> DocumentStore {
    try DocumentStore.create(
      at: path, schemas: Self.schemas, fields: ["name": "Test"], at: Self.noon, fileSystem: files)
  }

  func open(_ files: FileSystem = .quick) throws -> DocumentStore {
    try DocumentStore.open(at: path, schemas: Self.schemas, fileSystem: files)
  }

  // MARK: Files

  func bytes(_ place: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(path)/\(place)").map(Array.init)
  }

  func write(_ text: String, to place: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(place)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
  }

  func mode(_ place: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: "\(path)/\(place)")[.posixPermissions] as? Int
  }

  /// The only journal file's text.
  func journal() -> (place: String, text: String)? {
    guard let host = names("journal").first, let file = names("journal/\(host)").first else {
      return nil
    }
    let place = "journal/\(host)/\(file)"
    return bytes(place).map { (place, String(decoding: $0, as: UTF8.self)) }
  }

  // MARK: Documents

  static func id(_ number: Int) -> String {
    ULID(milliseconds: 1_700_000_000_000 + UInt64(number), high: 7, low: UInt64(number)).text
  }

  static func member(_ number: Int, name: String = "Ada", more: [(String, JSON)] = []) -> JSON {
    var tree: JSON = [
      "id": .string(id(number)), "type": "member", "schema": 1, "name": .string(name),
    ]
    for (key, value) in more { tree[key] = value }
    return tree
  }

  static func cycle(_ number: Int, site: Int = 900, title: String = "Test") -> JSON {
    [
      "id": .string(id(number)), "type": "cycle", "schema": 1, "title": .string(title),
      "site": .string(id(site)),
    ]
  }

  static func series(measure: Int, site: Int = 900) -> JSON {
    [
      "id": .string("\(id(site)).\(id(measure))"), "type": "series", "schema": 1,
      "site": .string(id(site)), "measure": .string(id(measure)), "points": [],
    ]
  }
}

extension DocumentStore {
  @discardableResult
  func commit(
    _ operations: Operation..., verb: String = "set:member", by: String = "someone",
    at: Timestamp = Scratch.noon
  ) throws -> Receipt {
    try commit(Transaction(operations, verb: verb, by: by, at: at))
  }
}
