import DocumentStore
import Glibc

extension SimulatedComputer {
  /// The system calls of this computer.
  public var calls: SystemCalls {
    SystemCalls(
      openPath: { [self] (path) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          let inode = try state.volume.walk(path, from: Volume.root)
          _ = try state.volume.folder(inode)
          return state.open(inode)
        }
      },
      makeFolderAtPath: { [self] (path) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          var steps = path.split(separator: "/").map(String.init)
          guard let name = steps.popLast() else { throw SystemFailure("make", code: EEXIST) }
          let parent = try state.volume.walk(steps.joined(separator: "/"), from: Volume.root)
          try state.volume.makeFolder(name, in: parent, mode: 0o755)
        }
      },
      open: { [self] (folder, name, purpose) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in try state.open(name, in: folder, purpose) }
      },
      close: { [self] descriptor in
        state.withLock { state in
          guard let inode = state.opened.removeValue(forKey: descriptor) else { return }
          if state.locks[inode] == descriptor { state.locks[inode] = nil }
        }
      },
      status: { [self] (descriptor) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          try state.volume.status(state.inode(descriptor))
        }
      },
      statusBelow: { [self] (folder, path) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          try state.volume.status(state.volume.walk(path, from: state.inode(folder)))
        }
      },
      read: { [self] (descriptor, offset, count) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          let bytes = try state.volume.file(state.inode(descriptor)).bytes
          return Array(bytes.dropFirst(offset).prefix(max(0, count)))
        }
      },
      map: { [self] (descriptor, count) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          let bytes = try state.volume.file(state.inode(descriptor)).bytes
          return try MappedFile(Array(bytes.prefix(count)))
        }
      },
      write: { [self] (descriptor, bytes) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          let offset = try state.offset(descriptor)
          try state.volume.change(state.inode(descriptor)) { $0.write(bytes, at: offset) }
          return bytes.count
        }
      },
      truncate: { [self] (descriptor, size) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          try state.volume.change(state.inode(descriptor)) { $0.truncate(to: size) }
        }
      },
      synchronise: { [self] (descriptor) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          try state.volume.synchronise(state.inode(descriptor))
        }
      },
      synchroniseAll: { [self] (descriptor) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          _ = try state.inode(descriptor)
          state.volume.synchroniseAll()
        }
      },
      setMode: { [self] (descriptor, mode) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          try state.volume.setMode(state.inode(descriptor), mode)
        }
      },
      rename: { [self] (folder, name, newFolder, newName) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          try state.volume.rename(
            name, in: state.inode(folder), to: newName, in: state.inode(newFolder))
        }
      },
      link: { [self] (folder, name, newFolder, newName) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          try state.volume.link(
            name, in: state.inode(folder), to: newName, in: state.inode(newFolder))
        }
      },
      remove: { [self] (folder, name) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          try state.volume.remove(name, in: state.inode(folder), isFolder: false)
        }
      },
      removeFolder: { [self] (folder, name) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          try state.volume.remove(name, in: state.inode(folder), isFolder: true)
        }
      },
      makeFolder: { [self] (folder, name, mode) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          // The usual mask takes the right to write from everybody else.
          try state.volume.makeFolder(name, in: state.inode(folder), mode: mode & ~0o022)
        }
      },
      list: { [self] (descriptor) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          let names = try state.volume.folder(state.inode(descriptor)).names
          return names.sorted { $0.key < $1.key }.map { name, inode in
            FolderEntry(name: name, kind: state.volume.nodes[inode]?.kind)
          }
        }
      },
      lock: { [self] (descriptor) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          let inode = try state.inode(descriptor)
          guard state.locks[inode] == nil || state.locks[inode] == descriptor else {
            throw SystemFailure("lock", code: EDEADLK)
          }
          state.locks[inode] = descriptor
        }
      },
      tryLock: { [self] (descriptor) throws(SystemFailure) in
        try use { (state) throws(SystemFailure) in
          let inode = try state.inode(descriptor)
          guard state.locks[inode] == nil || state.locks[inode] == descriptor else { return false }
          state.locks[inode] = descriptor
          return true
        }
      },
      mayWrite: { (_) throws(SystemFailure) in },
      networkKind: { (_) throws(SystemFailure) in nil },
      computer: { "- simulated" })
  }
}

extension SimulatedComputer.State {
  /// Where the next write goes: files are written in one go or appended to.
  fileprivate func offset(_ descriptor: Descriptor) throws(SystemFailure) -> Int {
    let inode = try inode(descriptor)
    return try volume.file(inode).bytes.count
  }

  fileprivate mutating func open(
    _ name: String, in folder: Descriptor, _ purpose: FileSystem.Purpose
  ) throws(SystemFailure) -> Descriptor {
    let parent = try inode(folder)
    let found: Inode?
    do throws(SystemFailure) {
      found = try volume.find(name, in: parent)
    } catch {
      guard error.code == ENOENT else { throw error }
      found = nil
    }
    switch (purpose, found) {
    case (.folder, let inode?):
      _ = try volume.folder(inode)
      return open(inode)
    case (.reading, let inode?): return open(inode)
    case (.creating, .some): throw SystemFailure("open", code: EEXIST)
    case (.appending, let inode?), (.locking, let inode?):
      _ = try volume.file(inode)
      return open(inode)
    case (.folder, nil), (.reading, nil): throw SystemFailure("open", code: ENOENT)
    case (.creating(let mode), nil), (.appending(let mode), nil), (.locking(let mode), nil):
      return open(try volume.makeFile(name, in: parent, mode: mode & ~0o022))
    }
  }
}
