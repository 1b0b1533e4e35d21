/// Readers take no lock, and see what is committed as done.
extension DocumentStore {
  private static let intents = ".store/intent"

  /// Shows what committed transactions have still to do as done, as far as anything is left.
  ///
  /// - Returns: whether something is shown that was not before.
  /// - Complexity: one look at a folder where no transaction of several documents was made since.
  func overlayIntents() throws(StoreError) -> Bool {
    let overlay = disk.overlay
    if overlay.hasLooked, try overlay.isUnchanged(disk.stamp(Self.intents)) { return false }
    let now = Clock.nanoseconds
    return try show(disk.list(Self.intents), at: now)
  }

  /// Finishes what was committed where somebody else did not, if this person may and nobody is just
  /// at it; what is left is shown as done.
  func finishInterrupted() throws(StoreError) {
    let now = Clock.nanoseconds
    let found = try disk.list(Self.intents)
    if Self.committed(found?.entries ?? []).isEmpty {
      _ = try show(found, at: now)
      return
    }
    do throws(StoreError) {
      try recoverIfFree()
    } catch {
      switch error {
      case .readOnly, .notPermitted, .noSpace, .sizeLimit: break
      default: throw error
      }
    }
    _ = try overlayIntents()
  }

  private func show(
    _ found: (entries: [FolderEntry], stamp: FileStamp)?, at now: Int
  ) throws(StoreError) -> Bool {
    let overlay = disk.overlay
    let isFirst = !overlay.hasLooked
    var intents: [String: Intent] = [:]
    for path in Self.committed(found?.entries ?? []) {
      if let known = overlay.intent(at: path) {
        intents[path] = known
      } else if let intent = try intent(at: path) {
        // Only a start of the computer brings back what was finished: it was there from the first.
        if isFirst, try hasLine(intent.entry) { continue }
        intents[path] = intent
      }
    }
    return try overlay.show(intents, stamp: found?.stamp, at: now) { (folder) throws(StoreError) in
      try disk.stamp(folder)?.inode
    }
  }

  /// The paths of the committed transactions that are written down and not removed yet.
  func committedIntents() throws(StoreError) -> [String] {
    Self.committed(try disk.list(Self.intents)?.entries ?? [])
  }

  /// The paths of committed transactions among what lies in the folder of intents.
  private static func committed(_ entries: [FolderEntry]) -> [String] {
    entries.filter { $0.name.hasSuffix(".ok") }.map { "\(intents)/\($0.name)" }
  }
}
