import JSONTree

extension DocumentStore {
  /// Lists a type's folders where that has not been done; reads no document.
  func list(_ schema: Schema) throws(StoreError) {
    if state.withLock({ $0.listedTypes.contains(schema.type) }) { return }
    for site in [nil] + (try siteIDs()).map(Optional.some) {
      let listing = try readListing(site: site, schema: schema)
      state.withLock { _ = $0.apply(listing, schema) }
    }
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

  func readListing(site: DocumentID?, schema: Schema) throws(StoreError) -> Listing {
    let folder = Place.folder(site: site, collection: schema.collection)
    let now = Clock.nanoseconds
    var listing = Listing(site: site, type: schema.type, stamp: nil, isSettled: true, ids: [])
    if let kept = state.withLock({ $0.snapshot })?.folder(folder), let stamp = kept.stamp,
      try disk.stamp(folder) == stamp
    {
      listing.stamp = stamp
      listing.ids = kept.entries.map(\.id)
      return listing
    }
    guard let (entries, stamp) = try disk.list(folder) else { return listing }
    listing.stamp = stamp
    listing.isSettled = stamp.isSettled(at: now)
    listing.ids = entries.compactMap { entry in
      // A folder in a document's place is listed too: whoever reads it finds the damage.
      if entry.kind == .folder, ULID(String(entry.name.dropLast(5))) == nil { return nil }
      return Place(file: entry.name, site: site, schema: schema)?.id
    }.sorted()
    return listing
  }

  /// Where a document lies; nil where there is none. Looks at one file where the id or an earlier
  /// listing says which, else wherever it could be.
  func locate(_ id: DocumentID) throws(StoreError) -> Place? {
    if let place = state.withLock({ $0.places[id] }) { return place }
    guard Place.isName(id[...]) else { return nil }
    let site = id.firstIndex(of: ".").map { String(id[..<$0]) }
    for schema in schemas where schema.isNamedBySite == (site != nil) {
      guard let place = Place(id: id, site: site, schema: schema) else { continue }
      if try disk.stamp(place.path) != nil { return place }
    }
    if site != nil { return nil }
    // A look per site and collection costs a tenth of listing them.
    for site in try readSites().ids {
      for schema in schemas where !schema.isNamedBySite {
        guard let place = Place(id: id, site: site, schema: schema) else { continue }
        if try disk.stamp(place.path) != nil { return place }
      }
    }
    return nil
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
    let before = listings[folder]?.ids ?? []
    listings[folder] = listing
    if before == listing.ids { return false }
    let now = Set(listing.ids)
    for id in before where !now.contains(id) {
      if let place = places[id], place.folder == folder { forget(place) }
    }
    for id in listing.ids {
      guard let place = Place(id: id, site: listing.site, schema: schema) else { continue }
      places[id] = place
    }
    arrays[schema.type] = nil
    return true
  }

  mutating func forget(_ place: Place) {
    places[place.id] = nil
    documents[place.id] = nil
    damage[place.path] = nil
    arrays[place.type] = nil
    listings[place.folder]?.ids.removeSorted(place.id)
  }
}
