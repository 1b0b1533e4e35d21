import JSONTree

/// What an import did.
public struct HistoryImport: Sendable, Hashable {
  /// Transactions that have a commit now.
  public var transactions = 0
  /// Whether something is left for the next time.
  public var isMoreWaiting = false
}

/// This host's history in git: one commit for each transaction of which the documents are known,
/// taken over later, in batches, from what undo keeps.
///
/// ```
/// commit ─► documents, journal line ─► acknowledged ─► .store/undo/<entry>.json
///                                                             │   at leisure, one at a time
///                                           git fast-import ◄─┘   (.store/history-lock)
/// ```
///
/// Nothing is invented: a transaction of which nothing was kept has no commit, and where the version
/// before a change is not the one that git has, a commit of its own says that it was found.
extension DocumentStore {
  /// The most that one batch hands to git.
  private static let batchBytes = 32 << 20
  private static let journalBytes = 1 << 20

  /// Takes transactions over into the history; doing it again, also after it was killed, goes on
  /// where git is.
  ///
  /// - Parameters:
  ///   - limit: the most transactions.
  ///   - waits: whether to wait for somebody else who is at it; else nothing is done.
  ///   - patience: so long after a transaction its versions may still be on their way to the disk.
  ///     Milliseconds.
  ///   - words: what is said of a transaction.
  /// - Throws: `gitMissing`, `gitFailed`, and the failures of the disk.
  /// - Complexity: two to four runs of git, and some milliseconds for each transaction.
  @discardableResult
  public func importHistory(
    atMost limit: Int = 1000, waits: Bool = false, at now: Timestamp = .now,
    patience: UInt64 = 60_000,
    describing words: (JournalEntry, [KeptVersions]) -> TransactionWords
  ) throws(StoreError) -> HistoryImport {
    // Where it fails it is left to the next program; to this one nothing is waiting any more.
    var hasFailed = true
    defer { if hasFailed { state.withLock { $0.leavesHistoryAlone = true } } }
    let result = try withHistoryLock(waits: waits) { (lock) throws(StoreError) in
      try withRepository(lock) { (git) throws(StoreError) in
        var position = try position(git)
        let (waiting, isMore) = try waiting(&position, atMost: limit, patience)
        let taken = try add(waiting, to: git, after: position, words)
        if let last = taken.last { position.transaction = last.mark.transaction }
        if let next = waiting.dropFirst(taken.count).first { position.goBack(before: next) }
        try keep(position)
        try tidy(git)
        try pruneVersions(through: position, at: now)
        return HistoryImport(
          transactions: taken.count, isMoreWaiting: isMore || taken.count < waiting.count)
      }
    }
    hasFailed = false
    return result ?? HistoryImport(isMoreWaiting: true)
  }

  /// Where git is.
  private func position(_ git: Git) throws(StoreError) -> HistoryPosition {
    let tip = try run(git, ["for-each-ref", "--format=%(contents)", FastImport.branch])
    let mark = HistoryMark(message: String(decoding: tip, as: UTF8.self))
    if let kept = try keptHistoryPosition(), kept.transaction == mark?.transaction ?? "" {
      return kept
    }
    guard let mark else { return HistoryPosition() }
    return HistoryPosition(mark, files: try ownJournalSizes().map { ($0.name, $0.size) })
  }

  /// The transactions behind a position of which something was kept, and the position behind them.
  private func waiting(
    _ position: inout HistoryPosition, atMost limit: Int, _ patience: UInt64
  ) throws(StoreError) -> (waiting: [WaitingTransaction], isMore: Bool) {
    var found: [WaitingTransaction] = []
    var bytes = 0
    for (path, host) in try ownJournal() {
      let name = Disk.split(path).name
      let size = try disk.stamp(path)?.size ?? 0
      var start = position.offset(in: name, size: size)
      position.offsets[name] = start
      while true {
        let (lines, end) = try readJournalLines(path, host, from: start, limit: Self.journalBytes)
        for (entry, end) in lines {
          if found.count >= limit || bytes >= Self.batchBytes { return (found, true) }
          if let versions = try soundVersions(of: entry) {
            let before = HistoryMark(file: name, offset: position.offsets[name] ?? 0)
            let mark = HistoryMark(transaction: entry.id, file: name, offset: end)
            found.append(
              WaitingTransaction(entry: entry, versions: versions, before: before, mark: mark))
            bytes += versions.reduce(0) { $0 + ($1.after?.count ?? 0) + ($1.before?.count ?? 0) }
          } else if Self.isYoung(entry, patience),
            !entry.documents.contains(where: { isWithdrawn($0.id) })
          {
            return (found, false)
          }
          position.offsets[name] = end
        }
        if end == start { break }
        (start, position.offsets[name]) = (end, end)
      }
    }
    return (found, false)
  }

  private static func isYoung(_ entry: JournalEntry, _ patience: UInt64) -> Bool {
    guard let then = ULID(entry.id)?.milliseconds else { return false }
    let now = Clock.milliseconds
    return then <= now && now - then < patience
  }

  /// Makes the commits.
  ///
  /// - Returns: the transactions that have one.
  private func add(
    _ waiting: [WaitingTransaction], to git: Git, after position: HistoryPosition,
    _ words: (JournalEntry, [KeptVersions]) -> TransactionWords
  ) throws(StoreError) -> [WaitingTransaction] {
    guard !waiting.isEmpty else { return [] }
    let paths = Set(waiting.flatMap(\.versions).map(\.path)).sorted()
    var blobs = try blobs(git, at: paths)
    var last = position.transaction
    var stream = FastImport(continues: !last.isEmpty)
    for transaction in waiting {
      let said = words(transaction.entry, transaction.versions.map(\.kept))
      var found: [FastImport.Change] = []
      var changes: [FastImport.Change] = []
      for version in transaction.versions {
        if let before = version.before, blobs[version.path] != GitBlob(of: before) {
          found.append((version.path, before))
        }
        blobs[version.path] = version.after.map(GitBlob.init(of:))
        changes.append((version.path, version.after))
      }
      if !found.isEmpty {
        var mark = transaction.before
        mark.transaction = last
        stream.commit(
          author: "huddle", address: "huddle", at: transaction.entry.at,
          message: mark.message(
            TransactionWords(
              author: "huddle", login: "huddle", subject: "found as it was then", details: [])),
          changes: found)
      }
      stream.commit(
        author: said.author, address: said.login, at: transaction.entry.at,
        message: transaction.mark.message(said), changes: changes)
      last = transaction.mark.transaction
    }
    _ = try run(git, ["fast-import", "--quiet"], input: stream.bytes)
    return waiting
  }

  /// What git has at some paths.
  private func blobs(_ git: Git, at paths: [String]) throws(StoreError) -> [String: GitBlob] {
    let asked = paths.map { "\(FastImport.branch):\($0)\n" }.joined()
    let answer = try run(git, ["cat-file", "--batch-check"], input: Array(asked.utf8))
    var blobs: [String: GitBlob] = [:]
    for (path, line) in zip(paths, answer.split(separator: 0x0A)) {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      if words.count == 3, words[1] == "blob" { blobs[path] = GitBlob(hex: String(words[0])) }
    }
    return blobs
  }

  /// Packs what many small imports left; each time twice as much as the last, so that it stays
  /// cheap however much there is.
  private func tidy(_ git: Git) throws(StoreError) {
    let packs = try disk.list("\(Self.historyPath)/objects/pack")?.entries ?? []
    // Objects lie in 256 folders evenly: one tells of all.
    let loose = try disk.list("\(Self.historyPath)/objects/17")?.entries ?? []
    guard packs.count(where: { $0.name.hasSuffix(".pack") }) > 20 || loose.count > 20 else {
      return
    }
    _ = try run(git, ["repack", "--geometric=2", "-d", "-q"])
  }
}

/// A transaction of which the documents are known.
struct WaitingTransaction {
  let entry: JournalEntry
  let versions: [SoundVersion]
  /// Where the journal was before its line, and where it is behind it.
  let before: HistoryMark
  let mark: HistoryMark
}

/// A document's bytes around a transaction, and where they lie.
struct SoundVersion {
  let path: String
  let before: [UInt8]?
  let after: [UInt8]?
  let kept: KeptVersions
}

extension HistoryPosition {
  /// Leaves a transaction, and what is behind it in its file, for the next time.
  fileprivate mutating func goBack(before transaction: WaitingTransaction) {
    offsets[transaction.before.file] = transaction.before.offset
  }
}
