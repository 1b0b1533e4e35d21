/// The merge of arrays of records that are known by the value of a field.
struct KeyedMerge {
  private let sides: Sides<KeyedRecords>

  /// Nil where a record has no such field or two share its value.
  init?(_ lists: Sides<[JSON]>, by field: String) {
    guard let base = KeyedRecords(lists.base, by: field),
      let mine = KeyedRecords(lists.mine, by: field),
      let theirs = KeyedRecords(lists.theirs, by: field)
    else { return nil }
    sides = Sides(base, mine, theirs)
  }

  func merge(_ rule: MergeRule, with merger: inout Merger, at path: JSONPath) -> [JSON] {
    var merged: [[UInt8]: JSON] = [:]
    for key in sides.mine.keys + sides.theirs.keys where merged[key] == nil {
      let place = path.appending(String(decoding: key, as: UTF8.self))
      merged[key] = merger.merge(record(key), self.rule(rule, key), at: place)
    }
    return order(of: Set(merged.keys)).compactMap { merged[$0] }
  }

  private func record(_ key: [UInt8]) -> Sides<JSON?> { sides.map { $0.records[key] } }

  /// A record that one side took away and the other changed is not left in halves.
  private func rule(_ rule: MergeRule, _ key: [UInt8]) -> MergeRule {
    let record = record(key)
    return record.mine == nil || record.theirs == nil ? .whole : rule
  }

  /// What was there keeps its order, or takes the order that one side gave it; what is new stands
  /// behind what it was put behind.
  private func order(of keys: Set<[UInt8]>) -> [[UInt8]] {
    let inAll = keys.filter { sides.mine.records[$0] != nil && sides.theirs.records[$0] != nil }
    let kept = sides.map { $0.keys.filter { inAll.contains($0) && sides.base.records[$0] != nil } }
    let old =
      kept.mine == kept.base ? kept.theirs : kept.theirs == kept.base ? kept.mine : kept.base
    var positions: [[UInt8]: Int] = [:]
    for (position, key) in old.enumerated() { positions[key] = position }
    let (mine, theirs) = (
      places(in: sides.mine, positions, keys), places(in: sides.theirs, positions, keys)
    )
    var order: [[UInt8]] = []
    for position in -1..<old.count {
      if position >= 0 { order.append(old[position]) }
      order += both(mine, theirs, behind: position)
    }
    return order
  }

  /// Behind which of the old records each other record stands, in the side's order.
  private func places(
    in side: KeyedRecords, _ positions: [[UInt8]: Int], _ keys: Set<[UInt8]>
  ) -> [(key: [UInt8], position: Int)] {
    var last = -1
    var places: [(key: [UInt8], position: Int)] = []
    for key in side.keys where keys.contains(key) {
      if let position = positions[key] { last = position } else { places.append((key, last)) }
    }
    return places
  }

  private func both(
    _ mine: [(key: [UInt8], position: Int)], _ theirs: [(key: [UInt8], position: Int)],
    behind position: Int
  ) -> [[UInt8]] {
    // What both added stands where the earlier of the two has it.
    let first = Dictionary(
      (mine + theirs).map { ($0.key, $0.position) }, uniquingKeysWith: { min($0, $1) })
    let own = mine.map(\.key).filter { first[$0] == position }
    let other = theirs.map(\.key).filter { first[$0] == position }
    if own == other || other.isEmpty { return own }
    if own.isEmpty { return other }
    return Set(own + other).sorted { $0.lexicographicallyPrecedes($1) }
  }
}

/// An array's records by their keys.
struct KeyedRecords {
  /// In the array's order, as UTF-8.
  let keys: [[UInt8]]
  let records: [[UInt8]: JSON]

  /// Nil where a record has no key, or one that a dotted path could not name, or another's.
  init?(_ list: [JSON], by field: String) {
    var keys: [[UInt8]] = []
    var records: [[UInt8]: JSON] = [:]
    for record in list {
      guard let key = Self.key(of: record, field), records.updateValue(record, forKey: key) == nil
      else { return nil }
      keys.append(key)
    }
    self.keys = keys
    self.records = records
  }

  static func key(of record: JSON, _ field: String) -> [UInt8]? {
    guard let text = record[field]?.string, !text.isEmpty,
      !text.utf8.contains(UInt8(ascii: "."))
    else { return nil }
    return Array(text.utf8)
  }
}
