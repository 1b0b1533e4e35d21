import JSONTree

extension DocumentStore {
  /// Runs a change alone, with everything finished that others began.
  ///
  /// The lock file is never removed: a lock on a file without a name protects nothing. It is held
  /// for milliseconds, never while a person thinks.
  func withLock<Value>(
    _ body: () throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    try openingLock { (lock) throws(StoreError) in
      try disk.call(".store/lock") { () throws(SystemFailure) in try disk.files.lock(lock) }
      try recover()
      return try body()
    }
  }

  /// Finishes what others began; nothing where somebody has the lock, who has just done it.
  func recoverIfFree() throws(StoreError) {
    try openingLock { (lock) throws(StoreError) in
      let isFree = try disk.call(".store/lock") { () throws(SystemFailure) in
        try disk.files.tryLock(lock)
      }
      if isFree { try recover() }
    }
  }

  private func openingLock<Value>(
    _ body: (_ lock: Descriptor) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    let folder = try disk.makeFolder(".store")
    defer { disk.files.close(folder) }
    let lock = try disk.call(".store/lock") { () throws(SystemFailure) in
      try disk.openLock("lock", in: folder)
    }
    defer { disk.files.close(lock) }
    return try body(lock)
  }

  /// This copy of the store's random name in the journal; called with the lock held.
  func hostID() throws(StoreError) -> String {
    if let bytes = try disk.read(".store/host") {
      let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first ?? ""
      if let id = ULID(String(text)) { return id.text }
    }
    let id = ULID().text
    try disk.replace(".store/host", bytes: Array("\(id)\n".utf8))
    return id
  }
}
