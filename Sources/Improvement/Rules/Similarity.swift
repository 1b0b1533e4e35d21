/// Finds what someone may have meant by a word that does not exist.
public enum Similarity {
  /// The candidates nearest to a word, the nearest first; none that is a different word.
  ///
  /// A candidate may differ in a third of its letters, at most in three; one that merely ends in
  /// the word (`objective` of `plan.objective`) is meant as well.
  public static func closest(
    to word: String, in candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = word.lowercased()
    guard !wanted.isEmpty, wanted.utf8.count <= 200 else { return [] }
    var found: [(distance: Int, order: Int, name: String)] = []
    for (order, name) in candidates.enumerated() {
      let candidate = name.lowercased()
      let last = candidate.split(separator: ".").last.map(String.init) ?? candidate
      let tolerance = max(1, min(3, wanted.count / 3))
      let whole = distance(wanted, candidate)
      let tail = distance(wanted, last) + (last == candidate ? 0 : 1)
      let nearest = min(whole, tail)
      if nearest <= tolerance { found.append((nearest, order, name)) }
    }
    return found.sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }
      .prefix(limit).map(\.name)
  }

  /// How many letters must be inserted, left out, replaced or swapped with their neighbour.
  ///
  /// The restricted edit distance (optimal string alignment; Damerau 1964, Communications of the
  /// ACM 7, 171–176). Complexity: O(m·n).
  public static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left)
    let b = Array(right)
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 1...a.count {
      var current = [i]
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        var best = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, before[j - 2] + 1)
        }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
