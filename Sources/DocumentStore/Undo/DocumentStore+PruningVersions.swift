/// What undo reaches, so that `.store/undo` does not grow for ever.
extension DocumentStore {
  /// For each person, on each host, undo reaches so many transactions back.
  public static let undoneAtMost = 200
  /// And so far. Seconds.
  public static let undoneSeconds = 90 * 86_400
  /// More records than were left last time that make it worth looking through them.
  private static let worthPruning = 200

  /// Removes the versions around transactions that undo reaches no more, as far as the history has
  /// them.
  ///
  /// - Parameter position: up to where it has them.
  /// - Complexity: O(records) once in 200 of them, else O(1) and a look at their names.
  func pruneVersions(
    through position: HistoryPosition, at now: Timestamp
  ) throws(StoreError) {
    let names = try disk.list(".store/undo")?.entries.map(\.name).sorted() ?? []
    let left = state.withLock { $0.undoRecordsLeft }
    guard let oldest = names.first, names.count >= (left ?? 0) + Self.worthPruning else { return }
    let records = Set(names)
    var counts: [String: Int] = [:]
    var gone = 0
    for (name, path, size) in try ownJournalSizes().reversed() {
      let known = position.offset(in: name, size: size)
      let lines = try readJournalLines(path, "", from: 0).lines
      for (entry, end) in lines.reversed() {
        counts[entry.by, default: 0] += 1
        let isOld = entry.at.secondsSince1970 < now.secondsSince1970 - Self.undoneSeconds
        guard isOld || counts[entry.by, default: 0] > Self.undoneAtMost, end <= known,
          records.contains("\(entry.id).json")
        else { continue }
        try disk.remove(Self.versionsPath(entry.id))
        gone += 1
      }
      // What is older than the oldest record has none.
      if let first = lines.first, "\(first.entry.id).json" < oldest { break }
    }
    let remaining = names.count - gone
    state.withLock { $0.undoRecordsLeft = remaining }
  }
}
