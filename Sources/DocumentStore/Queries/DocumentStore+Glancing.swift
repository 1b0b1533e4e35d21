import JSONTree

/// Looking at single documents once, without keeping them in memory.
///
/// What many sites say about one idea rests on thousands of documents of which a screen shows a few
/// words. Fifty people who look at it share the snapshot's pages; trees on each one's heap would be
/// fifty times as many.
extension DocumentStore {
  /// A document as it stands on the disk now, for whoever needs it once.
  ///
  /// One that is in memory anyway is taken from there; one that no snapshot has is remembered like
  /// every document that is read from a file.
  /// - Parameter fields: the fields that are needed, beside `id`, `type` and `schema`; nil for all. The
  ///   tree has at least these, and where the document lies may be left out.
  /// - Throws: `noSuchDocument`, `damaged` with the place and the reason.
  public func glance(
    at id: DocumentID, fields: JSON.FieldNames? = nil
  ) throws(StoreError) -> StoredDocument {
    let isInMemory = state.withLock { $0.documents[id] != nil }
    if !isInMemory, let (entry, place, snapshot) = try unchangedEntry(of: id),
      let schema = schemasByType[place.type],
      let document = kept(entry, of: snapshot, at: place, schema, fields)
    {
      return document
    }
    return try document(id)
  }

  /// Where a snapshot has a document whose file is still the one it was read from.
  ///
  /// - Complexity: O(log n), and one look at the disk.
  func unchangedEntry(
    of id: DocumentID
  ) throws(StoreError) -> (entry: Snapshot.Entry, place: Place, snapshot: Snapshot)? {
    let (known, snapshots) = state.withLock { ($0.places[id], $0.snapshots) }
    for snapshot in snapshots {
      guard let number = snapshot.number(of: id), let entry = snapshot.entry(number),
        let place = snapshot.place(number, schemasByType)
      else { continue }
      // One that is known to lie elsewhere, or in another file, is read from there.
      guard known == nil || known?.path == place.path else { return nil }
      return try disk.stamp(place.path) == entry.stamp ? (entry, place, snapshot) : nil
    }
    return nil
  }

  /// A document as a snapshot has it, not kept in memory; where the snapshot has it no longer, as its
  /// file has it.
  func glance(
    at number: Int, in snapshot: Snapshot, _ fields: JSON.FieldNames? = nil
  ) throws(StoreError) -> StoredDocument? {
    if let entry = snapshot.entry(number), let place = snapshot.place(number, schemasByType),
      let schema = schemasByType[place.type],
      let document = kept(entry, of: snapshot, at: place, schema, fields)
    {
      return document
    }
    return try document(number, in: snapshot)
  }
}

extension JSON.FieldNames {
  /// Some fields beside those that every document is told by.
  public init(ofDocument names: some Sequence<String>) {
    self.init(["id", "type", "schema"] + names)
  }
}
