import JSONTree
import TestSupport

/// A document and two changed copies of it, the same for the same seed.
struct GeneratedCopies {
  static let rules = MergeRule.fields([
    "title": .whole, "tags": .set, "steps": .ordered(.natural),
    "drivers": .keyed(by: "id", .fields(["serves": .set])),
    "points": .keyed(by: "period", .whole),
    "plan": .fields(["tasks": .ordered(.natural), "who": .set]),
  ])

  var base: JSON
  var mine: JSON
  var theirs: JSON

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    base = Self.document(&generator)
    mine = Self.changed(base, &generator)
    theirs = Self.changed(base, &generator)
  }

  private static func document(_ generator: inout SeededGenerator) -> JSON {
    var tree: JSON = ["title": word(&generator), "plan": [:]]
    for _ in 0..<Int.random(in: 2...7, using: &generator) { change(&tree, &generator) }
    return tree
  }

  private static func changed(_ tree: JSON, _ generator: inout SeededGenerator) -> JSON {
    var tree = tree
    for _ in 0..<Int.random(in: 0...4, using: &generator) { change(&tree, &generator) }
    return tree
  }

  private static func change(_ tree: inout JSON, _ generator: inout SeededGenerator) {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: tree["title"] = word(&generator)
    case 1, 2:
      changeList("tags", in: &tree, &generator) { word(&$0) }
      tree["tags"] = tree["tags"]?.array.map { .array(Self.distinct($0)) }
    case 3, 4: changeList("steps", in: &tree, &generator) { ["what": word(&$0), "who": word(&$0)] }
    case 5, 6:
      changeRecords("drivers", "id", in: &tree, &generator) { ["text": word(&$0)] }
    case 7, 8:
      changeRecords("points", "period", in: &tree, &generator) { ["value": number(&$0)] }
    case 9: changeList("plan.tasks", in: &tree, &generator) { word(&$0) }
    case 10:
      tree[JSONPath(["plan", ["a", "b", "who"].randomElement(using: &generator) ?? "a"])] =
        Bool.random(using: &generator) ? nil : word(&generator)
    default:
      tree[["x", "é", "e\u{301}", "title", "plan"].randomElement(using: &generator) ?? "x"] =
        Bool.random(using: &generator)
        ? nil : GeneratedJSON.value(depth: 4, &generator)
    }
  }

  private static func changeList(
    _ path: JSONPath, in tree: inout JSON, _ generator: inout SeededGenerator,
    _ element: (inout SeededGenerator) -> JSON
  ) {
    var list = tree[path]?.array ?? []
    switch Int.random(in: 0..<5, using: &generator) {
    case 0 where !list.isEmpty: list.remove(at: .random(in: 0..<list.count, using: &generator))
    case 1 where !list.isEmpty:
      list[.random(in: 0..<list.count, using: &generator)] = element(&generator)
    case 2: list.append(element(&generator))
    case 3 where Int.random(in: 0..<4, using: &generator) == 0:
      tree[path] = nil
      return
    default: list.insert(element(&generator), at: .random(in: 0...list.count, using: &generator))
    }
    tree[path] = .array(list)
  }

  /// Nothing is in a set twice.
  private static func distinct(_ list: [JSON]) -> [JSON] {
    list.enumerated().filter { !list[..<$0.offset].contains($0.element) }.map(\.element)
  }

  private static func changeRecords(
    _ name: String, _ key: String, in tree: inout JSON, _ generator: inout SeededGenerator,
    _ record: (inout SeededGenerator) -> JSON
  ) {
    var list = tree[name]?.array ?? []
    // Now and then a record lacks its key or has another's.
    let isOdd = Int.random(in: 0..<20, using: &generator) == 0
    var new = record(&generator)
    if !isOdd { new[key] = .string("k\(Int.random(in: 0..<8, using: &generator))") }
    if let index = list.firstIndex(where: { $0[key] == new[key] }), !isOdd {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: list.remove(at: index)
      case 1:
        if var moved = Optional(list.remove(at: index)) {
          moved["serves"] = [word(&generator)]
          list.append(moved)
        }
      default: list[index] = new
      }
    } else {
      list.insert(new, at: .random(in: 0...list.count, using: &generator))
    }
    tree[name] = .array(list)
  }

  private static func word(_ generator: inout SeededGenerator) -> JSON {
    .string(
      ["ssi", "warm", "é", "e\u{301}", "bundle", "night"].randomElement(using: &generator) ?? "")
  }

  private static func number(_ generator: inout SeededGenerator) -> JSON {
    JSON(Int.random(in: 0..<5, using: &generator))
  }
}
