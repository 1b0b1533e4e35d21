import Glibc

/// The repository in `.store/git`, and the lock of whoever writes it.
extension DocumentStore {
  static let historyPath = ".store/git"

  /// All that the repository's configuration says: what anybody else put there goes.
  private static let configuration =
    "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n"

  /// Runs something alone among those who write or clear the history; the store's own lock is
  /// never waited for by whoever holds this one.
  ///
  /// - Parameter waits: whether to wait for whoever is at it.
  /// - Returns: nil where somebody is at it and is not waited for.
  func withHistoryLock<Value>(
    waits: Bool, _ body: (Descriptor) throws(StoreError) -> Value
  ) throws(StoreError) -> Value? {
    let folder = try disk.makeFolder(".store")
    defer { disk.files.close(folder) }
    let lock = try disk.call(".store/history-lock") { () throws(SystemFailure) in
      try disk.openLock("history-lock", in: folder)
    }
    defer { disk.files.close(lock) }
    let isHeld = try disk.call(".store/history-lock") { () throws(SystemFailure) in
      if try disk.files.tryLock(lock) { return true }
      if waits { try disk.files.lock(lock) }
      return waits
    }
    return isHeld ? try body(lock) : nil
  }

  /// Does something with the repository, which is made where it is missing.
  ///
  /// - Throws: `gitMissing`, and what the body throws.
  func withRepository<Value>(
    _ lock: Descriptor, _ body: (Git) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    for part in ["objects", "refs"] {
      disk.files.close(try disk.makeFolder("\(Self.historyPath)/\(part)", isDurable: false))
    }
    try settle("HEAD", "ref: \(FastImport.branch)\n")
    try settle("config", Self.configuration)
    guard let repository = try disk.openFolder(Self.historyPath) else {
      throw .io(operation: "open", path: disk.fullPath(Self.historyPath), code: ENOENT)
    }
    defer { disk.files.close(repository) }
    return try body(Git(repository: repository, lock: lock, fileMode: disk.fileMode))
  }

  /// Whether the repository says of itself what it was made with: nothing else is let near git.
  func isOwnRepository() throws(StoreError) -> Bool {
    try disk.read("\(Self.historyPath)/config") == Array(Self.configuration.utf8)
  }

  private func settle(_ name: String, _ text: String) throws(StoreError) {
    let path = "\(Self.historyPath)/\(name)"
    if try disk.read(path) == Array(text.utf8) { return }
    try disk.replace(path, bytes: Array(text.utf8))
  }

  /// Runs git on the history.
  ///
  /// - Parameter input: what it reads.
  /// - Throws: `gitMissing`, `gitFailed`.
  func run(
    _ git: Git, _ words: [String], input: [UInt8]? = nil
  ) throws(StoreError) -> [UInt8] {
    let file = try input.map { (input) throws(StoreError) in try temporaryInput(input) }
    defer { if let file { disk.files.close(file) } }
    let result: Git.Result
    do throws(SystemFailure) {
      result = try git.run(words, input: file)
    } catch {
      if error.code == ENOENT { throw .gitMissing }
      throw disk.error(error, Self.historyPath)
    }
    guard result.code == 0 else {
      throw .gitFailed(
        path: disk.fullPath(Self.historyPath), command: words.first ?? "", code: result.code)
    }
    return result.output
  }

  /// A file without a name any more.
  private func temporaryInput(_ bytes: [UInt8]) throws(StoreError) -> Descriptor {
    let folder = try disk.makeFolder(".store/tmp")
    defer { disk.files.close(folder) }
    let name = "\(ULID().text).import"
    return try disk.call(".store/tmp/\(name)") { () throws(SystemFailure) in
      try disk.create(name, in: folder, bytes: bytes, mode: 0o600, isSynchronised: false)
      defer { try? disk.files.remove(folder, name) }
      return try disk.files.open(folder, name, .reading)
    }
  }
}
