import JSONTree

extension DriverTree {
  /// The diagram after a change; the same record objects, none lost, none twice.
  ///
  /// - Complexity: O(n).
  public func applying(_ step: DriverStep) throws(DriverTreeProblem) -> DriverTree {
    switch step {
    case .add(let kind, let id, let text, let parent):
      return try adding(new(kind, id, text), kind, id, under: parent)
    case .addBeside(let kind, let id, let text, let other):
      return try adding(kind, id, text, beside: other)
    case .reword(let id, let text): return try rewording(found(id), text)
    case .indent(let id): return try indenting(found(id))
    case .outdent(let id): return try outdenting(found(id))
    case .up(let id): return try swapping(found(id), isDown: false)
    case .down(let id): return try swapping(found(id), isDown: true)
    case .place(let id, let parent): return try placing(found(id), under: parent)
    case .remove(let id, let together): return try removing(found(id), together: together)
    }
  }

  private func found(_ id: String) throws(DriverTreeProblem) -> Int {
    guard let index = index(of: id) else { throw .notThere }
    return index
  }

  private func new(_ kind: Kind, _ id: String, _ text: String) throws(DriverTreeProblem) -> JSON {
    if text.allSatisfy(\.isWhitespace) { throw .noText }
    if entries.contains(where: { $0.id == id }) { throw .taken(id) }
    return ["id": .string(id), "text": .string(text)]
  }

  private func rewording(
    _ index: Int, _ text: String
  ) throws(DriverTreeProblem) -> DriverTree {
    if text.allSatisfy(\.isWhitespace) { throw .noText }
    var tree = self
    tree.entries[index].record["text"] = .string(text)
    return tree
  }

  private func adding(
    _ record: JSON, _ kind: Kind, _ id: String, under parent: String?
  ) throws(DriverTreeProblem) -> DriverTree {
    let place = try end(under: parent)
    let entry = Entry(id: id, kind: kind, depth: place.depth, record: record)
    try checkServes(entry)
    try checkDepth([entry])
    return inserting([entry], at: place.index)
  }

  private func adding(
    _ kind: Kind, _ id: String, _ text: String, beside other: String
  ) throws(DriverTreeProblem) -> DriverTree {
    let index = try found(other)
    let record = try new(kind, id, text)
    let entry = Entry(id: id, kind: kind, depth: entries[index].depth, record: record)
    try checkServes(entry)
    try checkDepth([entry])
    return inserting([entry], at: stretch(at: index).upperBound)
  }

  private func checkServes(_ entry: Entry) throws(DriverTreeProblem) {
    if entry.kind == .idea, entry.depth == 0 { throw .ideaNeedsADriver(entry.text) }
  }

  private func checkDepth(_ entries: [Entry]) throws(DriverTreeProblem) {
    let deep = entries.first { $0.kind == .driver && $0.depth >= Self.levels }
    if let deep { throw .tooDeep(deep.text) }
  }

  /// Behind everything that stands under a driver, and how deep that is.
  private func end(
    under parent: String?
  ) throws(DriverTreeProblem) -> (index: Int, depth: Int) {
    guard let parent else { return (entries.count, 0) }
    let index = try found(parent)
    if entries[index].kind == .idea { throw .underAnIdea(entries[index].text) }
    return (stretch(at: index).upperBound, entries[index].depth + 1)
  }

  private func inserting(
    _ moved: [Entry], at index: Int
  ) -> DriverTree {
    var tree = self
    tree.entries.insert(contentsOf: moved, at: index)
    return tree.settled
  }

  /// Takes a stretch out and puts it elsewhere, as deep as it is to stand there.
  private func moving(
    _ range: Range<Int>, to index: Int, depth: Int
  ) throws(DriverTreeProblem) -> DriverTree {
    let change = depth - entries[range.lowerBound].depth
    let moved = entries[range].map { entry in
      var entry = entry
      entry.depth += change
      return entry
    }
    // What is too deep already may still be moved, only not deeper.
    if change > 0 { try checkDepth(moved) }
    var rest = self
    rest.entries.removeSubrange(range)
    return rest.inserting(moved, at: index > range.lowerBound ? index - range.count : index)
  }

  private func indenting(_ index: Int) throws(DriverTreeProblem) -> DriverTree {
    let depth = entries[index].depth
    let first = parent(at: index).map { $0 + 1 } ?? 0
    let before = entries[first..<index].lastIndex { $0.depth == depth && $0.kind == .driver }
    guard let before else { throw .nothingToStandUnder(entries[index].text) }
    return try moving(
      stretch(at: index), to: stretch(at: before).upperBound, depth: depth + 1)
  }

  private func outdenting(_ index: Int) throws(DriverTreeProblem) -> DriverTree {
    guard let parent = parent(at: index) else { throw .isAtTheTop(entries[index].text) }
    if entries[index].kind == .idea, entries[index].depth == 1 {
      throw .ideaNeedsADriver(entries[index].text)
    }
    return try moving(
      stretch(at: index), to: stretch(at: parent).upperBound, depth: entries[parent].depth)
  }

  private func swapping(_ index: Int, isDown: Bool) throws(DriverTreeProblem) -> DriverTree {
    let entry = entries[index]
    let siblings = entries.indices.filter {
      entries[$0].depth == entry.depth && entries[$0].kind == entry.kind
        && parent(at: $0) == parent(at: index)
    }
    let place = siblings.firstIndex(of: index) ?? 0
    if isDown {
      guard place + 1 < siblings.count else { throw .isLast(entry.text) }
      let end = stretch(at: siblings[place + 1]).upperBound
      return try moving(stretch(at: index), to: end, depth: entry.depth)
    }
    guard place > 0 else { throw .isFirst(entry.text) }
    return try moving(stretch(at: index), to: siblings[place - 1], depth: entry.depth)
  }

  private func placing(_ index: Int, under parent: String?) throws(DriverTreeProblem) -> DriverTree
  {
    let range = stretch(at: index)
    if let parent, let above = self.index(of: parent), range.contains(above) {
      throw .underItself(entries[index].text, under: entries[above].text)
    }
    if parent == nil, entries[index].kind == .idea {
      throw .ideaNeedsADriver(entries[index].text)
    }
    let place = try end(under: parent)
    return try moving(range, to: place.index, depth: place.depth)
  }

  private func removing(_ index: Int, together: Bool) throws(DriverTreeProblem) -> DriverTree {
    var tree = self
    let range = stretch(at: index)
    if together {
      tree.entries.removeSubrange(range)
    } else {
      for below in range.dropFirst() { tree.entries[below].depth -= 1 }
      tree.entries.remove(at: index)
    }
    return tree.settled
  }
}
