import DocumentStore

extension Volume {
  /// The bytes of all files below a folder that a test of their paths picks, by path.
  public func files(
    below path: String, where isWanted: (String) -> Bool = { _ in true }
  ) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    guard let start = try? walk(path, from: Self.root) else { return [:] }
    var waiting: [(inode: Inode, path: String)] = [(start, "")]
    while let (inode, path) = waiting.popLast() {
      switch nodes[inode]?.content {
      case .file(let file)? where isWanted(path): found[path] = file.bytes
      case .folder(let folder)?:
        for (name, child) in folder.names {
          waiting.append((child, path.isEmpty ? name : "\(path)/\(name)"))
        }
      default: break
      }
    }
    return found
  }

  /// Puts bytes in a file behind everybody's back, as damage does; its folder must be there.
  mutating func place(_ bytes: [UInt8], at path: String) {
    var steps = path.split(separator: "/").map(String.init)
    guard let name = steps.popLast(),
      let folder = try? walk(steps.joined(separator: "/"), from: Self.root)
    else { return }
    let content = Content.file(SimulatedFile(bytes))
    if let inode = try? find(name, in: folder) {
      nodes[inode]?.content = content
    } else {
      let inode = make(content, mode: 0o644)
      let change = try? rename([name: inode], in: folder)
      if change != nil { try? synchronise(folder) }
    }
  }
}

extension SimulatedComputer {
  /// Breaks a document's file, of which a good version is left where changes are staged.
  func damage(_ path: String, keeping bytes: [UInt8]) {
    state.withLock { state in
      state.volume.place(Array("{broken".utf8), at: path)
      state.volume.place(bytes, at: "/store/.store/tmp/\(ULID().text).json")
    }
  }
}
