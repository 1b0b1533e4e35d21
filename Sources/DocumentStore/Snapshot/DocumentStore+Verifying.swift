import JSONTree

/// A folder's time tells when names came, went or were replaced, as every save does. It does not tell
/// when someone wrote into a file; that is found by looking at the files themselves.
extension DocumentStore {
  /// Of how many documents of a type every file is looked at before what a snapshot finds among them
  /// is believed. Of more, a part is looked at with each refresh.
  private static let fewDocuments = 500
  private static let checkedAtOnce = 200

  /// Looks at the files of a type that has few, called when its folders were listed.
  func checkKept(_ schema: Schema) throws(StoreError) {
    let count = state.withLock { $0.snapshots }.reduce(0) {
      $0 + $1.numbers(ofType: schema.type).count
    }
    guard count <= Self.fewDocuments else { return }
    let kept = state.withLock { state in
      state.listings.filter { $0.value.type == schema.type && $0.value.kept != nil }
    }
    for listing in kept.values { _ = try checkKept(listing, schema) }
  }

  /// Looks at some of the files that are known by a snapshot, the next time at others.
  ///
  /// - Returns: whether one of them was written into.
  func refreshKept() throws(StoreError) -> Bool {
    var hasChanged = false
    var checked = 0
    while checked < Self.checkedAtOnce {
      let next = state.withLock { state -> Listing? in
        if state.keptToCheck.isEmpty {
          guard checked == 0 else { return nil }
          state.keptToCheck = state.listings.filter { $0.value.kept != nil }.map(\.key)
        }
        return state.keptToCheck.popLast().flatMap { state.listings[$0] }
      }
      guard let next, let schema = schemasByType[next.type] else { break }
      checked += max(1, next.count)
      if try checkKept(next, schema) { hasChanged = true }
    }
    return hasChanged
  }

  /// Lists a folder anew where a file in it is not the one that a snapshot has.
  private func checkKept(_ listing: Listing, _ schema: Schema) throws(StoreError) -> Bool {
    guard let kept = listing.kept, try !isUnchanged(kept, schema) else { return false }
    let found = try readListing(site: listing.site, schema: schema, trusts: false)
    state.withLock { state in
      _ = state.apply(found, schema)
      for id in found.ids ?? [] { state.documents[id]?.isVerified = false }
      state.forgetType(schema.type)
      state.readFiles += 1
    }
    return true
  }

  private func isUnchanged(_ kept: KeptFolder, _ schema: Schema) throws(StoreError) -> Bool {
    guard let entries = kept.snapshot.entries(kept.folder),
      let folder = try disk.openFolder(kept.folder.path)
    else { return false }
    defer { disk.files.close(folder) }
    for entry in entries {
      guard let place = Place(id: entry.id, site: kept.folder.site, schema: schema),
        try stamp(place, in: folder) == entry.stamp
      else { return false }
    }
    return true
  }
}
