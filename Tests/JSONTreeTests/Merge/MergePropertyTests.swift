import Foundation
import JSONTree
import Testing

/// What holds of every merge, over generated documents; `HUDDLE_CASES` says of how many.
@Suite struct MergePropertyTests {
  private static let cases =
    ProcessInfo.processInfo.environment["HUDDLE_CASES"].flatMap(UInt64.init) ?? 20_000

  /// Stops at the first seed for which something does not hold.
  private func holds(_ property: (GeneratedCopies, Merge) -> Bool) {
    for seed in 0..<Self.cases {
      let copies = GeneratedCopies(seed: seed)
      let merge = JSON.merge(
        base: copies.base, mine: copies.mine, theirs: copies.theirs, rules: GeneratedCopies.rules)
      guard property(copies, merge) else {
        Issue.record(
          """
          seed \(seed)
          base   \(copies.base.compactText)
          mine   \(copies.mine.compactText)
          theirs \(copies.theirs.compactText)
          merged \(merge.value.compactText)
          \(merge.conflicts)
          """)
        return
      }
    }
  }

  @Test("whichever copy is called mine, the value is the same and so are the conflicts")
  func commutative() {
    holds { copies, merge in
      let other = JSON.merge(
        base: copies.base, mine: copies.theirs, theirs: copies.mine, rules: GeneratedCopies.rules)
      let swapped = other.conflicts.map {
        MergeConflict(path: $0.path, mine: $0.theirs, theirs: $0.mine)
      }
      return merge == Merge(value: other.value, conflicts: swapped)
    }
  }

  @Test("two equal copies are their own merge, and merging again changes nothing")
  func idempotent() {
    holds { copies, merge in
      let same = JSON.merge(
        base: copies.base, mine: copies.mine, theirs: copies.mine, rules: GeneratedCopies.rules)
      let again = JSON.merge(
        base: copies.base, mine: merge.value, theirs: merge.value, rules: GeneratedCopies.rules)
      return same == Merge(value: copies.mine, conflicts: [])
        && again == Merge(value: merge.value, conflicts: [])
    }
  }

  @Test("where one side changed nothing the other's bytes are the merge")
  func identity() {
    holds { copies, _ in
      let mine = JSON.merge(
        base: copies.base, mine: copies.mine, theirs: copies.base, rules: GeneratedCopies.rules)
      let theirs = JSON.merge(
        base: copies.base, mine: copies.base, theirs: copies.theirs, rules: GeneratedCopies.rules)
      return mine == Merge(value: copies.mine, conflicts: [])
        && theirs == Merge(value: copies.theirs, conflicts: [])
    }
  }

  @Test("what either side put in is in the merge or in a conflict, and what it took out is not")
  func losesNothing() {
    holds { copies, merge in
      let keyed = ["drivers": "id", "points": "period"].filter { name, key in
        [copies.base, copies.mine, copies.theirs].allSatisfy { Pieces.isKeyed($0[name], by: key) }
      }
      let base = Pieces(copies.base, keyed)
      let mine = Pieces(copies.mine, keyed)
      let theirs = Pieces(copies.theirs, keyed)
      let merged = Pieces(merge.value, keyed)
      var mineHeld = Pieces()
      var theirsHeld = Pieces()
      for conflict in merge.conflicts {
        let place = conflict.path.steps.map { ".\($0)" }.joined()
        mineHeld.add(Pieces(conflict.mine, keyed, at: place))
        theirsHeld.add(Pieces(conflict.theirs, keyed, at: place))
      }
      return merged.keeps(mine, over: base, held: mineHeld)
        && merged.keeps(theirs, over: base, held: theirsHeld)
        && merged.leavesOut(mine, over: base, beside: theirs, held: theirsHeld)
        && merged.leavesOut(theirs, over: base, beside: mine, held: mineHeld)
    }
  }
}

/// The single values of a document with their places, whatever their positions in lists.
private struct Pieces {
  var counts: [[UInt8]: Int] = [:]
  /// Among those whether one is the same is not to be told: elements of lists in order.
  var anonymous: Set<[UInt8]> = []

  init() {}

  /// - Parameter keyed: the names of the lists whose records are known by a field, and the field.
  init(_ tree: JSON?, _ keyed: [String: String], at place: String = "") {
    if let tree { collect(tree, place, keyed, isAnonymous: false) }
  }

  static func isKeyed(_ list: JSON?, by field: String) -> Bool {
    let keys = (list?.elements ?? []).map { $0[field]?.string }
    return !keys.contains(nil) && Set(keys).count == keys.count
  }

  mutating func add(_ other: Pieces) { counts.merge(other.counts, uniquingKeysWith: +) }

  private mutating func collect(
    _ value: JSON, _ place: String, _ keyed: [String: String], isAnonymous: Bool
  ) {
    switch value {
    case .object(let object):
      for field in object.fields {
        collect(field.value, "\(place).\(field.key)", keyed, isAnonymous: isAnonymous)
      }
    case .array(let elements):
      let key = keyed[String(place.dropFirst())]
      for element in elements {
        let name = key.flatMap { element[$0]?.string } ?? "*"
        collect(
          element, "\(place).\(name)", keyed, isAnonymous: key == nil && place != ".tags")
      }
    default:
      let piece = Array("\(place)=".utf8) + value.compactBytes
      counts[piece, default: 0] += 1
      if isAnonymous { anonymous.insert(piece) }
    }
  }

  /// Whether all that a side has more of than the base is here, or held by a conflict.
  func keeps(_ side: Pieces, over base: Pieces, held: Pieces) -> Bool {
    side.counts.allSatisfy { piece, count in
      count <= base.counts[piece] ?? 0 || counts[piece] != nil || held.counts[piece] != nil
    }
  }

  /// Whether what a side has none of is not here, unless the other side put it in.
  func leavesOut(_ side: Pieces, over base: Pieces, beside other: Pieces, held: Pieces) -> Bool {
    base.counts.allSatisfy { piece, count in
      side.counts[piece] != nil || counts[piece] == nil || held.counts[piece] != nil
        || base.anonymous.contains(piece) || other.counts[piece] ?? 0 > count
    }
  }
}
