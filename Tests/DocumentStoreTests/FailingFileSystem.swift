import DocumentStore
import Foundation
import Synchronization

/// System calls that fail from a given one on, or at it alone.
final class FailingFileSystem: Sendable {
  private let calls = Mutex(0)
  private let first: Int
  private let isLasting: Bool
  private let code: Int32

  init(call first: Int, isLasting: Bool, code: Int32 = ENOSPC) {
    self.first = first
    self.isLasting = isLasting
    self.code = code
  }

  /// How many calls were made that can fail for want of room.
  var count: Int { calls.withLock { $0 } }

  private func pass(_ operation: String) throws(SystemFailure) {
    let number = calls.withLock { count in
      count += 1
      return count
    }
    if number == first || isLasting && number > first {
      throw SystemFailure(operation, code: code)
    }
  }

  /// The live calls, of which those that write are counted and fail; nothing waits for the disk.
  var files: FileSystem {
    let live = FileSystem.live
    var files = live
    files.open = { [self] (folder, name, purpose) throws(SystemFailure) in
      switch purpose {
      case .creating, .appending, .locking: try pass("open")
      case .folder, .reading: break
      }
      return try live.open(folder, name, purpose)
    }
    files.write = { [self] (file, bytes) throws(SystemFailure) in
      do throws(SystemFailure) {
        try pass("write")
      } catch {
        // A full disk takes what still fits.
        try live.write(file, Array(bytes.prefix(bytes.count / 2)))
        throw error
      }
      try live.write(file, bytes)
    }
    files.truncate = { [self] (file, size) throws(SystemFailure) in
      try pass("shorten")
      try live.truncate(file, size)
    }
    files.synchronise = { [self] (_) throws(SystemFailure) in try pass("synchronise") }
    files.synchroniseAll = { [self] (_) throws(SystemFailure) in try pass("synchronise") }
    files.rename = { [self] (folder, name, newFolder, newName) throws(SystemFailure) in
      try pass("rename")
      try live.rename(folder, name, newFolder, newName)
    }
    files.link = { [self] (folder, name, newFolder, newName) throws(SystemFailure) in
      try pass("link")
      try live.link(folder, name, newFolder, newName)
    }
    files.remove = { [self] (folder, name) throws(SystemFailure) in
      try pass("remove")
      try live.remove(folder, name)
    }
    files.makeFolder = { [self] (folder, name, mode) throws(SystemFailure) in
      try pass("make the folder")
      try live.makeFolder(folder, name, mode)
    }
    files.setMode = { [self] (file, mode) throws(SystemFailure) in
      try pass("set the permissions of")
      try live.setMode(file, mode)
    }
    return files
  }
}

extension FileSystem {
  /// The live calls without waiting for the disk: no test cuts the power.
  static let quick: FileSystem = {
    var files = FileSystem.live
    files.synchronise = { (_) throws(SystemFailure) in }
    files.synchroniseAll = { (_) throws(SystemFailure) in }
    return files
  }()
}
