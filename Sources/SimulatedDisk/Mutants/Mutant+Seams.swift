import DocumentStore
import Glibc

extension Mutant {
  /// Where the bug is put in.
  public var seams: Seams {
    switch self {
    case .noFileSync: Seams(files: { $0.withoutSynchronising { !$0.isFolder } })
    case .noFolderSync: Seams(files: { $0.withoutSynchronising { $0.isFolder } })
    case .earlyAnswer: Seams(files: { $0.withoutSynchronising { $0.isJournal } })
    case .intentNotSynced: Seams(files: { $0.withoutSynchronising { $0.name == "intent" } })
    case .stagedNamesNotSynced: Seams(files: { $0.withoutSynchronising { $0.name == "tmp" } })
    case .fileSyncAfterRename: Seams(files: { $0.synchronisingAfterRename })
    case .foldersUnmarked: Seams(files: { $0.unmarkingFolders })
    case .renameInPlace: Seams(files: { $0.renamingInPlace })
    case .intentsDroppedUnread: Seams(files: { $0.droppingIntents })
    case .lockNotTaken: Seams(files: { $0.takingNoLock })
    case .lockUnlinked: Seams(files: { $0.unlinkingLock })
    case .syncFailureIgnored: Seams(files: { $0.ignoringRefusals })
    case .journalNotTakenBack: Seams(files: { $0.neverShortening })
    case .anyFailureMeansMoved: Seams(files: { $0.takingFailuresForMoved })
    case .committedNotShown: Seams(files: { $0.hidingIntents })
    case .shortWriteTakenForWhole:
      Seams(
        calls: { calls in
          var files = FileSystem(calls)
          files.write = { (file, bytes) throws(SystemFailure) in
            _ = try calls.write(file, bytes[...])
          }
          return files
        })
    case .mergeDropsTheirs:
      Seams(
        transaction: { transaction in
          var transaction = transaction
          transaction.operations = transaction.operations.map { operation in
            guard case .edit(let tree, let base) = operation else { return operation }
            return .replace(base.id, with: tree, expecting: nil)
          }
          return transaction
        })
    }
  }
}

extension FileSystem {
  fileprivate func withoutSynchronising(
    _ isLeftOut: @escaping @Sendable (OpenedNames.Opened) -> Bool
  ) -> FileSystem {
    let names = OpenedNames()
    var files = names.watching(self)
    files.synchronise = { (descriptor) throws(SystemFailure) in
      if let opened = names.opened(descriptor), isLeftOut(opened) { return }
      try self.synchronise(descriptor)
    }
    return files
  }

  fileprivate var synchronisingAfterRename: FileSystem {
    var files = withoutSynchronising { !$0.isFolder && !$0.isJournal }
    files.rename = { (folder, name, newFolder, newName) throws(SystemFailure) in
      try self.rename(folder, name, newFolder, newName)
      try self.synchronise(newFolder)
      guard let file = try? self.open(newFolder, newName, .reading) else { return }
      defer { self.close(file) }
      try self.synchronise(file)
    }
    return files
  }

  fileprivate var unmarkingFolders: FileSystem {
    var files = self
    files.makeFolder = { (folder, name, mode) throws(SystemFailure) in
      try self.makeFolder(folder, name, mode & 0o6777)
    }
    return files
  }

  fileprivate var renamingInPlace: FileSystem {
    var files = self
    files.rename = { (folder, name, newFolder, newName) throws(SystemFailure) in
      guard (try? self.statusBelow(newFolder, newName))?.kind == .file else {
        return try self.rename(folder, name, newFolder, newName)
      }
      let there = try self.open(newFolder, newName, .appending(mode: 0o644))
      defer { self.close(there) }
      let source = try self.open(folder, name, .reading)
      defer { self.close(source) }
      let bytes = try self.read(source, 0, self.status(source).stamp.size)
      try self.truncate(there, 0)
      try self.write(there, bytes)
      try self.synchronise(there)
      try self.remove(folder, name)
    }
    return files
  }

  fileprivate var droppingIntents: FileSystem {
    let names = OpenedNames()
    var files = names.watching(self)
    files.list = { (folder) throws(SystemFailure) in
      guard names.opened(folder)?.name == "intent" else { return try self.list(folder) }
      for entry in try self.list(folder) { try self.remove(folder, entry.name) }
      return []
    }
    return files
  }

  fileprivate var hidingIntents: FileSystem {
    let names = OpenedNames()
    var files = names.watching(self)
    files.list = { (folder) throws(SystemFailure) in
      names.opened(folder)?.name == "intent" ? [] : try self.list(folder)
    }
    return files
  }

  fileprivate var takingNoLock: FileSystem {
    var files = self
    files.lock = { (_) throws(SystemFailure) in }
    return files
  }

  fileprivate var unlinkingLock: FileSystem {
    let names = OpenedNames()
    var files = names.watching(self)
    let close = files.close
    files.close = { descriptor in
      if let opened = names.opened(descriptor), opened.name == "lock" {
        try? self.remove(opened.folder, "lock")
      }
      close(descriptor)
    }
    return files
  }

  fileprivate var ignoringRefusals: FileSystem {
    var files = self
    files.synchronise = { (descriptor) throws(SystemFailure) in
      try? self.synchronise(descriptor)
    }
    return files
  }

  fileprivate var neverShortening: FileSystem {
    var files = self
    files.truncate = { (_, _) throws(SystemFailure) in }
    return files
  }

  fileprivate var takingFailuresForMoved: FileSystem {
    var files = self
    files.rename = { (folder, name, newFolder, newName) throws(SystemFailure) in
      do throws(SystemFailure) {
        try self.rename(folder, name, newFolder, newName)
      } catch {
        throw SystemFailure("rename", code: ENOENT)
      }
    }
    return files
  }
}
