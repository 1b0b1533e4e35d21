extension DocumentStore {
  static let brokenHistorySuffix = "-git"

  /// What is wrong with this host's history, as one more finding; nil where nothing is.
  ///
  /// Changes nothing and takes no lock, like the rest of the check.
  /// - Complexity: O(the files of the last version); older ones are not looked into.
  public func examineHistory() throws(StoreError) -> CheckFinding? {
    let isThere = try disk.stamp(Self.historyPath) != nil
    guard let folder = try disk.openFolder(isThere ? Self.historyPath : "") else { return nil }
    defer { disk.files.close(folder) }
    let git = Git(repository: folder, lock: nil, fileMode: disk.fileMode)
    do throws(StoreError) {
      _ = try run(git, ["version"])
      guard try isOwnRepository() else { return nil }
      let tip = try run(git, ["for-each-ref", "--format=%(objectname)", FastImport.branch])
      // Goes through what the last version is made of.
      if !tip.isEmpty {
        _ = try run(git, ["rev-list", "--objects", "--no-walk", "--quiet", "HEAD"])
      }
      return nil
    } catch {
      switch error {
      case .gitMissing: return CheckFinding(place: Self.historyPath, problem: .noGit)
      case .gitFailed: return CheckFinding(place: Self.historyPath, problem: .brokenHistory)
      default: throw error
      }
    }
  }

  /// Moves a history that git cannot read aside; it begins anew from what undo keeps.
  func setHistoryAside() throws(StoreError) -> Repair? {
    try withHistoryLock(waits: true) { (_) throws(StoreError) in
      let quarantine = try disk.makeFolder(".store/quarantine", mode: disk.folderMode)
      defer { disk.files.close(quarantine) }
      guard let folder = try disk.openFolder(".store") else { return nil }
      defer { disk.files.close(folder) }
      let name = "\(ULID().text)\(Self.brokenHistorySuffix)"
      try disk.call(Self.historyPath) { () throws(SystemFailure) in
        try disk.files.rename(folder, "git", quarantine, name)
      }
      return .setAside(place: Self.historyPath, quarantine: ".store/quarantine/\(name)")
    } ?? nil
  }
}
