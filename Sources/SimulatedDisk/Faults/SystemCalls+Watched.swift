import DocumentStore
import Glibc

/// What becomes of a call.
public enum Verdict: Sendable {
  case done
  /// Nothing happens, and this code is told.
  case failed(code: Int32)
  /// A part of it happens, of calls that may do a part; others are done.
  case partly
}

extension SystemCalls {
  /// The same calls, each of which somebody is asked about first.
  ///
  /// - Parameters:
  ///   - failToSynchronise: told of each file that the disk is said to have refused.
  public func watched(
    failToSynchronise: @escaping @Sendable (Descriptor) -> Void = { _ in },
    by watch: @escaping @Sendable (SystemCall) -> Verdict
  ) -> SystemCalls {
    @Sendable func pass(_ call: SystemCall) throws(SystemFailure) {
      if case .failed(let code) = watch(call) { throw SystemFailure(call.rawValue, code: code) }
    }
    let calls = self
    return SystemCalls(
      openPath: { (path) throws(SystemFailure) in
        try pass(.openPath)
        return try calls.openPath(path)
      },
      makeFolderAtPath: { (path) throws(SystemFailure) in
        try pass(.makeFolderAtPath)
        try calls.makeFolderAtPath(path)
      },
      open: { (folder, name, purpose) throws(SystemFailure) in
        try pass(.open)
        return try calls.open(folder, name, purpose)
      },
      close: calls.close,
      status: { (descriptor) throws(SystemFailure) in
        try pass(.status)
        return try calls.status(descriptor)
      },
      statusBelow: { (folder, path) throws(SystemFailure) in
        try pass(.statusBelow)
        return try calls.statusBelow(folder, path)
      },
      read: { (descriptor, offset, count) throws(SystemFailure) in
        switch watch(.read) {
        case .failed(let code): throw SystemFailure("read", code: code)
        case .partly: try calls.read(descriptor, offset, (count + 1) / 2)
        case .done: try calls.read(descriptor, offset, count)
        }
      },
      map: { (descriptor, count) throws(SystemFailure) in
        try pass(.map)
        return try calls.map(descriptor, count)
      },
      write: { (descriptor, bytes) throws(SystemFailure) in
        switch watch(.write) {
        case .failed(let code):
          // A disk without room takes what still fits.
          if code == ENOSPC { _ = try calls.write(descriptor, bytes.prefix(bytes.count / 2)) }
          throw SystemFailure("write", code: code)
        case .partly: try calls.write(descriptor, bytes.prefix((bytes.count + 1) / 2))
        case .done: try calls.write(descriptor, bytes)
        }
      },
      truncate: { (descriptor, size) throws(SystemFailure) in
        try pass(.truncate)
        try calls.truncate(descriptor, size)
      },
      synchronise: { (descriptor) throws(SystemFailure) in
        do throws(SystemFailure) {
          try pass(.synchronise)
        } catch {
          if error.code == EIO { failToSynchronise(descriptor) }
          throw error
        }
        try calls.synchronise(descriptor)
      },
      synchroniseAll: { (descriptor) throws(SystemFailure) in
        try pass(.synchroniseAll)
        try calls.synchroniseAll(descriptor)
      },
      setMode: { (descriptor, mode) throws(SystemFailure) in
        try pass(.setMode)
        try calls.setMode(descriptor, mode)
      },
      rename: { (folder, name, newFolder, newName) throws(SystemFailure) in
        try pass(.rename)
        try calls.rename(folder, name, newFolder, newName)
      },
      link: { (folder, name, newFolder, newName) throws(SystemFailure) in
        try pass(.link)
        try calls.link(folder, name, newFolder, newName)
      },
      remove: { (folder, name) throws(SystemFailure) in
        try pass(.remove)
        try calls.remove(folder, name)
      },
      removeFolder: { (folder, name) throws(SystemFailure) in
        try pass(.removeFolder)
        try calls.removeFolder(folder, name)
      },
      makeFolder: { (folder, name, mode) throws(SystemFailure) in
        try pass(.makeFolder)
        try calls.makeFolder(folder, name, mode)
      },
      list: { (descriptor) throws(SystemFailure) in
        try pass(.list)
        return try calls.list(descriptor)
      },
      lock: { (descriptor) throws(SystemFailure) in
        try pass(.lock)
        try calls.lock(descriptor)
      },
      tryLock: { (descriptor) throws(SystemFailure) in
        try pass(.tryLock)
        return try calls.tryLock(descriptor)
      },
      mayWrite: { (folder) throws(SystemFailure) in
        try pass(.mayWrite)
        try calls.mayWrite(folder)
      },
      networkKind: { (descriptor) throws(SystemFailure) in
        try pass(.networkKind)
        return try calls.networkKind(descriptor)
      },
      computer: calls.computer)
  }
}
