import DocumentStore
import JSONTree

/// The documents of a trial, and which ids are next.
struct World: Sendable {
  static let path = "/store"
  static let author = "ada"
  static let noon = Timestamp(secondsSince1970: 1_773_489_600)

  static let schemas = [
    Schema(
      type: "member", collection: "members", version: 2, searchable: ["name"],
      merging: MergeRule.natural.setting(.set, at: "skills")),
    Schema(
      type: "cycle", collection: "cycles", searchable: ["title"],
      placement: { tree in tree["site"]?.string.map(Placement.site) ?? .shared }),
    Schema(
      type: "series", collection: "series", isNamedBySite: true,
      placement: { tree in tree["site"]?.string.map(Placement.site) ?? .shared }),
  ]

  private var number = 0
  private(set) var site = World.id(900)
  /// Texts that were taken back, with the ids of their documents.
  var withdrawn: [(id: String, text: String)] = []

  static func id(_ number: Int) -> String {
    ULID(milliseconds: 1_700_000_000_000 + UInt64(number), high: 7, low: UInt64(number)).text
  }

  mutating func nextID() -> String {
    number += 1
    return Self.id(number)
  }

  mutating func moveToNewSite() { site = nextID() }

  static func member(_ id: String, name: String = "Ada") -> JSON {
    [
      "id": .string(id), "type": "member", "schema": 1, "name": .string(name),
      "skills": ["run charts"],
    ]
  }

  static func cycle(_ id: String, site: String, words: Int = 4) -> JSON {
    [
      "id": .string(id), "type": "cycle", "schema": 1, "site": .string(site),
      "title": .string((0..<words).map { "word\($0)" }.joined(separator: " ")),
    ]
  }

  static func series(_ measure: String, site: String, points: Int) -> JSON {
    [
      "id": .string("\(site).\(measure)"), "type": "series", "schema": 1, "site": .string(site),
      "measure": .string(measure),
      "points": Self.points(points),
    ]
  }

  static func points(_ count: Int) -> JSON {
    .array((0..<count).map { ["period": JSON($0), "value": JSON($0 * 3 % 7)] })
  }
}

/// How a trial stands in for parts of a store, to see that it notices.
public struct Seams: Sendable {
  /// The file system that a program on a computer gets, made from one that may already fail.
  public var files: @Sendable (FileSystem) -> FileSystem
  /// The calls below it.
  public var calls: @Sendable (SystemCalls) -> FileSystem
  public var transaction: @Sendable (Transaction) -> Transaction

  public init(
    files: @escaping @Sendable (FileSystem) -> FileSystem = { $0 },
    calls: @escaping @Sendable (SystemCalls) -> FileSystem = { FileSystem($0) },
    transaction: @escaping @Sendable (Transaction) -> Transaction = { $0 }
  ) {
    self.files = files
    self.calls = calls
    self.transaction = transaction
  }

  /// A store as it is.
  public static let none = Seams()
}
