import Glibc
import JSONTree

/// What was found where a document should be.
enum Finding: Sendable {
  case document(StoredDocument, FileStamp)
  case damage(Damage)
  case nothing
}

extension DocumentStore {
  /// A document as it stands on the disk now.
  ///
  /// Where a snapshot has it and its file is still the same, it is read from there: a file takes
  /// several times as long to open and to hash.
  /// - Throws: `noSuchDocument`, `damaged` with the place and the reason.
  public func document(_ id: DocumentID) throws(StoreError) -> StoredDocument {
    let remembered = state.withLock { $0.documents[id] }
    if remembered == nil, let (entry, place, snapshot) = try unchangedEntry(of: id),
      let document = recall(entry, at: place, in: snapshot, isVerified: true)
    {
      return document
    }
    guard let place = try locate(id) else { throw .noSuchDocument(id) }
    if let remembered, remembered.isSettled, try disk.stamp(place.path) == remembered.stamp {
      return remembered.document
    }
    switch try look(at: place) {
    case .document(let document, _): return document
    case .damage(let damage): throw .damaged(damage)
    case .nothing: throw .noSuchDocument(id)
    }
  }

  /// Every document of a type in the order of ids; damaged ones are in `damaged` instead.
  ///
  /// As new as the last refresh. Complexity: O(1) when nothing changed, else a read for each
  /// document that did.
  public func documents(ofType type: String) throws(StoreError) -> [StoredDocument] {
    let schema = try schema(type)
    try list(schema)
    let (ready, generation, folders) = state.withLock { state in
      let ready = state.arrays[type]
      let folders = ready == nil ? state.listings.filter { $0.value.type == type } : [:]
      return (ready, state.generation, folders)
    }
    if let ready { return ready }
    var result: [StoredDocument] = []
    for (folder, listing) in folders.sorted(by: { $0.key < $1.key }) {
      result += try documents(in: folder, listing, schema)
    }
    result.sort { $0.id < $1.id }
    let documents = result
    state.withLock { if $0.generation == generation { $0.arrays[type] = documents } }
    return documents
  }

  /// The documents of a type that belong to one site, in the order of ids, without a look at those
  /// of other sites; damaged ones are in `damaged` instead.
  ///
  /// As new as the last refresh. Complexity: O(the site's documents of the type).
  public func documents(
    ofType type: String, atSite site: DocumentID
  ) throws(StoreError) -> [StoredDocument] {
    let schema = try schema(type)
    guard Place.isName(site[...]) else { return [] }
    let folder = Place.folder(site: site, collection: schema.collection)
    if let listing = state.withLock({ $0.listings[folder] }) {
      return try documents(in: folder, listing, schema)
    }
    let listing = try readListing(site: site, schema: schema)
    state.withLock { _ = $0.apply(listing, schema) }
    return try documents(in: folder, listing, schema)
  }

  /// Reads every document of every type and says which are damaged.
  public func check() throws(StoreError) -> [Damage] {
    for schema in schemas { _ = try documents(ofType: schema.type) }
    return damaged
  }

  func documents(
    in path: String, _ listing: Listing, _ schema: Schema
  ) throws(StoreError) -> [StoredDocument] {
    let ids = try ids(of: listing, schema)
    let (remembered, snapshots) = state.withLock { state in
      (ids.map { state.documents[$0] }, state.snapshots)
    }
    var result: [StoredDocument] = []
    result.reserveCapacity(ids.count)
    var folder: Descriptor?
    defer { if let folder { disk.files.close(folder) } }
    let kept = remembered.contains { $0 == nil } ? snapshots.entries(ofFolder: path) : [:]
    for (id, known) in zip(ids, remembered) {
      if let known, known.isVerified {
        result.append(known.document)
        continue
      }
      guard let place = Place(id: id, site: listing.site, schema: schema) else { continue }
      if known == nil, let (entry, snapshot) = kept[id],
        let document = try recall(entry, at: place, in: snapshot)
      {
        result.append(document)
        continue
      }
      if folder == nil { folder = try disk.openFolder(path) }
      guard let folder else { return result }
      if let known, known.isSettled, try stamp(place, in: folder) == known.stamp {
        state.withLock { $0.documents[id]?.isVerified = true }
        result.append(known.document)
        continue
      }
      if case .document(let document, _) = try look(at: place, in: folder) {
        result.append(document)
      }
    }
    return result
  }

  /// A document as the snapshot has it, if its file is still the same.
  func recall(
    _ entry: Snapshot.Entry, at place: Place, in snapshot: Snapshot
  ) throws(StoreError) -> StoredDocument? {
    let isBelieved = state.withLock { $0.isBelieved(place) }
    if !isBelieved, try disk.stamp(place.path) != entry.stamp { return nil }
    return recall(entry, at: place, in: snapshot, isVerified: !isBelieved)
  }

  /// Remembers a document as the snapshot has it; nil where its bytes are not those that were kept.
  ///
  /// - Parameter isVerified: whether its file was found to be the one that was read.
  private func recall(
    _ entry: Snapshot.Entry, at place: Place, in snapshot: Snapshot, isVerified: Bool
  ) -> StoredDocument? {
    let found = snapshot.withBytes(of: entry) { bytes in
      parse(bytes.bindMemory(to: UInt8.self), entry.revision, at: place)
    }
    guard case .success(let document)? = found else { return nil }
    state.withLock { state in
      state.places[place.id] = place
      state.documents[place.id] = RememberedDocument(
        document: document, stamp: entry.stamp, isSettled: true,
        isVerified: isVerified || state.isBelieved(place))
    }
    return document
  }

  func stamp(_ place: Place, in folder: Descriptor) throws(StoreError) -> FileStamp? {
    try disk.find(place.path) { () throws(SystemFailure) in
      try disk.files.statusBelow(folder, place.file).stamp
    }
  }

  /// Reads what lies at a place and remembers it.
  @discardableResult
  func look(at place: Place) throws(StoreError) -> Finding {
    guard let folder = try disk.openFolder(place.folder) else {
      state.withLock { $0.forget(place) }
      return .nothing
    }
    defer { disk.files.close(folder) }
    return try look(at: place, in: folder)
  }

  @discardableResult
  func look(at place: Place, in folder: Descriptor) throws(StoreError) -> Finding {
    let now = Clock.nanoseconds
    let finding = try read(place, in: folder)
    state.withLock { state in
      switch finding {
      case .nothing: state.forget(place)
      case .damage(let damage):
        state.places[place.id] = place
        state.documents[place.id] = nil
        state.damage[place.path] = damage
      case .document(let document, let stamp):
        state.places[place.id] = place
        state.readFiles += 1
        state.damage[place.path] = nil
        state.documents[place.id] = RememberedDocument(
          document: document, stamp: stamp, isSettled: stamp.isSettled(at: now), isVerified: true)
      }
    }
    return finding
  }

  /// Reads what lies at a place.
  func read(_ place: Place, in folder: Descriptor) throws(StoreError) -> Finding {
    func damage(_ problem: StoreProblem) -> Finding {
      .damage(Damage(place: place.path, id: place.id, type: place.type, problem: problem))
    }
    do throws(FileReadingFailure) {
      let limit = JSONLimits.document.documentBytes
      guard let (bytes, stamp) = try disk.read(place.file, in: folder, limit: limit) else {
        return .nothing
      }
      switch parse(bytes, at: place) {
      case .success(let document): return .document(document, stamp)
      case .failure(let problem): return damage(problem)
      }
    } catch {
      switch error {
      case .notAFile: return damage(.notAFile)
      case .tooLarge:
        let status = try? disk.files.statusBelow(folder, place.file)
        return damage(.tooLarge(bytes: status?.stamp.size ?? 0))
      case .failed(let failure) where failure.code == EACCES || failure.code == EIO:
        return damage(.notReadable(code: failure.code))
      case .failed(let failure): throw disk.error(failure, place.path)
      }
    }
  }

  /// Holds bytes against the place they were found at.
  func parse(_ bytes: [UInt8], at place: Place) -> Result<StoredDocument, StoreProblem> {
    bytes.withUnsafeBufferPointer { parse($0, Revision(of: bytes), at: place) }
  }

  func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, _ revision: Revision, at place: Place
  ) -> Result<StoredDocument, StoreProblem> {
    let tree: JSON
    do throws(JSONError) { tree = try JSON.parse(bytes) } catch { return .failure(.notJSON(error)) }
    guard tree.object != nil else { return .failure(.notAnObject) }
    let schema = schemasByType[place.type]
    switch tree["id"]?.string {
    case let id? where !id.hasSameBytes(as: place.id): return .failure(.otherID(id))
    case nil where schema?.isNamedBySite != true: return .failure(.noID)
    default: break
    }
    guard let type = tree["type"]?.string else { return .failure(.noType) }
    guard type.hasSameBytes(as: place.type) else {
      return .failure(.otherType(found: type, expected: place.type))
    }
    return .success(
      StoredDocument(
        id: place.id, type: place.type, tree: schema?.upgraded(tree) ?? tree, revision: revision,
        place: place.path, isNewer: (tree["schema"]?.int ?? 0) > (schema?.version ?? .max)))
  }
}

extension StoreProblem: Error {}
