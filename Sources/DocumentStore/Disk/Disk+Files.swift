import Glibc
import JSONTree

extension Disk {
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

  /// Opens a file that is there to be locked, and is made with the rights of the root, whatever this
  /// person's mask takes away: others of their group lock it too.
  func openLock(_ name: String, in folder: Descriptor) throws(SystemFailure) -> Descriptor {
    let lock = try files.open(folder, name, .locking(mode: fileMode))
    do throws(SystemFailure) {
      // Whose it is may change its rights; to everybody else it is as it is.
      if try files.status(lock).mode & 0o777 != fileMode { try? files.setMode(lock, fileMode) }
      return lock
    } catch {
      files.close(lock)
      throw error
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

  /// Writes over a file that nobody else knows of yet; a failure may leave anything of it.
  func overwrite(
    _ name: String, in folder: Descriptor, bytes: [UInt8], isSynchronised: Bool
  ) throws(SystemFailure) {
    let file = try files.open(folder, name, .appending(mode: fileMode))
    defer { files.close(file) }
    try files.truncate(file, 0)
    try files.write(file, bytes)
    if isSynchronised { try files.synchronise(file) }
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
}

/// Why a file's bytes could not be had.
enum FileReadingFailure: Error {
  case notAFile
  case tooLarge
  case failed(SystemFailure)
}
