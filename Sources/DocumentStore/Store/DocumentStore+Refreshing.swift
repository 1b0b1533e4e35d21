import JSONTree

extension DocumentStore {
  /// How many folders and how many files one refresh looks at.
  private static let checkedAtOnce = 1000

  /// Notices what other processes and people changed on the disk.
  ///
  /// The journal tells of every change that a store made. Folders' times and files' stamps tell of
  /// those made by hand; of a large store one call looks at a part, the next at the next.
  /// - Returns: whether anything changed.
  public func refresh() throws(StoreError) -> Bool {
    let changedBehind = try verifyBelieved()
    let changedInJournal = try refreshFromJournal()
    let changedInFolders = try refreshFolders()
    let changedInFiles = try refreshDocuments()
    let changedInKept = try refreshKept()
    let repaired = try refreshDamage()
    guard
      changedBehind || changedInJournal || changedInFolders || changedInFiles || changedInKept
        || repaired
    else { return false }
    state.withLock { $0.generation += 1 }
    return true
  }

  private func refreshFolders() throws(StoreError) -> Bool {
    var hasChanged = try refreshSites()
    let folders = state.withLock { state in
      if state.foldersToCheck.isEmpty { state.foldersToCheck = Array(state.listings.keys) }
      return state.foldersToCheck.takeLast(Self.checkedAtOnce)
    }
    for folder in folders {
      guard let known = state.withLock({ $0.listings[folder] }) else { continue }
      let stamp = try disk.stamp(folder)
      if stamp == known.stamp, known.isSettled, !known.isTouched { continue }
      let schema = try schema(known.type)
      let listing = try readListing(site: known.site, schema: schema)
      let isForeign = stamp != known.stamp && !known.isTouched
      state.withLock { state in
        if state.apply(listing, schema) { hasChanged = true }
        if isForeign {
          for id in listing.ids ?? [] { state.documents[id]?.isVerified = false }
          state.forgetType(schema.type)
          hasChanged = true
        }
      }
    }
    return hasChanged
  }

  /// Lists the folders of sites that are new.
  func refreshSites() throws(StoreError) -> Bool {
    guard let known = state.withLock({ $0.sites }) else { return false }
    if known.isSettled, try disk.stamp("sites") == known.stamp { return false }
    let old = Set(known.ids)
    let sites = try readSites()
    var hasChanged = false
    for site in sites.ids where !old.contains(site) {
      for type in state.withLock({ $0.listedTypes }).sorted() {
        let schema = try schema(type)
        if schema.isAlwaysShared { continue }
        let listing = try readListing(site: site, schema: schema)
        state.withLock { if $0.apply(listing, schema) { hasChanged = true } }
      }
    }
    state.withLock { $0.sites = sites }
    return hasChanged
  }

  /// Looks at remembered documents' files, and again into those that were too young to be sure of.
  private func refreshDocuments() throws(StoreError) -> Bool {
    let known = state.withLock { state in
      if state.documentsToCheck.isEmpty { state.documentsToCheck = Array(state.documents.keys) }
      return state.documentsToCheck.takeLast(Self.checkedAtOnce).compactMap { state.documents[$0] }
    }
    var hasChanged = false
    for remembered in known {
      let document = remembered.document
      if remembered.isSettled, try disk.stamp(document.place) == remembered.stamp { continue }
      guard let place = state.withLock({ $0.places[document.id] }) else { continue }
      if case .document(let found, _) = try look(at: place),
        found.revision == document.revision
      {
        continue
      }
      state.withLock { $0.forgetType(document.type, changed: document.id) }
      hasChanged = true
    }
    return hasChanged
  }

  /// Looks again at damaged documents: someone may have repaired them.
  private func refreshDamage() throws(StoreError) -> Bool {
    var hasChanged = false
    for damage in damaged.prefix(Self.checkedAtOnce) {
      guard let place = place(at: damage.place) else { continue }
      if case .damage(let found) = try look(at: place), found == damage { continue }
      state.withLock { $0.forgetType(place.type, changed: place.id) }
      hasChanged = true
    }
    return hasChanged
  }
}

extension Array {
  fileprivate mutating func takeLast(_ count: Int) -> [Element] {
    let taken = Array(suffix(count))
    removeLast(taken.count)
    return taken
  }
}
