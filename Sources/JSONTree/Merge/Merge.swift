/// What two changed copies of a value have become.
public struct Merge: Equatable, Sendable {
  public var value: JSON
  /// Where both sides changed the same thing to something different; empty for a clean merge.
  public var conflicts: [MergeConflict]

  public init(value: JSON, conflicts: [MergeConflict]) {
    self.value = value
    self.conflicts = conflicts
  }

  public var isClean: Bool { conflicts.isEmpty }
}

/// One place that two sides changed differently.
public struct MergeConflict: Equatable, Sendable {
  /// A record of a keyed list is named by its key, as in `drivers.d1.text`: positions move.
  public let path: JSONPath
  /// Nil where a side has nothing there.
  public let mine: JSON?
  public let theirs: JSON?

  public init(path: JSONPath, mine: JSON?, theirs: JSON?) {
    self.path = path
    self.mine = mine
    self.theirs = theirs
  }
}

extension JSON {
  /// The three-way merge of two copies that began from one base.
  ///
  /// What one side changed is taken from it; what both changed alike is taken once. Where both
  /// changed one thing differently, the conflict holds both values and the merged value has one of
  /// them, chosen by its bytes and not by the side, something before nothing: whichever copy is
  /// called mine, the value is the same on every host.
  ///
  /// Complexity: O(n log n) in the size of the values; O(n·m) for lists in order that changed in
  /// the middle, which are taken as a whole where that would be too much.
  public static func merge(
    base: JSON, mine: JSON, theirs: JSON, rules: MergeRule = .natural
  ) -> Merge {
    var merger = Merger()
    let value = merger.merge(Sides(base, mine, theirs), rules, at: JSONPath([]))
    let conflicts = merger.conflicts.sorted {
      $0.path.description.compareBytes(with: $1.path.description) < 0
    }
    return Merge(value: value ?? .null, conflicts: conflicts)
  }
}

/// The same place in the base and in both copies; nil where there is nothing.
struct Sides<Value> {
  var base: Value
  var mine: Value
  var theirs: Value

  init(_ base: Value, _ mine: Value, _ theirs: Value) {
    self.base = base
    self.mine = mine
    self.theirs = theirs
  }

  func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Sides<Other> {
    Sides<Other>(try transform(base), try transform(mine), try transform(theirs))
  }
}

/// A merge under way.
struct Merger {
  var conflicts: [MergeConflict] = []

  mutating func merge(_ sides: Sides<JSON?>, _ rule: MergeRule, at path: JSONPath) -> JSON? {
    if sides.mine == sides.theirs { return sides.mine }
    if sides.mine == sides.base { return sides.theirs }
    if sides.theirs == sides.base { return sides.mine }
    switch rule {
    case .whole: return conflict(sides, at: path)
    case .fields(let rules):
      // An unknown object that one side took away is not left in halves.
      let isHalf = rules.isEmpty && sides.base != nil && Self.isGone(sides)
      guard !isHalf, let objects = Self.objects(sides) else { return conflict(sides, at: path) }
      let merged = mergeFields(objects, rule, at: path)
      return merged.isEmpty && Self.isGone(sides) ? nil : .object(merged)
    case .set, .ordered, .keyed:
      guard let lists = Self.lists(sides), let merged = mergeLists(lists, rule, at: path) else {
        return conflict(sides, at: path)
      }
      return merged.isEmpty && Self.isGone(sides) ? nil : .array(merged)
    }
  }

  private mutating func mergeFields(
    _ sides: Sides<JSONObject>, _ rule: MergeRule, at path: JSONPath
  ) -> JSONObject {
    var merged = JSONObject()
    let keys = sides.mine.keys + sides.theirs.keys.filter { sides.mine[$0] == nil }
    for key in keys {
      merged[key] = merge(sides.map { $0[key] }, rule.rule(for: key), at: path.appending(key))
    }
    return merged
  }

  private mutating func mergeLists(
    _ sides: Sides<[JSON]>, _ rule: MergeRule, at path: JSONPath
  ) -> [JSON]? {
    switch rule {
    case .set: return SetMerge.merge(sides)
    case .ordered(let element): return OrderedMerge.merge(sides, element)
    case .keyed(let field, let record):
      guard let keyed = KeyedMerge(sides, by: field) else {
        return OrderedMerge.merge(sides, record)
      }
      return keyed.merge(record, with: &self, at: path)
    case .whole, .fields: return nil
    }
  }

  /// Keeps both values, and gives the one that anybody would choose by the bytes alone.
  private mutating func conflict(_ sides: Sides<JSON?>, at path: JSONPath) -> JSON? {
    conflicts.append(MergeConflict(path: path, mine: sides.mine, theirs: sides.theirs))
    guard let mine = sides.mine, let theirs = sides.theirs else {
      return sides.mine ?? sides.theirs
    }
    return mine.compactBytes.lexicographicallyPrecedes(theirs.compactBytes) ? theirs : mine
  }

  /// Nothing counts as an object without fields, where the others are objects.
  private static func objects(_ sides: Sides<JSON?>) -> Sides<JSONObject>? {
    same(sides, nothing: JSONObject()) { $0.object }
  }

  private static func lists(_ sides: Sides<JSON?>) -> Sides<[JSON]>? {
    same(sides, nothing: []) { $0.array }
  }

  private static func same<Value>(
    _ sides: Sides<JSON?>, nothing: Value, _ read: (JSON) -> Value?
  ) -> Sides<Value>? {
    func value(_ side: JSON?) -> Value? { if let side { read(side) } else { nothing } }
    guard let base = value(sides.base), let mine = value(sides.mine),
      let theirs = value(sides.theirs)
    else { return nil }
    return Sides(base, mine, theirs)
  }

  private static func isGone(_ sides: Sides<JSON?>) -> Bool {
    sides.mine == nil || sides.theirs == nil
  }
}
