import Glibc
import JSONTree

/// How verified changes come to their places; called with the lock held.
extension DocumentStore {
  /// Puts one file in its place and journals it; what was there comes back where a call fails.
  ///
  /// - Returns: what was added to the journal, and the name in `.store/tmp` under which the bytes that
  ///   were there are still to be removed, for which nobody else needs to wait.
  func putSingle(
    _ staged: String, at path: String, isNew: Bool, _ entry: JournalEntry
  ) throws(StoreError) -> (growth: JournalGrowth, spare: String?) {
    let files = disk.files
    let temporary = try disk.makeFolder(".store/tmp")
    defer { files.close(temporary) }
    let (folderPath, name) = Disk.split(path)
    let folder = try disk.makeFolder(folderPath)
    defer { files.close(folder) }
    let spare = "\(ULID().text).old"
    var hasSpare = false
    if !isNew {
      hasSpare = try disk.call(path) { () throws(SystemFailure) in
        try linkIfPossible(folder, name, temporary, spare)
      }
    }
    do throws(StoreError) {
      try disk.call(path) { () throws(SystemFailure) in
        try files.rename(temporary, staged, folder, name)
      }
    } catch {
      if hasSpare { try? files.remove(temporary, spare) }
      throw error
    }
    do throws(StoreError) {
      try disk.call(path) { () throws(SystemFailure) in try files.synchronise(folder) }
      return (try appendToJournal(entry), hasSpare ? spare : nil)
    } catch {
      if isNew {
        try? files.remove(folder, name)
      } else if hasSpare, (try? files.rename(temporary, spare, folder, name)) != nil {
        hasSpare = false
      }
      try? files.synchronise(folder)
      if hasSpare { try? files.remove(temporary, spare) }
      throw error
    }
  }

  /// Not every file system knows second names; there a failure behind the rename cannot be taken
  /// back, and the new bytes stay.
  private func linkIfPossible(
    _ folder: Descriptor, _ name: String, _ newFolder: Descriptor, _ newName: String
  ) throws(SystemFailure) -> Bool {
    do throws(SystemFailure) {
      try disk.files.link(folder, name, newFolder, newName)
      return true
    } catch {
      switch error.code {
      case EPERM, ENOTSUP, ENOSYS, EMLINK: return false
      default: throw error
      }
    }
  }

  /// Takes several steps as one: from the intent's second name on they have happened.
  ///
  /// - Returns: whether everything is in its place, and what was added to the journal.
  func commitSeveral(
    _ intent: Intent
  ) throws(StoreError) -> (isInPlace: Bool, growth: JournalGrowth?) {
    let files = disk.files
    try checkFolders(of: intent)
    let folder = try disk.makeFolder(".store/intent")
    defer { files.close(folder) }
    let id = intent.entry.id
    let path = ".store/intent/\(id)"
    try disk.call(path) { () throws(SystemFailure) in
      try disk.create(
        "\(id).json", in: folder, bytes: intent.tree.compactBytes, mode: disk.fileMode,
        isSynchronised: true)
      do throws(SystemFailure) {
        try files.rename(folder, "\(id).json", folder, "\(id).ok")
      } catch {
        try? files.remove(folder, "\(id).json")
        throw error
      }
      do throws(SystemFailure) {
        try files.synchronise(folder)
      } catch {
        if takeBack(id, in: folder) { throw error }
      }
    }
    // It has happened now, or is about to where it could not be taken back. Whoever next takes the lock finishes what cannot be finished here.
    do throws(StoreError) {
      let growth = try rollForward(intent)
      try? files.remove(folder, "\(id).ok")
      return (true, growth)
    } catch {
      return (false, nil)
    }
  }

  /// Refuses beforehand what could not be finished: once the intent stands, it has happened.
  private func checkFolders(of intent: Intent) throws(StoreError) {
    var filled = Set([Disk.split(Self.journalPath(intent.entry)).folder])
    var emptied: Set<String> = []
    for step in intent.steps {
      switch step {
      case .put(_, let place): filled.insert(Disk.split(place).folder)
      case .remove(let place): emptied.insert(Disk.split(place).folder)
      }
    }
    for path in filled.sorted() { try checkFolder(path, disk.makeFolder(path)) }
    for path in emptied.subtracting(filled).sorted() {
      if let folder = try disk.openFolder(path) { try checkFolder(path, folder) }
    }
  }

  private func checkFolder(_ path: String, _ folder: Descriptor) throws(StoreError) {
    defer { disk.files.close(folder) }
    try disk.call(path) { () throws(SystemFailure) in try disk.files.mayWrite(folder) }
  }

  /// Takes back an intent that is not known to be durable.
  ///
  /// - Returns: whether that is durable; where it is not, a cut could bring the intent back, and it
  ///   has to be carried out instead.
  private func takeBack(_ id: String, in folder: Descriptor) -> Bool {
    let files = disk.files
    guard (try? files.rename(folder, "\(id).ok", folder, "\(id).json")) != nil else {
      return false
    }
    guard (try? files.synchronise(folder)) != nil else {
      try? files.rename(folder, "\(id).json", folder, "\(id).ok")
      return false
    }
    try? files.remove(folder, "\(id).json")
    return true
  }
}
