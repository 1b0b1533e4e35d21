/// The merge of arrays whose order means something, stretch by stretch between what nobody touched
/// (after diff3: Khanna, Kunal and Pierce 2007, section 3).
enum OrderedMerge {
  /// Nil where the sides cannot both be kept.
  ///
  /// What both add at one place is kept one after the other; elements that both changed are merged
  /// by the rule, if that is clean.
  static func merge(_ sides: Sides<[JSON]>, _ rule: MergeRule) -> [JSON]? {
    guard let mine = CommonSubsequence.matches(sides.base, sides.mine),
      let theirs = CommonSubsequence.matches(sides.base, sides.theirs)
    else { return nil }
    var merged: [JSON] = []
    var start = Sides(0, 0, 0)
    for (index, element) in sides.base.enumerated() {
      guard let mineIndex = mine[index], let theirsIndex = theirs[index] else { continue }
      let stretch = Sides(
        Array(sides.base[start.base..<index]), Array(sides.mine[start.mine..<mineIndex]),
        Array(sides.theirs[start.theirs..<theirsIndex]))
      guard let part = mergeStretch(stretch, rule) else { return nil }
      merged += part + [element]
      start = Sides(index + 1, mineIndex + 1, theirsIndex + 1)
    }
    let rest = Sides(
      Array(sides.base[start.base...]), Array(sides.mine[start.mine...]),
      Array(sides.theirs[start.theirs...]))
    return mergeStretch(rest, rule).map { merged + $0 }
  }

  private static func mergeStretch(_ sides: Sides<[JSON]>, _ rule: MergeRule) -> [JSON]? {
    if sides.mine == sides.theirs { return sides.mine }
    if sides.mine == sides.base { return sides.theirs }
    if sides.theirs == sides.base { return sides.mine }
    let count = sides.base.count
    // Elements changed in place may have others added behind them.
    guard sides.mine.count >= count, sides.theirs.count >= count else { return nil }
    var merged: [JSON] = []
    for index in 0..<count {
      var merger = Merger()
      let element = merger.merge(sides.map { $0[index] }, rule, at: JSONPath([]))
      guard let element, merger.conflicts.isEmpty else { return nil }
      merged.append(element)
    }
    return merged + both(Array(sides.mine[count...]), Array(sides.theirs[count...]))
  }

  /// Two additions at one place, whichever is called mine in the same order.
  private static func both(_ mine: [JSON], _ theirs: [JSON]) -> [JSON] {
    if isPart(mine, of: theirs) { return theirs }
    if isPart(theirs, of: mine) { return mine }
    let isMineFirst =
      JSON.array(mine).compactBytes.lexicographicallyPrecedes(JSON.array(theirs).compactBytes)
    return isMineFirst ? mine + theirs : theirs + mine
  }

  private static func isPart(_ part: [JSON], of whole: [JSON]) -> Bool {
    var rest = part[...]
    for element in whole where element == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}
