/// Following other people's transactions: the journal names the documents, and nothing else is
/// looked at, so that fifty who watch one another cost little.
extension DocumentStore {
  /// Notices what other stores changed since the journal was last looked at.
  ///
  /// What is changed by hand no journal tells: `refresh()` notices that as well.
  /// - Returns: whether anything changed.
  /// - Complexity: O(the new transactions), and a look at each of the journal's files.
  public func followJournal() throws(StoreError) -> Bool {
    guard try refreshFromJournal() else { return false }
    state.withLock { $0.generation += 1 }
    return true
  }

  func refreshFromJournal() throws(StoreError) -> Bool {
    let isOverlaid = try overlayIntents()
    let seen = state.withLock { $0.journalSeen }
    if !isOverlaid, try journalSizes() == seen { return false }
    let (entries, position) = try readJournal(since: seen)
    // Of several changes of a document the last one counts.
    var last: [DocumentID: DocumentChange] = [:]
    for change in entries.flatMap(\.documents) { last[change.id] = change }
    var isAtNewSite = false
    for change in last.values {
      let place = try followed(change)
      let site = place.flatMap { Self.site(of: $0) }
      let isThere = try place.map { (place) throws(StoreError) in try disk.stamp(place.path) }
      isAtNewSite =
        state.withLock { state in
          state.forgetType(change.type, changed: change.id)
          guard let place else { return false }
          guard isThere != .some(nil) else {
            state.forget(place)
            state.listings[place.folder]?.isTouched = true
            return false
          }
          state.places[place.id] = place
          state.documents[place.id]?.isVerified = false
          if let site, let sites = state.sites, !sites.ids.contains(site) { return true }
          state.note(place, site: site)
          return false
        } || isAtNewSite
    }
    if isAtNewSite { _ = try refreshSites() }
    state.withLock { $0.journalSeen = position }
    return !last.isEmpty
  }

  /// Where a changed document lies or lay; nil where nothing here knows of it.
  func followed(_ change: DocumentChange) throws(StoreError) -> Place? {
    let (known, snapshots) = state.withLock { ($0.places[change.id], $0.snapshots) }
    if let known { return known }
    for snapshot in snapshots {
      if let number = snapshot.number(of: change.id),
        let place = snapshot.place(number, schemasByType)
      {
        return place
      }
    }
    return change.new == nil ? nil : try locate(change.id)
  }

  static func site(of place: Place) -> DocumentID? {
    let steps = place.folder.split(separator: "/")
    return steps.count == 3 ? String(steps[1]) : nil
  }
}
