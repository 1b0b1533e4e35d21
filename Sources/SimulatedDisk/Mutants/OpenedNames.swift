import DocumentStore
import Synchronization

/// Under which names descriptors were opened.
final class OpenedNames: Sendable {
  struct Opened: Sendable {
    let name: String
    let folder: Descriptor
    let isFolder: Bool
    let isJournal: Bool
  }

  private let names = Mutex<[Descriptor: Opened]>([:])

  func opened(_ descriptor: Descriptor) -> Opened? { names.withLock { $0[descriptor] } }

  /// A file system whose descriptors are remembered.
  func watching(_ files: FileSystem) -> FileSystem {
    var watched = files
    watched.openPath = { [self] (path) throws(SystemFailure) in
      let descriptor = try files.openPath(path)
      remember(descriptor, Opened(name: path, folder: -1, isFolder: true, isJournal: false))
      return descriptor
    }
    watched.open = { [self] (folder, name, purpose) throws(SystemFailure) in
      let descriptor = try files.open(folder, name, purpose)
      let isJournal = if case .appending = purpose { true } else { false }
      remember(
        descriptor,
        Opened(
          name: name, folder: folder, isFolder: purpose == .folder, isJournal: isJournal))
      return descriptor
    }
    watched.close = { [self] descriptor in
      names.withLock { _ = $0.removeValue(forKey: descriptor) }
      files.close(descriptor)
    }
    return watched
  }

  private func remember(_ descriptor: Descriptor, _ opened: Opened) {
    names.withLock { $0[descriptor] = opened }
  }
}
