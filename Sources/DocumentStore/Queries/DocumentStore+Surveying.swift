import JSONTree

/// Looking through all documents of a type once, without keeping them.
extension DocumentStore {
  /// How many documents are looked at in one go.
  private static let surveyedAtOnce = 500

  /// Some documents of one folder.
  private enum Stretch: Sendable {
    /// As a snapshot has them, whose word is taken for the folder.
    case kept(Snapshot, Range<Int>, site: DocumentID?)
    /// Of which each file is asked for.
    case unsure([DocumentID], site: DocumentID?, folder: String)

    var count: Int {
      switch self {
      case .kept(_, let numbers, _): numbers.count
      case .unsure(let ids, _, _): ids.count
      }
    }
  }

  /// What `body` makes of every document of a type, in no order; damaged ones are in `damaged`
  /// instead.
  ///
  /// For whoever makes an index of hundreds of thousands of documents, each of which is needed once:
  /// none stays in memory. As new as the last refresh; a file that was written into by hand is
  /// found later, as by everything that a snapshot finds.
  ///
  /// - Parameters:
  ///   - fields: the fields of a document that are needed, beside `id`, `type` and `schema`; nil for
  ///     all. The trees have at least these, and where a document lies may be left out.
  ///   - body: called on several threads at once; what it makes nil of is left out.
  /// - Complexity: O(documents of the type), without a look at the files that a snapshot has.
  public func survey<Value: Sendable>(
    ofType type: String, fields: [String]? = nil,
    _ body: @escaping @Sendable (StoredDocument) -> Value?
  ) throws(StoreError) -> [Value] {
    let schema = try schema(type)
    try list(schema)
    // Where there is no snapshot yet it is made now: it takes as long as reading everything here,
    // and spares that the next time.
    if state.withLock({ $0.snapshots.isEmpty }) { try prepare(schema) }
    let names = fields.map { JSON.FieldNames(ofDocument: $0) }
    let stretches = try stretches(of: schema)
    // A few are read sooner than a thread is begun for them.
    let isShort = stretches.reduce(0) { $0 + $1.count } <= Self.surveyedAtOnce
    let parts = inParallel(stretches, threads: isShort ? 1 : Self.threads) { stretch in
      Result { () throws(StoreError) in
        switch stretch {
        case .kept(let snapshot, let numbers, let site):
          try self.survey(numbers, of: snapshot, site, schema, names, body)
        case .unsure(let ids, let site, let folder):
          try self.survey(ids, in: folder, site, schema, names, body)
        }
      }
    }
    var values: [Value] = []
    for part in parts { values += try part.get() }
    return values
  }

  private func stretches(of schema: Schema) throws(StoreError) -> [Stretch] {
    var stretches: [Stretch] = []
    let listings = state.withLock { $0.listings.filter { $0.value.type == schema.type } }
    for (path, listing) in listings.sorted(by: { $0.key < $1.key }) {
      if let kept = listing.kept, let index = kept.snapshot.folderIndex(path),
        kept.snapshot.hasSoundIDs(index)
      {
        stretches += Self.cut(kept.folder.numbers).map {
          .kept(kept.snapshot, $0, site: listing.site)
        }
      } else {
        let ids = try ids(of: listing, schema)
        stretches += Self.cut(ids.indices).map {
          .unsure(Array(ids[$0]), site: listing.site, folder: path)
        }
      }
    }
    return stretches
  }

  private static func cut(_ range: Range<Int>) -> [Range<Int>] {
    stride(from: range.lowerBound, to: range.upperBound, by: surveyedAtOnce).map {
      $0..<min($0 + surveyedAtOnce, range.upperBound)
    }
  }

  private func survey<Value>(
    _ numbers: Range<Int>, of snapshot: Snapshot, _ site: DocumentID?, _ schema: Schema,
    _ names: JSON.FieldNames?, _ body: (StoredDocument) -> Value?
  ) throws(StoreError) -> [Value] {
    var values: [Value] = []
    for number in numbers {
      guard let entry = snapshot.entry(number) else { continue }
      let place = Place(id: entry.id, site: site, schema: schema)
      var document = kept(entry, of: snapshot, at: place, schema, names)
      if document == nil, let place {
        document = try surveyed(place)
      }
      if let value = document.flatMap(body) { values.append(value) }
    }
    return values
  }

  private func survey<Value>(
    _ ids: [DocumentID], in path: String, _ site: DocumentID?, _ schema: Schema,
    _ names: JSON.FieldNames?, _ body: (StoredDocument) -> Value?
  ) throws(StoreError) -> [Value] {
    guard let folder = try disk.openFolder(path) else { return [] }
    defer { disk.files.close(folder) }
    let (remembered, snapshots) = state.withLock { state in
      (ids.map { state.documents[$0] }, state.snapshots)
    }
    var values: [Value] = []
    for (id, known) in zip(ids, remembered) {
      guard let place = Place(id: id, site: site, schema: schema) else { continue }
      var document = known.flatMap { $0.isVerified ? $0.document : nil }
      if document == nil, let stamp = try stamp(place, in: folder) {
        if let known, known.isSettled, known.stamp == stamp { document = known.document }
        for snapshot in snapshots where document == nil {
          guard let entry = snapshot.number(of: id).flatMap(snapshot.entry), entry.stamp == stamp
          else { continue }
          document = kept(entry, of: snapshot, at: place, schema, names)
        }
        if document == nil { document = try surveyed(place, in: folder) }
      }
      if let value = document.flatMap(body) { values.append(value) }
    }
    return values
  }

  /// A document as a snapshot has it; nil where its bytes are not those that were kept.
  func kept(
    _ entry: Snapshot.Entry, of snapshot: Snapshot, at place: Place?, _ schema: Schema,
    _ names: JSON.FieldNames?
  ) -> StoredDocument? {
    let found = snapshot.withBytes(of: entry) { bytes -> StoredDocument? in
      let bytes = bytes.bindMemory(to: UInt8.self)
      if let names, let tree = try? JSON.parse(fields: names, of: bytes),
        tree["schema"]?.int == schema.version
      {
        return StoredDocument(
          id: entry.id, type: schema.type, tree: tree, revision: entry.revision, place: "")
      }
      guard let place else { return nil }
      return try? parse(bytes, entry.revision, at: place).get()
    }
    return found ?? nil
  }

  private func surveyed(_ place: Place) throws(StoreError) -> StoredDocument? {
    guard let folder = try disk.openFolder(place.folder) else { return nil }
    defer { disk.files.close(folder) }
    return try surveyed(place, in: folder)
  }

  /// A document from its file; only what is wrong with it is remembered.
  private func surveyed(_ place: Place, in folder: Descriptor) throws(StoreError) -> StoredDocument?
  {
    let finding = try read(place, in: folder)
    return state.withLock { state in
      switch finding {
      case .nothing:
        return nil
      case .damage(let damage):
        state.places[place.id] = place
        state.damage[place.path] = damage
        return nil
      case .document(let document, _):
        state.readFiles += 1
        state.damage[place.path] = nil
        return document
      }
    }
  }
}
