import JSONTree

extension DocumentStore {
  /// Looks at every document, the trash, the journal and the store's own files; changes nothing and
  /// takes no lock, so that it can be done on a disk that cannot be written.
  ///
  /// What others change meanwhile is no finding. Only what is found stays in memory.
  /// - Parameter unsoundness: what is wrong with a document that can be read, in words.
  /// - Complexity: O(documents and lines of the journal), a read of each.
  public func examine(
    unsoundness: @escaping @Sendable (StoredDocument) -> [String] = { _ in [] }
  ) throws(StoreError) -> CheckReport {
    var examination = Examination(store: self, unsoundness: unsoundness)
    try examination.examineSkeleton()
    try examination.examineDocuments()
    try examination.examineTrash()
    try examination.examineJournal()
    try examination.examineOwnFiles()
    examination.report.findings.sort { left, right in
      (left.place, left.problem.kind) < (right.place, right.problem.kind)
    }
    return examination.report
  }
}

/// A check on its way.
struct Examination: Sendable {
  let store: DocumentStore
  let unsoundness: @Sendable (StoredDocument) -> [String]
  var report = CheckReport()
  /// Where each id was found first.
  var places: [DocumentID: String] = [:]

  init(store: DocumentStore, unsoundness: @escaping @Sendable (StoredDocument) -> [String]) {
    self.store = store
    self.unsoundness = unsoundness
  }

  var disk: Disk { store.disk }

  mutating func note(_ place: String, _ id: DocumentID?, _ problem: CheckProblem) {
    report.findings.append(CheckFinding(place: place, id: id, problem: problem))
  }

  /// The kind of an entry, looked up where the folder did not say; nil where it is gone.
  func kind(
    of entry: FolderEntry, in folder: String
  ) throws(StoreError) -> FileStatus.Kind? {
    try disk.kind(of: entry, at: folder.isEmpty ? entry.name : "\(folder)/\(entry.name)")
  }
}
