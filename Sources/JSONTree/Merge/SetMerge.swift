/// The merge of arrays in which only membership counts.
enum SetMerge {
  /// What neither side took away, in the base's order, then what either added, in the order of the
  /// bytes.
  static func merge(_ sides: Sides<[JSON]>) -> [JSON] {
    let keys = sides.map { Set($0.map(\.compactBytes)) }
    let kept = sides.base.filter { element in
      let key = element.compactBytes
      return keys.mine.contains(key) && keys.theirs.contains(key)
    }
    var added: [[UInt8]: JSON] = [:]
    for element in sides.mine + sides.theirs {
      let key = element.compactBytes
      if !keys.base.contains(key) { added[key] = element }
    }
    return kept + added.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }
}
