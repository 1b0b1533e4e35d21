/// What a store takes over from its own save, so that it need not read it back.
extension DocumentStore {
  func remember(
    _ changes: [PlannedChange], journal: JournalGrowth?
  ) {
    state.withLock { state in
      state.generation += 1
      for change in changes { state.remember(change) }
      if let journal, state.journalSeen.offsets[journal.path] ?? 0 == journal.before {
        state.journalSeen.offsets[journal.path] = journal.after
      }
    }
  }
}

extension StoreState {
  fileprivate mutating func remember(_ change: PlannedChange) {
    let place = change.place
    guard let document = change.document else {
      forget(place)
      listings[place.folder]?.isTouched = true
      return
    }
    places[place.id] = place
    damage[place.path] = nil
    forgetType(place.type, changed: place.id)
    documents[place.id] = RememberedDocument(
      document: document, stamp: FileStamp(inode: 0, size: 0, modified: 0), isSettled: false,
      isVerified: true)
    let steps = place.folder.split(separator: "/")
    let site = steps.count == 3 ? String(steps[1]) : nil
    if let site, sites?.ids.insertSorted(site) == true { sites?.isSettled = false }
    note(place, site: site)
  }

  /// Takes a document into its folder's names, which a snapshot has no longer as they are.
  mutating func note(_ place: Place, site: DocumentID?) {
    doubt(place)
    // Some folders are listed without the others of their type.
    guard listedTypes.contains(place.type) || listings[place.folder] != nil else { return }
    changedFolders[place.type, default: []].insert(place.folder)
    let isSound = listings[
      place.folder,
      default: Listing(site: site, type: place.type, stamp: nil, isSettled: false, ids: [])
    ].insert(place.id)
    if !isSound { distrustSnapshots() }
  }
}
