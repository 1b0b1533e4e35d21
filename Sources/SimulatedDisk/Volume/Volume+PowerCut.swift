extension Volume {
  /// The disk as a power cut may leave it.
  ///
  /// Every folder's changes are on it or not, each on its own and in any order; a rename within a
  /// folder is there or not as a whole; a file that moved between folders is in the old, the new or
  /// both. What was synchronised is there.
  public func afterPowerCut(_ choices: inout Choices) -> Volume {
    let done = changesDone(&choices)
    var kept: [Inode: Node] = [:]
    var waiting = [Self.root]
    while let inode = waiting.popLast() {
      guard kept[inode] == nil, var node = nodes[inode] else { continue }
      if node.mode != node.durableMode {
        node.mode = choices.next(of: 2) == 0 ? node.durableMode : node.mode
        node.durableMode = node.mode
      }
      switch node.content {
      case .file(let file): node.content = .file(file.afterPowerCut(&choices))
      case .folder(let folder):
        let names = folder.names(with: done)
        node.content = .folder(SimulatedFolder(names))
        waiting += names.values.sorted(by: >)
      }
      kept[inode] = node
    }
    return Volume(continuing: self, nodes: kept)
  }

  private func changesDone(_ choices: inout Choices) -> Set<Int> {
    let pending = nodes.values.flatMap { node -> [NameChange] in
      if case .folder(let folder) = node.content { folder.pending } else { [] }
    }.sorted { $0.number < $1.number }
    let waiting = Set(pending.map(\.number))
    var done: Set<Int> = []
    for change in pending {
      if let other = change.follows, waiting.contains(other), !done.contains(other) { continue }
      if choices.next(of: 2) == 1 { done.insert(change.number) }
    }
    return done
  }

  /// Whether a power cut leaves just this.
  var isSettled: Bool {
    nodes.values.allSatisfy { node in
      guard node.mode == node.durableMode else { return false }
      return switch node.content {
      case .file(let file): file.isSettled
      case .folder(let folder): folder.isSettled
      }
    }
  }
}
