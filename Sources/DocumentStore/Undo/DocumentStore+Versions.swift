import JSONTree

/// The versions of documents around each transaction, kept in `.store/undo/<entry>.json` on this
/// host alone; undo takes its inverse from them and history its words.
extension DocumentStore {
  /// Both versions of a document two levels deeper, and many documents.
  static let versionLimits = JSONLimits(
    depth: 70, documentBytes: JSONLimits.file.documentBytes,
    stringBytes: JSONLimits.file.stringBytes)

  static func versionsPath(_ entry: String) -> String { ".store/undo/\(entry).json" }

  /// Keeps what a transaction changed. It is saved already, so that what fails here costs no more
  /// than the undo of it; nor is it synchronised, as nobody was promised it.
  func keepVersions(_ changes: [CommittedChange], of entry: JournalEntry) {
    let documents: [JSON] = changes.map { change in
      var document: JSON = ["id": .string(change.place.id), "type": .string(change.place.type)]
      document["place"] = .string(change.place.path)
      document["old"] = change.old.map { .string($0.revision.hex) }
      document["new"] = change.new.map { .string($0.revision.hex) }
      document["before"] = change.old?.tree
      document["after"] = change.new?.tree
      return document
    }
    let bytes = JSON.object(JSONObject([("documents", .array(documents))])).compactBytes
    guard let folder = try? disk.makeFolder(".store/undo") else { return }
    defer { disk.files.close(folder) }
    try? disk.create(
      "\(entry.id).json", in: folder, bytes: bytes, mode: disk.fileMode, isSynchronised: false)
    // Whoever withdrew a document meanwhile may have cleared this folder already.
    if changes.contains(where: { isWithdrawn($0.place.id) }) {
      try? disk.remove(Self.versionsPath(entry.id))
    }
  }

  /// The documents before and after a transaction; nil where this host has not kept them, or a power
  /// cut left nothing of them that can be read.
  public func versions(of entry: JournalEntry) throws(StoreError) -> [KeptVersions]? {
    guard ULID(entry.id) != nil,
      let bytes = try disk.read(
        Self.versionsPath(entry.id), limit: Self.versionLimits.documentBytes),
      let tree = try? JSON.parse(bytes, limits: Self.versionLimits)
    else { return nil }
    return (tree["documents"]?.elements ?? []).compactMap { document in
      guard let id = document["id"]?.string, let type = document["type"]?.string else {
        return nil
      }
      return KeptVersions(
        change: DocumentChange(
          id: id, type: type, old: document["old"]?.string.flatMap(Revision.init(hex:)),
          new: document["new"]?.string.flatMap(Revision.init(hex:))),
        before: document["before"], after: document["after"],
        path: document["place"]?.string)
    }
  }
}
