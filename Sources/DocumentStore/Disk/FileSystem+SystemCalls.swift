import Glibc

extension FileSystem {
  /// The calls of this computer.
  public static let live = FileSystem(.live)

  /// Makes each call until no signal interrupts it, and reads and writes until all is done.
  public init(_ calls: SystemCalls) {
    self.init(
      openPath: { (path) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.openPath(path) }
      },
      makeFolderAtPath: { (path) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.makeFolderAtPath(path) }
      },
      open: { (folder, name, purpose) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.open(folder, name, purpose) }
      },
      close: calls.close,
      status: { (descriptor) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.status(descriptor) }
      },
      statusBelow: { (folder, path) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.statusBelow(folder, path) }
      },
      read: { (descriptor, offset, count) throws(SystemFailure) in
        try readAll(calls, descriptor, offset, count)
      },
      map: { (descriptor, count) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.map(descriptor, count) }
      },
      write: { (descriptor, bytes) throws(SystemFailure) in
        try writeAll(calls, descriptor, bytes)
      },
      truncate: { (descriptor, size) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.truncate(descriptor, size) }
      },
      synchronise: { (descriptor) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.synchronise(descriptor) }
      },
      synchroniseAll: { (descriptor) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.synchroniseAll(descriptor) }
      },
      setMode: { (descriptor, mode) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.setMode(descriptor, mode) }
      },
      rename: { (folder, name, newFolder, newName) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in
          try calls.rename(folder, name, newFolder, newName)
        }
      },
      link: { (folder, name, newFolder, newName) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.link(folder, name, newFolder, newName) }
      },
      remove: { (folder, name) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.remove(folder, name) }
      },
      removeFolder: { (folder, name) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.removeFolder(folder, name) }
      },
      makeFolder: { (folder, name, mode) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.makeFolder(folder, name, mode) }
      },
      list: { (descriptor) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.list(descriptor) }
      },
      lock: { (descriptor) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.lock(descriptor) }
      },
      tryLock: { (descriptor) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.tryLock(descriptor) }
      },
      mayWrite: { (folder) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.mayWrite(folder) }
      },
      networkKind: { (descriptor) throws(SystemFailure) in
        try retry { () throws(SystemFailure) in try calls.networkKind(descriptor) }
      },
      computer: calls.computer)
  }
}

/// Makes a call until no signal interrupts it.
private func retry<Value>(
  _ call: () throws(SystemFailure) -> Value
) throws(SystemFailure) -> Value {
  while true {
    do throws(SystemFailure) {
      return try call()
    } catch {
      if error.code != EINTR { throw error }
    }
  }
}

private func readAll(
  _ calls: SystemCalls, _ descriptor: Descriptor, _ offset: Int, _ count: Int
) throws(SystemFailure) -> [UInt8] {
  var bytes: [UInt8] = []
  while bytes.count < count {
    let done = bytes.count
    let more = try retry { () throws(SystemFailure) in
      try calls.read(descriptor, offset + done, count - done)
    }
    if more.isEmpty { break }
    // The first reading nearly always is the only one.
    if done == 0 { bytes = more } else { bytes += more }
  }
  return bytes
}

private func writeAll(
  _ calls: SystemCalls, _ descriptor: Descriptor, _ bytes: [UInt8]
) throws(SystemFailure) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let part = rest
    rest = rest.dropFirst(
      try retry { () throws(SystemFailure) in try calls.write(descriptor, part) })
  }
}
