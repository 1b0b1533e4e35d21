import JSONTree

extension DocumentStore {
  /// A tombstone holds a whole document one level deeper.
  static let trashLimits = JSONLimits(depth: 66, documentBytes: 3 << 20)

  static func trashPath(_ id: DocumentID) -> String { "trash/\(id).json" }

  /// What lies in the trash, in the order of ids; what cannot be read there is passed over.
  public func trashed() throws(StoreError) -> [TrashedDocument] {
    try tombstones().compactMap { if case .trashed(let document) = $0 { document } else { nil } }
      .sorted { $0.id < $1.id }
  }

  /// Whether a document lies in the trash. Complexity: O(1).
  public func isTrashed(_ id: DocumentID) throws(StoreError) -> Bool {
    guard Place.isName(id[...]) else { return false }
    return try disk.stamp(Self.trashPath(id)) != nil
  }

  /// Refuses an id whose document was taken back: `withdrawn`. Complexity: O(1).
  public func checkNotWithdrawn(_ id: DocumentID) throws(StoreError) {
    guard Place.isName(id[...]), case .withdrawn(let document)? = try? tombstone(of: id) else {
      return
    }
    throw .withdrawn(id, by: document.by, at: document.at)
  }

  /// Whether a document was taken back. Complexity: O(1).
  func isWithdrawn(_ id: DocumentID) -> Bool {
    if case .withdrawn? = try? tombstone(of: id) { true } else { false }
  }

  /// What is left of the documents that were withdrawn, in the order of ids.
  public func withdrawn() throws(StoreError) -> [WithdrawnDocument] {
    try tombstones().compactMap { if case .withdrawn(let document) = $0 { document } else { nil } }
      .sorted { $0.id < $1.id }
  }

  private func tombstones() throws(StoreError) -> [Tombstone] {
    var result: [Tombstone] = []
    for entry in try disk.list("trash")?.entries ?? [] where entry.name.hasSuffix(".json") {
      let id = String(entry.name.dropLast(5))
      guard Place.isName(id[...]), let tombstone = try? tombstone(of: id) else { continue }
      result.append(tombstone)
    }
    return result
  }

  /// What stands in the trash under an id; nil where nothing does.
  func tombstone(of id: DocumentID) throws(StoreError) -> Tombstone? {
    guard
      let bytes = try disk.read(Self.trashPath(id), limit: Self.trashLimits.documentBytes)
    else { return nil }
    return try readTombstone(bytes, id: id)
  }

  /// - Throws: `withdrawn` where there is nothing to bring back any more, `damaged`.
  func readTrashed(_ bytes: [UInt8], id: DocumentID) throws(StoreError) -> TrashedDocument {
    switch try readTombstone(bytes, id: id) {
    case .trashed(let document): return document
    case .withdrawn(let document): throw .withdrawn(id, by: document.by, at: document.at)
    }
  }

  func readTombstone(_ bytes: [UInt8], id: DocumentID) throws(StoreError) -> Tombstone {
    let path = Self.trashPath(id)
    let tree: JSON
    do throws(JSONError) {
      tree = try JSON.parse(bytes, limits: Self.trashLimits)
    } catch {
      throw .damaged(Damage(place: path, id: id, type: nil, problem: .notJSON(error)))
    }
    guard let type = tree["type"]?.string, let place = tree["place"]?.string else {
      throw .damaged(Damage(place: path, id: id, type: nil, problem: .notAnObject))
    }
    func time(_ group: String) -> Timestamp? {
      tree[group]?["at"]?.string.flatMap(Timestamp.init)
    }
    if let document = tree["document"], let at = time("trashed"),
      let by = tree["trashed"]?["by"]?.string
    {
      return .trashed(
        TrashedDocument(id: id, type: type, tree: document, place: place, at: at, by: by))
    }
    guard let at = time("withdrawn"), let by = tree["withdrawn"]?["by"]?.string else {
      throw .damaged(Damage(place: path, id: id, type: nil, problem: .notAnObject))
    }
    return .withdrawn(
      WithdrawnDocument(
        id: id, type: type, place: place, at: at, by: by,
        reason: tree["withdrawn"]?["reason"]?.string ?? ""))
  }
}
