import DocumentStore

/// A bug put into a store on purpose: a trial that does not notice it proves nothing.
public enum Mutant: String, CaseIterable, Sendable {
  case noFileSync, noFolderSync, fileSyncAfterRename, earlyAnswer, intentNotSynced
  case stagedNamesNotSynced, foldersUnmarked, renameInPlace, intentsDroppedUnread
  case lockNotTaken, lockUnlinked
  case syncFailureIgnored, shortWriteTakenForWhole, journalNotTakenBack, anyFailureMeansMoved
  case mergeDropsTheirs
  case committedNotShown

  /// What is wrong in it.
  public var words: String {
    switch self {
    case .noFileSync: "a file's bytes are not waited for"
    case .noFolderSync: "a folder's names are not waited for"
    case .fileSyncAfterRename: "a file's bytes are waited for behind its rename"
    case .earlyAnswer: "the answer does not wait for the journal's line"
    case .intentNotSynced: "a transaction's commit point is not waited for"
    case .stagedNamesNotSynced: "an intent counts before the names it speaks of are on the disk"
    case .foldersUnmarked: "a new folder does not show that its name may not be on the disk"
    case .renameInPlace: "a file is written over instead of replaced"
    case .intentsDroppedUnread: "recovery clears intents away without carrying them out"
    case .lockNotTaken: "the lock is not taken"
    case .lockUnlinked: "the lock's file is removed behind its use"
    case .syncFailureIgnored: "a disk that refuses what was written is taken for one that has it"
    case .shortWriteTakenForWhole: "half a write is taken for a whole one"
    case .journalNotTakenBack: "a line stays in the journal though its change was refused"
    case .anyFailureMeansMoved: "recovery takes any failure of a rename for a file moved before"
    case .mergeDropsTheirs: "a merge keeps one side"
    case .committedNotShown: "who reads is not shown what is committed and not in place yet"
    }
  }

  /// Looks for the bug with the trial that is there for its kind.
  ///
  /// - Returns: what the trial said was lost; nothing where it did not notice.
  public func losses(seed: UInt64 = 1) -> [String] {
    switch self {
    case .lockNotTaken, .lockUnlinked:
      var trial = InterleavingTrial(seams: seams)
      trial.run(seeds: seed..<seed + 200)
      return trial.losses
    case .syncFailureIgnored, .shortWriteTakenForWhole, .journalNotTakenBack,
      .anyFailureMeansMoved:
      var trial = FaultTrial(
        faults: [fault], recoveryStride: 1_000, thoroughness: 8, seams: seams)
      for deed in [Deed.replace, .several] where trial.tally.losses.isEmpty { trial.run(deed) }
      return trial.tally.losses
    case .committedNotShown:
      var trial = ReadingTrial(seams: seams)
      for deed in ReadingTrial.deeds where trial.losses.isEmpty {
        do throws(StoreError) {
          try trial.readDuring(deed)
        } catch {
          return []
        }
      }
      return trial.losses
    default:
      for deed in [Deed.replace, .several, .mergeEdit, .addAtNewSite] {
        var trial = DiskTrial(states: 2_000, seed: seed, seams: seams)
        trial.thoroughness = 8
        trial.run(only: deed)
        if !trial.tally.losses.isEmpty { return trial.tally.losses }
      }
      return []
    }
  }

  private var fault: Fault { self == .shortWriteTakenForWhole ? .partly : .inputOutput }
}
