/// Whoever opens a workbench sees at once what the snapshots have, and a moment later what else is
/// true.
///
/// To ask the disk for each of thousands of folders whether it is still what it was takes longer than
/// anybody should wait for a first screen. The journal names what stores changed since a snapshot was
/// made; what people changed by hand is found when the disk is asked behind the first screen.
extension DocumentStore {
  /// Of how many changes the journal may tell before it is quicker to ask the disk.
  private static let mostChanges = 200

  /// Takes the snapshots' word for some types until `verifyBelieved()` is called.
  ///
  /// Nothing is believed where there is no snapshot, or where too much was changed since, or where the
  /// journal is not a longer one than it was. Called before anything of these types is asked for.
  /// - Complexity: O(changes since the snapshot was made).
  public func believeSnapshots(of types: some Sequence<String>) throws(StoreError) {
    guard let newest = state.withLock({ $0.snapshots.first }) else { return }
    let sizes = state.withLock { $0.journalSeen }
    for (path, offset) in newest.journal.offsets {
      guard let size = sizes.offsets[path], size >= offset else { return }
    }
    let (entries, position) = try readJournal(since: newest.journal)
    let changes = entries.flatMap(\.documents)
    guard changes.count <= Self.mostChanges else { return }
    var folders: Set<String> = []
    for change in changes {
      guard let place = try followed(change) else { continue }
      folders.insert(place.folder)
    }
    let (all, found) = (Set(types), folders)
    state.withLock { state in
      state.believedTypes = all.intersection(schemas.map(\.type))
      state.foldersSinceSnapshots = found
      state.journalSeen = position
    }
  }

  /// Lists a believed type as the snapshots have it; says whether that was possible.
  func believe(_ schema: Schema) throws(StoreError) -> Bool {
    let known = state.withLock { $0.believed(schema) }
    guard let known else { return false }
    var read: [Listing] = []
    for (path, site) in known.unsure where state.withLock({ $0.listings[path] == nil }) {
      read.append(try readListing(site: site, schema: schema))
    }
    return state.withLock { state in
      // Somebody may have asked the disk meanwhile, or changed something.
      guard let now = state.believed(schema), now.unsure.count == known.unsure.count else {
        return false
      }
      for listing in read { _ = state.apply(listing, schema) }
      for kept in now.sure where state.listings[kept.folder.path] == nil {
        state.listings[kept.folder.path] = Listing(
          site: kept.folder.site, type: schema.type, stamp: kept.stamp,
          kept: KeptFolder(snapshot: kept.snapshot, folder: kept.folder))
      }
      state.forgetType(schema.type)
      state.listedTypes.insert(schema.type)
      return true
    }
  }

  /// Asks the disk about everything that was believed.
  ///
  /// - Returns: whether something was not as the snapshots have it.
  /// - Complexity: O(folders of the listed types + documents in memory); nothing where nothing is
  ///   believed.
  @discardableResult
  public func verifyBelieved() throws(StoreError) -> Bool {
    let (types, documents) = state.withLock { state in
      let types = state.believedTypes
      let listed = types.intersection(state.listedTypes).sorted()
      state.believedTypes = []
      state.foldersSinceSnapshots = []
      return (listed, state.documents.values.filter { types.contains($0.document.type) })
    }
    var hasChanged = false
    for type in types { if try verify(schema(type)) { hasChanged = true } }
    for remembered in documents where remembered.isSettled {
      let document = remembered.document
      if try disk.stamp(document.place) == remembered.stamp { continue }
      guard let place = place(at: document.place) else { continue }
      try look(at: place)
      state.withLock { $0.forgetType(document.type, changed: document.id) }
      hasChanged = true
    }
    if hasChanged { state.withLock { $0.generation += 1 } }
    return hasChanged
  }

  /// Lists a believed type from the disk.
  private func verify(_ schema: Schema) throws(StoreError) -> Bool {
    var hasChanged = false
    for site in [nil] + (schema.isAlwaysShared ? [] : try siteIDs().map(Optional.some)) {
      let path = Place.folder(site: site, collection: schema.collection)
      let before = state.withLock { $0.listings[path] }
      let stamp = try disk.stamp(path)
      if let before, before.kept == nil || before.stamp == stamp { continue }
      if before == nil, stamp == nil { continue }
      let listing = try readListing(site: site, schema: schema)
      hasChanged = true
      state.withLock { state in
        _ = state.apply(listing, schema)
        for id in listing.ids ?? [] { state.documents[id]?.isVerified = false }
        state.forgetType(schema.type)
      }
    }
    try checkKept(schema)
    return hasChanged
  }
}

/// What the snapshots have of a type.
private struct BelievedFolders {
  var sure: [(snapshot: Snapshot, folder: Snapshot.Folder, stamp: FileStamp)] = []
  /// Those that the disk has to be asked about all the same.
  var unsure: [(path: String, site: DocumentID?)] = []
}

extension StoreState {
  /// Nil where the snapshots are not believed.
  fileprivate func believed(_ schema: Schema) -> BelievedFolders? {
    guard believedTypes.contains(schema.type) else { return nil }
    var result = BelievedFolders()
    var known = Set<String>()
    for snapshot in snapshots {
      for folder in snapshot.folders(ofType: schema.type) where known.insert(folder.path).inserted {
        if let stamp = folder.stamp, !foldersSinceSnapshots.contains(folder.path) {
          result.sure.append((snapshot, folder, stamp))
        } else {
          result.unsure.append((folder.path, folder.site))
        }
      }
    }
    for path in foldersSinceSnapshots.sorted() where !known.contains(path) {
      let steps = path.split(separator: "/").map(String.init)
      guard steps.last == schema.collection else { continue }
      result.unsure.append((path, steps.count == 3 ? steps[1] : nil))
    }
    return result
  }

  /// Whether what the snapshots have of a place needs no look at the disk.
  func isBelieved(_ place: Place) -> Bool {
    believedTypes.contains(place.type) && !foldersSinceSnapshots.contains(place.folder)
  }

  /// Notes that the snapshots have a folder no longer as it is.
  mutating func doubt(_ place: Place) {
    if believedTypes.contains(place.type) { foldersSinceSnapshots.insert(place.folder) }
  }
}
