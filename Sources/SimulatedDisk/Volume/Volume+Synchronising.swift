import DocumentStore

extension Volume {
  /// A file's bytes or a folder's names come to the disk.
  mutating func synchronise(_ inode: Inode) throws(SystemFailure) {
    let node = try node(inode)
    nodes[inode]?.durableMode = node.mode
    switch node.content {
    case .file(var file):
      file.synchronise()
      nodes[inode]?.content = .file(file)
    case .folder(var folder):
      // What left this folder for another one is in the other one then.
      for number in folder.pending.compactMap(\.follows) { synchronise(change: number) }
      folder.synchronise()
      nodes[inode]?.content = .folder(folder)
    }
  }

  private mutating func synchronise(change number: Int) {
    for (inode, node) in nodes {
      guard case .folder(var folder) = node.content,
        folder.pending.contains(where: { $0.number == number })
      else { continue }
      folder.synchronise(change: number)
      nodes[inode]?.content = .folder(folder)
    }
  }

  mutating func synchroniseAll() {
    for (inode, node) in nodes {
      nodes[inode]?.durableMode = node.mode
      switch node.content {
      case .file(var file):
        file.synchronise()
        nodes[inode]?.content = .file(file)
      case .folder(var folder):
        folder.synchronise()
        nodes[inode]?.content = .folder(folder)
      }
    }
  }

  /// The disk as it is when it had all the time it wanted.
  public func settled() -> Volume {
    var volume = self
    volume.synchroniseAll()
    return volume
  }

  /// What the disk refused of a file is seen and not on it, though nothing is left to write.
  mutating func failToSynchronise(_ inode: Inode) throws(SystemFailure) {
    guard case .file(var file) = try node(inode).content else { return }
    file.failToSynchronise()
    nodes[inode]?.content = .file(file)
  }
}
