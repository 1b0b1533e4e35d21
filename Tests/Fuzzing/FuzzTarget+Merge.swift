import JSONTree

extension FuzzTarget {
  private static let rules = MergeRule.fields([
    "t": .whole, "s": .set, "o": .ordered(.natural), "k": .keyed(by: "i", .fields(["s": .set])),
    "p": .keyed(by: "i", .whole), "n": .fields(["o": .ordered(.natural), "s": .set]),
  ])

  /// Which side is called mine does not matter, equal copies are their own merge, and an untouched
  /// side gives way to the other.
  static func mergeFinding(in bytes: [UInt8]) -> String? {
    var source = ByteSource(bytes)
    let base = source.value(depth: 0)
    let mine = source.changed(base)
    let theirs = source.changed(base)
    let merge = JSON.merge(base: base, mine: mine, theirs: theirs, rules: rules)
    let other = JSON.merge(base: base, mine: theirs, theirs: mine, rules: rules)
    let swapped = other.conflicts.map {
      MergeConflict(path: $0.path, mine: $0.theirs, theirs: $0.mine)
    }
    func finding(_ what: String) -> String {
      "\(what): \(base.compactText) \(mine.compactText) \(theirs.compactText)"
    }
    guard merge.value == other.value, merge.conflicts == swapped else {
      return finding("a merge that hangs on whose side is mine")
    }
    guard
      JSON.merge(base: base, mine: mine, theirs: mine, rules: rules)
        == Merge(value: mine, conflicts: []),
      JSON.merge(base: base, mine: merge.value, theirs: merge.value, rules: rules)
        == Merge(value: merge.value, conflicts: [])
    else { return finding("equal copies that are not their own merge") }
    guard
      JSON.merge(base: base, mine: mine, theirs: base, rules: rules)
        == Merge(value: mine, conflicts: []),
      JSON.merge(base: base, mine: base, theirs: theirs, rules: rules)
        == Merge(value: theirs, conflicts: [])
    else { return finding("an untouched side that does not give way") }
    for conflict in merge.conflicts { _ = rules.positions(of: conflict.path, in: merge.value) }
    return nil
  }
}

/// Trees made of bytes, so that every byte means something.
struct ByteSource {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  private mutating func next(_ count: Int) -> Int { Int(bytes.popFirst() ?? 0) % count }

  private mutating func key() -> String {
    ["t", "s", "o", "k", "p", "n", "i", "x", "é", "e\u{301}", ""][next(11)]
  }

  mutating func value(depth: Int) -> JSON {
    switch next(depth > 5 ? 4 : 7) {
    case 0: return .null
    case 1: return .bool(next(2) == 0)
    case 2: return JSON(next(5))
    case 3: return .string(["", "a", "b", "é", "e\u{301}"][next(5)])
    case 4: return .array((0..<next(4)).map { _ in value(depth: depth + 1) })
    default:
      var object = JSONObject()
      for _ in 0..<next(6) { object[key()] = value(depth: depth + 1) }
      return .object(object)
    }
  }

  /// A copy in which a few things are other, more, fewer or elsewhere.
  mutating func changed(_ tree: JSON) -> JSON {
    switch (next(4), tree) {
    case (0, _): return value(depth: 3)
    case (1, _): return tree
    case (_, .object(var object)):
      for _ in 0..<next(4) {
        let key = key()
        object[key] = next(4) == 0 ? nil : changed(object[key] ?? .null)
      }
      return .object(object)
    case (_, .array(var elements)):
      for _ in 0..<next(4) {
        let index = next(elements.count + 1)
        switch next(4) {
        case 0 where index < elements.count: elements.remove(at: index)
        case 1 where index < elements.count: elements[index] = changed(elements[index])
        case 2 where index < elements.count: elements.swapAt(0, index)
        default: elements.insert(value(depth: 4), at: index)
        }
      }
      return .array(elements)
    default: return value(depth: 3)
    }
  }
}
