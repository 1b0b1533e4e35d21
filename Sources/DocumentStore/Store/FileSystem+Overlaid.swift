import Glibc

extension FileSystem {
  /// The same disk with the steps of committed transactions shown as taken, to what only reads.
  ///
  /// Whatever changes the disk meets it as it is.
  /// - Parameter root: the store's folder, open.
  func overlaid(by overlay: IntentOverlay, root: Descriptor) -> FileSystem {
    let sighted = OverlaidFiles(files: self, overlay: overlay, root: root)
    var files = self
    files.open = { (folder, name, purpose) throws(SystemFailure) in
      if overlay.isEmpty || purpose != .reading { return try self.open(folder, name, purpose) }
      return try sighted.open(folder, name)
    }
    files.status = { (descriptor) throws(SystemFailure) in
      let status = try self.status(descriptor)
      return overlay.isEmpty ? status : sighted.shown(status)
    }
    files.statusBelow = { (folder, path) throws(SystemFailure) in
      if overlay.isEmpty { return try self.statusBelow(folder, path) }
      return try sighted.statusBelow(folder, path)
    }
    files.list = { (folder) throws(SystemFailure) in
      overlay.isEmpty ? try self.list(folder) : try sighted.list(folder)
    }
    return files
  }
}

/// Reads where something is shown otherwise than it is.
///
/// The steps may be taken at any moment. A staged file that is gone has come to its place, and where
/// an intent is gone, all of its steps are taken: so each is asked for first, and the place behind it.
private struct OverlaidFiles: Sendable {
  let files: FileSystem
  let overlay: IntentOverlay
  let root: Descriptor

  func open(_ folder: Descriptor, _ name: String) throws(SystemFailure) -> Descriptor {
    switch try sight(of: name, in: folder) {
    case .staged(let staged)?:
      let found = try ifThere { () throws(SystemFailure) in
        try inStaging { (staging) throws(SystemFailure) in
          try files.open(staging, staged, .reading)
        }
      }
      if let found { return found }
    case .removed(let intent)? where try stands(intent):
      throw SystemFailure("open", code: ENOENT)
    default: break
    }
    return try files.open(folder, name, .reading)
  }

  func statusBelow(_ folder: Descriptor, _ path: String) throws(SystemFailure) -> FileStatus {
    switch try sight(of: path, in: folder) {
    case .staged(let staged)?:
      if let found = try status(ofStaged: staged) { return found }
    case .removed(let intent)? where try stands(intent):
      throw SystemFailure("look at", code: ENOENT)
    default: break
    }
    return shown(try files.statusBelow(folder, path))
  }

  func list(_ folder: Descriptor) throws(SystemFailure) -> [FolderEntry] {
    guard let sights = overlay.sights(in: try files.status(folder).stamp.inode) else {
      return try files.list(folder)
    }
    var coming: Set<String> = []
    var gone: Set<String> = []
    for (name, sight) in sights {
      switch sight {
      case .staged(let staged):
        if try status(ofStaged: staged) != nil { coming.insert(name) }
      case .removed(let intent):
        if try stands(intent) { gone.insert(name) }
      }
    }
    let there = try files.list(folder).filter { !gone.contains($0.name) }
    coming.subtract(there.map(\.name))
    return there + coming.sorted().map { FolderEntry(name: $0, kind: .file) }
  }

  /// A folder whose names come and go has no time that tells what is in it.
  func shown(_ status: FileStatus) -> FileStatus {
    guard status.kind == .folder, overlay.isChanging(status.stamp.inode) else { return status }
    var status = status
    status.stamp.modified = .max
    return status
  }

  private func sight(
    of path: String, in folder: Descriptor
  ) throws(SystemFailure) -> IntentOverlay.Sight? {
    if folder == root { return overlay.sight(of: path) }
    return overlay.sights(in: try files.status(folder).stamp.inode)?[path]
  }

  private func stands(_ intent: String) throws(SystemFailure) -> Bool {
    try ifThere { () throws(SystemFailure) in try files.statusBelow(root, intent) } != nil
  }

  private func status(ofStaged name: String) throws(SystemFailure) -> FileStatus? {
    try ifThere { () throws(SystemFailure) in
      try files.statusBelow(root, ".store/tmp/\(name)")
    }
  }

  private func inStaging<Value>(
    _ body: (Descriptor) throws(SystemFailure) -> Value
  ) throws(SystemFailure) -> Value {
    let own = try files.open(root, ".store", .folder)
    defer { files.close(own) }
    let staging = try files.open(own, "tmp", .folder)
    defer { files.close(staging) }
    return try body(staging)
  }

  private func ifThere<Value>(
    _ body: () throws(SystemFailure) -> Value
  ) throws(SystemFailure) -> Value? {
    do throws(SystemFailure) {
      return try body()
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }
}
