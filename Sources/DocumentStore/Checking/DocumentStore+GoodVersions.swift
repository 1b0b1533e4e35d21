import JSONTree

/// Where a good version of a damaged document may still be found on this host.
extension DocumentStore {
  /// The bytes of the newest good version that is known; nil where none is.
  ///
  /// The journal tells the order: of the versions found, the one whose revision it names last is
  /// the newest. One that the journal does not name is taken where there is no other.
  func lastGoodVersion(of place: Place) throws(StoreError) -> [UInt8]? {
    let entries = try journalEntries().filter { $0.documents.contains { $0.id == place.id } }
    let versions = try goodVersions(of: place, entries)
    guard versions.count > 1 else { return versions.first?.bytes }
    let order = entries.flatMap(\.documents).filter { $0.id == place.id }.map(\.new)
    return versions.max { left, right in
      (order.lastIndex(of: left.revision) ?? -1) < (order.lastIndex(of: right.revision) ?? -1)
    }?.bytes
  }

  private func goodVersions(
    of place: Place, _ entries: [JournalEntry]
  ) throws(StoreError) -> [(revision: Revision, bytes: [UInt8])] {
    var found: [(revision: Revision, bytes: [UInt8])] = []
    func add(_ bytes: [UInt8]) {
      if case .success(let document) = parse(bytes, at: place) {
        found.append((document.revision, bytes))
      }
    }
    // What was saved last on this host is kept for taking it back.
    for entry in entries.reversed() where found.isEmpty {
      for version in try versions(of: entry) ?? [] where version.change.id == place.id {
        if let after = version.after { add(after.canonicalBytes) }
      }
    }
    // Of what was saved here before, the history has what undo has no longer.
    if found.isEmpty { for bytes in try versionsInHistory(at: place.path) { add(bytes) } }
    // In the trash lies the version that was removed before one came back under the same id.
    if let bytes = try disk.read(
      Self.trashPath(place.id), limit: Self.trashLimits.documentBytes),
      let trashed = try? readTrashed(bytes, id: place.id)
    {
      add(trashed.tree.canonicalBytes)
    }
    // A change that was cut short leaves what it replaced, or what it was about to put in place.
    for entry in try disk.list(".store/tmp")?.entries ?? [] where entry.kind == .file {
      let limit = JSONLimits.document.documentBytes
      if let bytes = try? disk.read(".store/tmp/\(entry.name)", limit: limit) { add(bytes) }
    }
    return found
  }
}
