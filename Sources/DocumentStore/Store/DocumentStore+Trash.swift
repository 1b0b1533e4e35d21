import JSONTree

extension DocumentStore {
  /// A tombstone holds a whole document one level deeper.
  static let trashLimits = JSONLimits(depth: 66, documentBytes: 3 << 20)

  static func trashPath(_ id: DocumentID) -> String { "trash/\(id).json" }

  /// What lies in the trash, in the order of ids; what cannot be read there is passed over.
  public func trashed() throws(StoreError) -> [TrashedDocument] {
    var result: [TrashedDocument] = []
    for entry in try disk.list("trash")?.entries ?? [] where entry.name.hasSuffix(".json") {
      let id = String(entry.name.dropLast(5))
      guard Place.isName(id[...]),
        let bytes = try disk.read(Self.trashPath(id), limit: Self.trashLimits.documentBytes),
        let trashed = try? readTrashed(bytes, id: id)
      else { continue }
      result.append(trashed)
    }
    return result.sorted { $0.id < $1.id }
  }

  /// Whether a document lies in the trash. Complexity: O(1).
  public func isTrashed(_ id: DocumentID) throws(StoreError) -> Bool {
    guard Place.isName(id[...]) else { return false }
    return try disk.stamp(Self.trashPath(id)) != nil
  }

  func readTrashed(_ bytes: [UInt8], id: DocumentID) throws(StoreError) -> TrashedDocument {
    let path = Self.trashPath(id)
    let tree: JSON
    do throws(JSONError) {
      tree = try JSON.parse(bytes, limits: Self.trashLimits)
    } catch {
      throw .damaged(Damage(place: path, id: id, type: nil, problem: .notJSON(error)))
    }
    guard let type = tree["type"]?.string, let document = tree["document"],
      let place = tree["place"]?.string,
      let at = tree["trashed.at" as JSONPath]?.string.flatMap(Timestamp.init),
      let by = tree["trashed.by" as JSONPath]?.string
    else { throw .damaged(Damage(place: path, id: id, type: nil, problem: .notAnObject)) }
    return TrashedDocument(id: id, type: type, tree: document, place: place, at: at, by: by)
  }
}
