import Glibc

extension Disk {
  /// Opens a folder below the root; nil where it is not there. The caller closes it.
  ///
  /// - Throws: `notReadable` where the folder's rights keep this person out.
  func openFolder(_ path: String) throws(StoreError) -> Descriptor? {
    do throws(StoreError) {
      return try openSteps(path)
    } catch {
      if case .notPermitted(let path) = error { throw .notReadable(path: path) }
      throw error
    }
  }

  private func openSteps(_ path: String) throws(StoreError) -> Descriptor? {
    var folder = root
    for step in path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) {
      let parent = folder
      defer { if parent != root { files.close(parent) } }
      guard
        let next = try find(
          path, { () throws(SystemFailure) in try files.open(parent, String(step), .folder) })
      else { return nil }
      folder = next
    }
    if folder != root { return folder }
    return try find(path) { () throws(SystemFailure) in try files.open(root, ".", .folder) }
  }

  /// Opens a folder, making what is missing of it. The caller closes it.
  func makeFolder(
    _ path: String, mode: UInt32? = nil, isDurable: Bool = true
  ) throws(StoreError) -> Descriptor {
    var folder = try call(path) { () throws(SystemFailure) in try files.open(root, ".", .folder) }
    for step in path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) {
      let parent = folder
      defer { files.close(parent) }
      folder = try call(path) { () throws(SystemFailure) in
        try openStep(String(step), in: parent, mode: mode ?? folderMode, isDurable)
      }
    }
    return folder
  }

  /// Opens one folder, making it where it is missing.
  ///
  /// A new folder bears a mark, the sticky bit, until its name is durable: whoever makes it may end
  /// in between, and the next one would trust a folder that a power cut takes away with all in it.
  private func openStep(
    _ name: String, in parent: Descriptor, mode: UInt32, _ isDurable: Bool
  ) throws(SystemFailure) -> Descriptor {
    let folder = try openMade(name, in: parent, mode: mode)
    do throws(SystemFailure) {
      guard try files.status(folder).mode & Self.unsettled != 0 else { return folder }
      if isDurable { try files.synchronise(parent) }
      do throws(SystemFailure) {
        try files.setMode(folder, mode)
      } catch {
        // Only who made it may take the mark away; for others it is made durable once more.
        if error.code != EPERM { throw error }
      }
      return folder
    } catch {
      files.close(folder)
      throw error
    }
  }

  private func openMade(
    _ name: String, in parent: Descriptor, mode: UInt32
  ) throws(SystemFailure) -> Descriptor {
    do throws(SystemFailure) {
      return try files.open(parent, name, .folder)
    } catch {
      guard error.code == ENOENT else { throw error }
    }
    do throws(SystemFailure) {
      try files.makeFolder(parent, name, mode | Self.unsettled)
    } catch {
      guard error.code == EEXIST else { throw error }
    }
    return try files.open(parent, name, .folder)
  }

  /// The names in a folder with its stamp taken before, so that a change in between shows later.
  func list(_ path: String) throws(StoreError) -> (entries: [FolderEntry], stamp: FileStamp)? {
    guard let folder = try openFolder(path) else { return nil }
    defer { files.close(folder) }
    return try call(path) { () throws(SystemFailure) in
      let stamp = try files.status(folder).stamp
      return (try files.list(folder), stamp)
    }
  }

  /// The stamp of a file or a folder; nil where it is not there.
  func stamp(_ path: String) throws(StoreError) -> FileStamp? {
    do throws(StoreError) {
      return try find(path) { () throws(SystemFailure) in
        try files.statusBelow(root, path).stamp
      }
    } catch {
      if case .notPermitted(let path) = error { throw .notReadable(path: path) }
      throw error
    }
  }

  /// What an entry is, looked up where its folder did not say; nil where it is gone.
  func kind(of entry: FolderEntry, at path: String) throws(StoreError) -> FileStatus.Kind? {
    if let kind = entry.kind { return kind }
    return try find(path) { () throws(SystemFailure) in try files.statusBelow(root, path).kind }
  }
}
