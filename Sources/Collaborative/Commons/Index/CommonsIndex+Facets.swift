/// What is chosen of each facet, ready to be held against many entries.
struct ChosenValues {
  /// By facet and value; empty for a facet of which nothing is chosen.
  private let isChosen: [[Bool]]
  /// A bit for each facet of which something is chosen.
  let facets: UInt16

  init(_ facets: [Facet: Set<String>], among known: [FacetValues]) {
    var chosen: UInt16 = 0
    isChosen = Facet.allCases.enumerated().map { index, facet in
      guard let values = facets[facet], !values.isEmpty else { return [] }
      chosen |= 1 << UInt16(index)
      var isChosen = [Bool](repeating: false, count: known[index].values.count)
      for value in values {
        // A value that nothing has fits nothing.
        if let number = known[index].known(value) { isChosen[Int(number)] = true }
      }
      return isChosen
    }
    self.facets = chosen
  }

  /// A bit for each facet that is chosen from and has none of the values.
  func missed(by values: [CommonsIndex.Value]) -> UInt16 {
    if facets == 0 { return 0 }
    var missed = facets
    for value in values where missed & (1 << UInt16(value.facet)) != 0 {
      if isChosen[Int(value.facet)][Int(value.number)] { missed &= ~(1 << UInt16(value.facet)) }
    }
    return missed
  }
}

extension CommonsIndex {
  /// How many have each value of each facet and fit the words and what is chosen of the *other*
  /// facets; values that nothing has are left out unless they are chosen.
  ///
  /// - Complexity: O(n · values of each) for n entries.
  func facetCounts(
    _ query: CommonsQuery, mine: (CommonsEntry) -> Bool = { _ in true }
  ) -> [Facet: [(value: String, count: Int)]] {
    let (_, scores) = scores(of: query)
    let chosen = ChosenValues(query.facets, among: facetValues)
    var counts = facetValues.map { [Int](repeating: 0, count: $0.values.count) }
    for (number, values) in values.enumerated() {
      guard scores.map({ $0[number] > 0 }) ?? true else { continue }
      // What misses one facet still counts there; what misses two counts nowhere.
      let missed = chosen.missed(by: values)
      if missed.nonzeroBitCount > 1 { continue }
      if query.isMine, !(slots[number].map { mine($0.entry) } ?? false) { continue }
      for value in values where missed == 0 || missed == 1 << UInt16(value.facet) {
        counts[Int(value.facet)][Int(value.number)] += 1
      }
    }
    var result: [Facet: [(value: String, count: Int)]] = [:]
    for (index, facet) in Facet.allCases.enumerated() {
      let wanted = query.facets[facet] ?? []
      var shown: [(value: String, count: Int)] = []
      for (value, count) in zip(facetValues[index].values, counts[index])
      where count > 0 || wanted.contains(value) {
        shown.append((value, count))
      }
      for value in wanted where facetValues[index].known(value) == nil { shown.append((value, 0)) }
      result[facet] = shown.sorted {
        $0.count != $1.count ? $0.count > $1.count : $0.value < $1.value
      }
    }
    return result
  }
}
