import JSONTree

extension DocumentStore {
  /// Finishes what was committed and drops what was not; called with the lock held.
  ///
  /// Doing it again changes nothing. An intent that cannot be read is left where it is: it was
  /// written and synchronised before it counted, so only a damaged disk makes one.
  func recover() throws(StoreError) {
    for entry in try disk.list(".store/intent")?.entries ?? [] {
      let path = ".store/intent/\(entry.name)"
      if entry.name.hasSuffix(".ok") {
        guard let intent = try intent(at: path) else { continue }
        // A cut may bring back an intent that was finished and removed: by its line it is known, and
        // its steps must not be taken over what was changed since.
        if try !isInJournal(intent.entry) { try rollForward(intent) }
        try disk.remove(path)
      } else {
        try disk.remove(path)
      }
    }
    disk.overlay.clear()
    try sweepTemporaryFiles()
  }

  /// A committed transaction; nil where it is gone or cannot be read.
  func intent(at path: String) throws(StoreError) -> Intent? {
    guard let bytes = try disk.read(path, limit: JSONLimits.file.documentBytes),
      let tree = try? JSON.parse(bytes, limits: .file)
    else { return nil }
    return Intent(tree)
  }

  /// Takes the steps of a committed transaction that are still to be taken, and journals it.
  ///
  /// - Returns: what was added to the journal.
  @discardableResult
  func rollForward(_ intent: Intent) throws(StoreError) -> JournalGrowth {
    var folders: Set<String> = []
    for step in intent.steps {
      switch step {
      case .put(let staged, let place):
        try moveIntoPlace(staged, place)
        folders.insert(Disk.split(place).folder)
      case .remove(let place):
        try disk.remove(place)
        folders.insert(Disk.split(place).folder)
      }
    }
    try synchronise(folders)
    return try appendToJournal(intent.entry)
  }

  /// Makes the names in some folders durable, all at once where they are many.
  func synchronise(_ folders: Set<String>) throws(StoreError) {
    if folders.count > 32 {
      try disk.call("") { () throws(SystemFailure) in try disk.files.synchroniseAll(disk.root) }
    } else {
      for folder in folders { try disk.synchronise(folder) }
    }
  }

  /// Only "not there" means that the file has moved already.
  private func moveIntoPlace(_ staged: String, _ place: String) throws(StoreError) {
    guard let temporary = try disk.openFolder(".store/tmp") else { return }
    defer { disk.files.close(temporary) }
    let (folderPath, name) = Disk.split(place)
    let folder = try disk.makeFolder(folderPath)
    defer { disk.files.close(folder) }
    _ = try disk.find(place) { () throws(SystemFailure) in
      try disk.files.rename(temporary, staged, folder, name)
    }
  }

  /// Removes, once for each opened store, what processes that are gone left staged a day ago.
  private func sweepTemporaryFiles() throws(StoreError) {
    let isDue = state.withLock { state in
      defer { state.hasSweptTemporaryFiles = true }
      return !state.hasSweptTemporaryFiles
    }
    guard isDue else { return }
    let yesterday = Clock.milliseconds - 86_400_000
    for entry in try disk.list(".store/tmp")?.entries ?? [] {
      guard let id = ULID(String(entry.name.prefix(26))), id.milliseconds < yesterday else {
        continue
      }
      try disk.remove(".store/tmp/\(entry.name)")
    }
  }
}
