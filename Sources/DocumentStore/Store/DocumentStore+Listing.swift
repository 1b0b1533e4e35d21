import JSONTree

extension DocumentStore {
  /// Lists a type's folders where that has not been done; reads no document.
  func list(_ schema: Schema) throws(StoreError) {
    if state.withLock({ $0.listedTypes.contains(schema.type) }) { return }
    if try believe(schema) { return }
    let sites = schema.isAlwaysShared ? [] : try siteIDs()
    // One by one, so that what is changed meanwhile meets a listing that it can be noted in.
    for site in [nil] + sites.map(Optional.some) {
      let listing = try readListing(site: site, schema: schema)
      state.withLock { _ = $0.apply(listing, schema) }
    }
    try checkKept(schema)
    state.withLock { _ = $0.listedTypes.insert(schema.type) }
  }

  /// The sites that have a folder.
  func siteIDs() throws(StoreError) -> [DocumentID] {
    if let sites = state.withLock({ $0.sites }) { return sites.ids }
    let sites = try readSites()
    state.withLock { $0.sites = sites }
    return sites.ids
  }

  func readSites() throws(StoreError) -> SiteListing {
    let now = Clock.nanoseconds
    var sites = SiteListing(stamp: nil, isSettled: true, ids: [])
    if let (entries, stamp) = try disk.list("sites") {
      sites.stamp = stamp
      sites.isSettled = stamp.isSettled(at: now)
      sites.ids = entries.filter { $0.kind != .file && Place.isName($0.name[...]) }
        .map(\.name).sorted()
    }
    return sites
  }

  /// How many folders are listed on one thread.
  private static let listedAtOnce = 100

  /// What the folders of some types hold, without taking it over.
  func readListings(of schemas: [Schema]) throws(StoreError) -> [Listing] {
    var folders: [(site: DocumentID?, schema: Schema)] = []
    for schema in schemas {
      folders.append((nil, schema))
      if !schema.isAlwaysShared { folders += try siteIDs().map { ($0, schema) } }
    }
    let threads = folders.count > Self.listedAtOnce ? Self.threads : 1
    let results = inParallel(folders, threads: threads) { folder in
      Result { () throws(StoreError) in
        try self.readListing(site: folder.site, schema: folder.schema)
      }
    }
    var listings: [Listing] = []
    listings.reserveCapacity(folders.count)
    for result in results { listings.append(try result.get()) }
    return listings
  }

  /// - Parameter trusts: whether a folder's names are those that a snapshot has where its time says
  ///   that none came or went.
  func readListing(
    site: DocumentID?, schema: Schema, trusts: Bool = true
  ) throws(StoreError) -> Listing {
    let folder = Place.folder(site: site, collection: schema.collection)
    let snapshots = state.withLock { $0.snapshots }
    if trusts, !snapshots.isEmpty {
      guard let stamp = try disk.stamp(folder) else {
        return Listing(site: site, type: schema.type, stamp: nil, isSettled: true, ids: [])
      }
      for snapshot in snapshots {
        guard let index = snapshot.folderIndex(folder) else { continue }
        let kept = KeptFolder(snapshot: snapshot, folder: snapshot.folders[index])
        if kept.folder.stamp == stamp {
          return Listing(site: site, type: schema.type, stamp: stamp, kept: kept)
        }
      }
    }
    let now = Clock.nanoseconds
    guard let (entries, stamp) = try disk.list(folder) else {
      return Listing(site: site, type: schema.type, stamp: nil, isSettled: true, ids: [])
    }
    let ids = entries.compactMap { entry -> DocumentID? in
      // A folder in a document's place is listed too: whoever reads it finds the damage.
      if entry.kind == .folder, ULID(String(entry.name.dropLast(5))) == nil { return nil }
      return Place(file: entry.name, site: site, schema: schema)?.id
    }
    return Listing(
      site: site, type: schema.type, stamp: stamp, isSettled: stamp.isSettled(at: now),
      ids: ids.sorted())
  }

  /// The ids in a folder, from the disk where a snapshot that should have them has not.
  func ids(of listing: Listing, _ schema: Schema) throws(StoreError) -> [DocumentID] {
    if let ids = listing.ids { return ids }
    state.withLock { $0.distrustSnapshots() }
    let found = try readListing(site: listing.site, schema: schema)
    state.withLock { _ = $0.apply(found, schema) }
    return found.ids ?? []
  }

  /// Where a document lies; nil where there is none. Looks at one file where the id or an earlier
  /// listing says which, else wherever it could be.
  func locate(_ id: DocumentID) throws(StoreError) -> Place? {
    let (known, snapshots) = state.withLock { ($0.places[id], $0.snapshots) }
    if let known { return known }
    guard Place.isName(id[...]) else { return nil }
    for snapshot in snapshots {
      guard let number = snapshot.number(of: id), let place = snapshot.place(number, schemasByType)
      else { continue }
      if try disk.stamp(place.path) != nil { return place }
    }
    let site = id.firstIndex(of: ".").map { String(id[..<$0]) }
    for schema in schemas where schema.isNamedBySite == (site != nil) {
      guard let place = Place(id: id, site: site, schema: schema) else { continue }
      if try disk.stamp(place.path) != nil { return place }
    }
    if site != nil { return nil }
    // A look per site and collection costs a tenth of listing them.
    for site in try readSites().ids {
      for schema in schemas where !schema.isNamedBySite && !schema.isAlwaysShared {
        guard let place = Place(id: id, site: site, schema: schema) else { continue }
        if try disk.stamp(place.path) != nil { return place }
      }
    }
    return nil
  }

  /// Every place that an id could have, in any site.
  func places(of id: DocumentID) throws(StoreError) -> [Place] {
    guard Place.isName(id[...]) else { return [] }
    if let site = id.firstIndex(of: ".").map({ String(id[..<$0]) }) {
      return schemas.compactMap { $0.isNamedBySite ? Place(id: id, site: site, schema: $0) : nil }
    }
    let byID = schemas.filter { !$0.isNamedBySite }
    let own = byID.filter { !$0.isAlwaysShared }
    return byID.compactMap { Place(id: id, site: nil, schema: $0) }
      + (try readSites().ids).flatMap { site in
        own.compactMap { Place(id: id, site: site, schema: $0) }
      }
  }

  /// The place a path stands for; nil where no type's documents lie there.
  func place(at path: String) -> Place? {
    let steps = path.split(separator: "/").map(String.init)
    let site: DocumentID?
    switch (steps.count, steps.first) {
    case (4, "sites"): site = steps[1]
    case (3, "shared"): site = nil
    default: return nil
    }
    guard let schema = schemas.first(where: { $0.collection == steps[steps.count - 2] }),
      let place = Place(file: steps[steps.count - 1], site: site, schema: schema),
      place.path.hasSameBytes(as: path)
    else { return nil }
    return place
  }
}

extension StoreState {
  /// Takes a listing over; says whether documents came or went.
  mutating func apply(_ listing: Listing, _ schema: Schema) -> Bool {
    let folder = Place.folder(site: listing.site, collection: schema.collection)
    let before = listings[folder]
    listings[folder] = listing
    // What no snapshot has is looked up by itself, until one has it.
    if (before?.kept == nil) != (listing.kept == nil) { mentions[schema.type] = nil }
    if listing.kept == nil {
      changedFolders[schema.type, default: []].insert(folder)
    } else {
      changedFolders[schema.type]?.remove(folder)
      // Where nothing was known before, nothing has to be forgotten, and names can wait.
      if before == nil {
        forgetType(schema.type)
        return true
      }
    }
    let (old, ids) = (before?.ids ?? [], listing.ids ?? [])
    if before != nil, old == ids { return false }
    let now = Set(ids)
    for id in old where !now.contains(id) {
      if let place = places[id], place.folder == folder { forget(place) }
    }
    for id in ids {
      guard let place = Place(id: id, site: listing.site, schema: schema) else { continue }
      places[id] = place
    }
    forgetType(schema.type)
    return true
  }

  /// Forgets what was made of all documents of a type.
  ///
  /// - Parameter id: the only one of them that changed; nil where any may have.
  mutating func forgetType(_ type: String, changed id: DocumentID? = nil) {
    arrays[type] = nil
    mentions[type] = nil
    changes[type, default: ChangeLog()].note(id)
  }

  mutating func forget(_ place: Place) {
    doubt(place)
    places[place.id] = nil
    documents[place.id] = nil
    damage[place.path] = nil
    forgetType(place.type, changed: place.id)
    guard listings[place.folder] != nil else { return }
    changedFolders[place.type, default: []].insert(place.folder)
    if listings[place.folder]?.remove(place.id) == false { distrustSnapshots() }
  }

  /// Leaves the snapshots aside and everything to be listed anew that was known by them.
  mutating func distrustSnapshots() {
    snapshots = []
    believedTypes = []
    let kept = listings.filter { $0.value.kept != nil }
    for folder in kept.keys { listings[folder] = nil }
    listedTypes.subtract(kept.values.map(\.type))
    arrays = [:]
    mentions = [:]
  }
}
