/// A collection's folder as it was when it was looked at.
struct Listing: Sendable {
  let site: DocumentID?
  let type: String
  /// Nil where there is no folder.
  let stamp: FileStamp?
  /// Whether a later change must show in the stamp.
  let isSettled: Bool
  /// Whether this store changed the folder since.
  var isTouched = false
  /// Where a snapshot has the folder as it is; its names are not read before they are needed.
  private(set) var kept: KeptFolder?
  private var listed: [DocumentID]

  /// - Parameter ids: in ascending order.
  init(
    site: DocumentID?, type: String, stamp: FileStamp?, isSettled: Bool, ids: [DocumentID]
  ) {
    self.site = site
    self.type = type
    self.stamp = stamp
    self.isSettled = isSettled
    listed = ids
  }

  init(site: DocumentID?, type: String, stamp: FileStamp, kept: KeptFolder) {
    self.init(site: site, type: type, stamp: stamp, isSettled: true, ids: [])
    self.kept = kept
  }

  /// In ascending order; nil where the snapshot that has them is not what it was.
  ///
  /// - Complexity: O(n) where a snapshot has them, else O(1).
  var ids: [DocumentID]? { kept.map { $0.ids } ?? listed }

  var count: Int { kept?.folder.numbers.count ?? listed.count }

  /// - Returns: whether the others' names could be had.
  mutating func insert(_ id: DocumentID) -> Bool {
    guard own() else { return false }
    isTouched = true
    listed.insertSorted(id)
    return true
  }

  /// - Returns: whether the others' names could be had.
  mutating func remove(_ id: DocumentID) -> Bool {
    guard own() else { return false }
    listed.removeSorted(id)
    return true
  }

  /// From now on the names are no longer those of a snapshot.
  private mutating func own() -> Bool {
    guard let kept else { return true }
    guard let ids = kept.ids else { return false }
    listed = ids
    self.kept = nil
    return true
  }
}

/// A folder in a snapshot.
struct KeptFolder: Sendable {
  let snapshot: Snapshot
  let folder: Snapshot.Folder

  /// In ascending order; nil where the snapshot is not what it was.
  var ids: [DocumentID]? { snapshot.entries(folder)?.map(\.id) }
}

extension [DocumentID] {
  /// Where an id stands in ascending order, or would.
  private func index(ofSorted id: DocumentID) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Inserts in ascending order; says whether the id is new.
  @discardableResult
  mutating func insertSorted(_ id: DocumentID) -> Bool {
    let index = index(ofSorted: id)
    if index < count, self[index] == id { return false }
    insert(id, at: index)
    return true
  }

  fileprivate mutating func removeSorted(_ id: DocumentID) {
    let index = index(ofSorted: id)
    if index < count, self[index] == id { remove(at: index) }
  }
}
