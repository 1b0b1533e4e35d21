import JSONTree

/// An operation with all that can be known before the lock is taken.
struct PlannedChange: Sendable {
  /// What must be at the place when the lock is held.
  enum Condition: Sendable {
    case nothing
    /// Any sound document, or only the expected one.
    case document(expecting: Revision?)
    /// The very one the plan was made from; another one makes a new plan.
    case base(Revision)
  }

  let place: Place
  let condition: Condition
  /// What stands at the place afterwards; nil where nothing does.
  let document: StoredDocument?
  let writes: [(path: String, bytes: [UInt8])]
  let removes: [String]
  /// A file that must be there unchanged, as the one in the trash that is restored.
  var source: (path: String, revision: Revision)?
  /// What came of an edit that met somebody else's.
  var merged: MergedEdit?
}

extension DocumentStore {
  func plan(_ transaction: Transaction) throws(StoreError) -> [PlannedChange] {
    var ids: Set<DocumentID> = []
    for id in transaction.operations.compactMap(\.id) where !ids.insert(id).inserted {
      throw .changedTwice(id)
    }
    var changes: [PlannedChange] = []
    for operation in transaction.operations {
      let change: PlannedChange
      switch operation {
      case .add(let tree): change = try planAdding(tree)
      case .replace(let id, let tree, let expected):
        change = try planReplacing(id, with: tree, expecting: expected)
      case .edit(let tree, let base):
        change = try planEditing(tree, from: base, transaction)
      case .trash(let id, let expected):
        change = try planTrashing(id, expecting: expected, transaction)
      case .restore(let id): change = try planRestoring(id)
      }
      changes.append(change)
    }
    return changes
  }

  private func planAdding(_ tree: JSON) throws(StoreError) -> PlannedChange {
    let place = try newPlace(of: tree)
    if case .withdrawn(let document)? = try tombstone(ofAny: place.id) {
      throw .withdrawn(place.id, by: document.by, at: document.at)
    }
    if let known = state.withLock({ $0.places[place.id] }), known != place,
      try disk.stamp(known.path) != nil
    {
      throw .alreadyThere(place.id, place: known.path)
    }
    let (bytes, document) = try encode(tree, at: place)
    return PlannedChange(
      place: place, condition: .nothing, document: document, writes: [(place.path, bytes)],
      removes: [])
  }

  private func planReplacing(
    _ id: DocumentID, with tree: JSON, expecting expected: Revision?
  ) throws(StoreError) -> PlannedChange {
    guard let place = try locate(id) else {
      if let expected { throw .conflict(try conflict(id, expected: expected, found: nil)) }
      throw .noSuchDocument(id)
    }
    let (bytes, document) = try encode(tree, at: place)
    return PlannedChange(
      place: place, condition: .document(expecting: expected), document: document,
      writes: [(place.path, bytes)], removes: [])
  }

  private func planTrashing(
    _ id: DocumentID, expecting expected: Revision?, _ transaction: Transaction
  ) throws(StoreError) -> PlannedChange {
    let document = try document(id)
    if let expected, expected != document.revision {
      throw .conflict(try conflict(id, expected: expected, found: document.revision))
    }
    guard let place = place(at: document.place) else { throw .noSuchDocument(id) }
    let tombstone: JSON = [
      "id": .string(id), "type": .string(document.type), "place": .string(document.place),
      "trashed": [
        "at": .string(transaction.at.description), "by": .string(transaction.by),
      ],
      "document": document.tree,
    ]
    return PlannedChange(
      place: place, condition: .base(document.revision), document: nil,
      writes: [(Self.trashPath(id), tombstone.canonicalBytes)], removes: [place.path])
  }

  private func planRestoring(_ id: DocumentID) throws(StoreError) -> PlannedChange {
    let path = Self.trashPath(id)
    guard Place.isName(id[...]),
      let bytes = try disk.read(path, limit: Self.trashLimits.documentBytes)
    else {
      throw .noSuchDocument(id)
    }
    let trashed = try readTrashed(bytes, id: id)
    guard let place = place(at: trashed.place), place.id.hasSameBytes(as: id) else {
      throw .damaged(Damage(place: path, id: id, type: trashed.type, problem: .misplaced))
    }
    let (documentBytes, document) = try encode(trashed.tree, at: place)
    return PlannedChange(
      place: place, condition: .nothing, document: document,
      writes: [(place.path, documentBytes)], removes: [path],
      source: (path, Revision(of: bytes)))
  }

  /// Where a new document goes.
  func newPlace(of tree: JSON) throws(StoreError) -> Place {
    guard tree.object != nil else { throw .invalidDocument(id: nil, .notAnObject) }
    let id = tree["id"]?.string
    guard let type = tree["type"]?.string else { throw .invalidDocument(id: id, .noType) }
    guard let id else { throw .invalidDocument(id: nil, .noID) }
    let schema = try schema(type)
    let site: DocumentID? =
      switch schema.placement(tree) {
      case .site(let site): site
      case .shared: nil
      }
    if let place = Place(id: id, site: site, schema: schema) { return place }
    let isSound = Place.isName(id[...]) && (site.map { Place.isName($0[...]) } ?? true)
    throw .invalidDocument(id: id, isSound ? .misplaced : .unusableID(id))
  }

  /// A document's bytes, read back as anyone will read them.
  func encode(
    _ tree: JSON, at place: Place
  ) throws(StoreError) -> (bytes: [UInt8], document: StoredDocument) {
    let bytes = (schemasByType[place.type]?.upgraded(tree) ?? tree).canonicalBytes
    switch parse(bytes, at: place) {
    case .failure(let problem): throw .invalidDocument(id: place.id, problem)
    case .success(let document):
      if document.isNewer {
        throw .newerDocument(
          place.id, found: tree["schema"]?.int ?? 0,
          known: schemasByType[place.type]?.version ?? 0)
      }
      return (bytes, document)
    }
  }

  func conflict(
    _ id: DocumentID, expected: Revision, found: Revision?
  ) throws(StoreError) -> Conflict {
    // The change may be younger than what was last seen of the journal.
    state.withLock { $0.lastChanges?.generation = -1 }
    let last = try lastChange(of: id)
    return Conflict(id: id, expected: expected, found: found, by: last?.by, at: last?.at)
  }
}
