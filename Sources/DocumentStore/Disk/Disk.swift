import Glibc
import JSONTree

/// A store's folder, opened once; every path below it is walked without following links.
///
/// What is not there is nil; every other failure is worded as an error with its path.
struct Disk: Sendable {
  let files: FileSystem
  let root: Descriptor
  /// As the store's folder was named when it was opened.
  let rootPath: String
  /// Files and folders get the rights of the root, so that a folder made for a group stays one.
  let fileMode: UInt32
  let folderMode: UInt32

  init(files: FileSystem, path: String) throws(StoreError) {
    self.files = files
    rootPath = path
    do throws(SystemFailure) {
      root = try files.openPath(path)
    } catch {
      throw Self.openingError(error, path: path)
    }
    do throws(SystemFailure) {
      let mode = try files.status(root).mode
      fileMode = mode & 0o666
      folderMode = mode
    } catch {
      files.close(root)
      throw StoreError(error, path: path)
    }
  }

  static func openingError(_ failure: SystemFailure, path: String) -> StoreError {
    switch failure.code {
    case ENOENT: .notThere(path: path)
    case ENOTDIR: .notADirectory(path: path)
    case EACCES, EPERM: .notReadable(path: path)
    default: StoreError(failure, path: path)
    }
  }

  func close() { files.close(root) }

  func fullPath(_ path: String) -> String { "\(rootPath)/\(path)" }

  /// A failure about a path below the root, as an error.
  func error(_ failure: SystemFailure, _ path: String) -> StoreError {
    StoreError(failure, path: fullPath(path))
  }

  /// Runs a system call and words its failure.
  func call<Value>(
    _ path: String, _ body: () throws(SystemFailure) -> Value
  ) throws(StoreError) -> Value {
    do throws(SystemFailure) { return try body() } catch { throw self.error(error, path) }
  }

  /// Runs a system call; nil where it finds nothing there.
  func find<Value>(
    _ path: String, _ body: () throws(SystemFailure) -> Value
  ) throws(StoreError) -> Value? {
    do throws(SystemFailure) {
      return try body()
    } catch {
      // A link or a file in a folder's place is no part of the store.
      if error.code == ENOENT || error.code == ENOTDIR || error.code == ELOOP { return nil }
      throw self.error(error, path)
    }
  }

  // MARK: Folders

  /// Opens a folder below the root; nil where it is not there. The caller closes it.
  func openFolder(_ path: String) throws(StoreError) -> Descriptor? {
    var folder = root
    for step in path.split(separator: "/") {
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
    for step in path.split(separator: "/") {
      let parent = folder
      defer { files.close(parent) }
      folder = try call(path) { () throws(SystemFailure) in
        try openStep(String(step), in: parent, mode: mode ?? folderMode, isDurable)
      }
    }
    return folder
  }

  private func openStep(
    _ name: String, in parent: Descriptor, mode: UInt32, _ isDurable: Bool
  ) throws(SystemFailure) -> Descriptor {
    do throws(SystemFailure) {
      return try files.open(parent, name, .folder)
    } catch {
      guard error.code == ENOENT else { throw error }
    }
    var isNew = true
    do throws(SystemFailure) {
      try files.makeFolder(parent, name, mode)
    } catch {
      guard error.code == EEXIST else { throw error }
      isNew = false
    }
    let folder = try files.open(parent, name, .folder)
    guard isNew else { return folder }
    do throws(SystemFailure) {
      try files.setMode(folder, mode)
      if isDurable { try files.synchronise(parent) }
      return folder
    } catch {
      files.close(folder)
      throw error
    }
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
    try find(path) { () throws(SystemFailure) in try files.statusBelow(root, path).stamp }
  }

  // MARK: Files

  /// The bytes of a regular file in an open folder, at most `limit`; nil where it is not there.
  func read(
    _ name: String, in folder: Descriptor, limit: Int
  ) throws(FileReadingFailure) -> (bytes: [UInt8], stamp: FileStamp)? {
    do throws(SystemFailure) {
      let file = try files.open(folder, name, .reading)
      defer { files.close(file) }
      let status = try files.status(file)
      guard status.kind == .file else { throw SystemFailure("read", code: ELOOP) }
      guard status.stamp.size <= limit else { throw SystemFailure("read", code: EFBIG) }
      return (try files.read(file, 0, status.stamp.size), status.stamp)
    } catch {
      switch error.code {
      case ENOENT: return nil
      case ELOOP, ENXIO, EISDIR: throw .notAFile
      case EFBIG: throw .tooLarge
      default: throw .failed(error)
      }
    }
  }

  /// The bytes of a file of the store's own below the root; nil where it is not there.
  func read(_ path: String, limit: Int = 1 << 20) throws(StoreError) -> [UInt8]? {
    let (folderPath, name) = Self.split(path)
    guard let folder = try openFolder(folderPath) else { return nil }
    defer { files.close(folder) }
    do throws(FileReadingFailure) {
      return try read(name, in: folder, limit: limit)?.bytes
    } catch {
      switch error {
      case .notAFile: throw .io(operation: "read", path: fullPath(path), code: ELOOP)
      case .tooLarge: throw .io(operation: "read", path: fullPath(path), code: EFBIG)
      case .failed(let failure): throw self.error(failure, path)
      }
    }
  }

  /// Writes a new file in an open folder; what a failure leaves of it is removed.
  func create(
    _ name: String, in folder: Descriptor, bytes: [UInt8], mode: UInt32, isSynchronised: Bool
  ) throws(SystemFailure) {
    let file = try files.open(folder, name, .creating(mode: mode))
    defer { files.close(file) }
    do throws(SystemFailure) {
      try files.setMode(file, mode)
      try files.write(file, bytes)
      if isSynchronised { try files.synchronise(file) }
    } catch {
      try? files.remove(folder, name)
      throw error
    }
  }

  /// Replaces a file of the store's own as a whole, durably.
  func replace(
    _ path: String, bytes: [UInt8], mode: UInt32? = nil, folderMode: UInt32? = nil
  ) throws(StoreError) {
    let (folderPath, name) = Self.split(path)
    let folder = try makeFolder(folderPath, mode: folderMode)
    defer { files.close(folder) }
    let temporary = ".\(ULID().text).tmp"
    try call(path) { () throws(SystemFailure) in
      try create(
        temporary, in: folder, bytes: bytes, mode: mode ?? fileMode, isSynchronised: true)
      do throws(SystemFailure) {
        try files.rename(folder, temporary, folder, name)
      } catch {
        try? files.remove(folder, temporary)
        throw error
      }
      try files.synchronise(folder)
    }
  }

  /// Removes a file; nothing happens where it is not there.
  func remove(_ path: String) throws(StoreError) {
    let (folderPath, name) = Self.split(path)
    guard let folder = try openFolder(folderPath) else { return }
    defer { files.close(folder) }
    _ = try find(path) { () throws(SystemFailure) in try files.remove(folder, name) }
  }

  /// Makes the names in a folder durable; nothing happens where it is not there.
  func synchronise(_ path: String) throws(StoreError) {
    guard let folder = try openFolder(path) else { return }
    defer { files.close(folder) }
    try call(path) { () throws(SystemFailure) in try files.synchronise(folder) }
  }

  /// Whether a name is one that a replaced file had before.
  static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".tmp")
      && ULID(String(name.dropFirst().dropLast(4))) != nil
  }

  /// The folder and the name in a path.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }
}

/// Why a file's bytes could not be had.
enum FileReadingFailure: Error {
  case notAFile
  case tooLarge
  case failed(SystemFailure)
}
