import JSONTree

/// How far each of this host's journal files has been looked through for its history.
///
/// The last commit says it for its own file. The rest stands beside the repository in
/// `.store/git/position`, which may be lost: it spares looking again at what nothing is known of.
struct HistoryPosition: Hashable, Sendable {
  /// The transaction of the last commit; empty before the first.
  var transaction = ""
  /// Bytes of each file, by its name.
  var offsets: [String: Int] = [:]

  init() {}

  /// The position that the last commit's mark stands for, among the journal's files.
  init(_ mark: HistoryMark, files: [(name: String, size: Int)]) {
    transaction = mark.transaction
    for (name, size) in files where name < mark.file { offsets[name] = size }
    offsets[mark.file] = mark.offset
  }

  init?(_ tree: JSON) {
    guard let transaction = tree["transaction"]?.string, let files = tree["files"]?.object else {
      return nil
    }
    self.transaction = transaction
    for field in files.fields { offsets[field.key] = field.value.int }
  }

  var tree: JSON {
    var files: JSON = [:]
    for (name, offset) in offsets.sorted(by: { $0.key < $1.key }) { files[name] = JSON(offset) }
    return ["transaction": .string(transaction), "files": files]
  }

  /// Where to go on in a file; from its beginning where it is shorter than what was read of it.
  func offset(in name: String, size: Int) -> Int {
    let offset = offsets[name] ?? 0
    return offset <= size ? offset : 0
  }
}

extension DocumentStore {
  private static let positionPath = "\(historyPath)/position"

  /// This host's journal files, with their sizes, the oldest month first.
  func ownJournalSizes() throws(StoreError) -> [(name: String, path: String, size: Int)] {
    var files: [(name: String, path: String, size: Int)] = []
    for (path, _) in try ownJournal() {
      if let size = try disk.stamp(path)?.size { files.append((Disk.split(path).name, path, size)) }
    }
    return files
  }

  func keptHistoryPosition() throws(StoreError) -> HistoryPosition? {
    guard let bytes = try disk.read(Self.positionPath), let tree = try? JSON.parse(bytes) else {
      return nil
    }
    return HistoryPosition(tree)
  }

  func keep(_ position: HistoryPosition) throws(StoreError) {
    try disk.replace(Self.positionPath, bytes: position.tree.canonicalBytes)
  }

  /// How many bytes of this host's journal wait for its history, and for how many seconds nobody
  /// has looked after them. Complexity: a few calls, no program is started.
  public func waitingHistory() throws(StoreError) -> (bytes: Int, secondsSinceImport: Int) {
    if state.withLock({ $0.leavesHistoryAlone }) { return (0, 0) }
    let position = try keptHistoryPosition() ?? HistoryPosition()
    var waiting = 0
    for (name, _, size) in try ownJournalSizes() {
      waiting += size - position.offset(in: name, size: size)
    }
    let last = try disk.stamp(Self.positionPath)?.modified ?? 0
    return (waiting, max(0, Clock.nanoseconds - last) / 1_000_000_000)
  }
}
