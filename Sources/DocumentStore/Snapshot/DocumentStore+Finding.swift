import JSONTree

extension DocumentStore {
  /// The documents of a type that mention one of these ids anywhere in them, in the order of ids.
  ///
  /// As new as the last refresh.
  /// - Complexity: O(what is found) with a snapshot, and O(documents) for folders that it has not;
  ///   O(documents of the type) without one.
  public func documents(
    ofType type: String, mentioning ids: some Sequence<DocumentID>
  ) throws(StoreError) -> [StoredDocument] {
    try documents(ofType: type, bearing: Set(ids))
  }

  /// The documents of a type with this value where the type is looked up by it; case does not count.
  public func documents(
    ofType type: String, with value: String, at key: JSONPath
  ) throws(StoreError) -> [StoredDocument] {
    try documents(ofType: type, bearing: [DocumentTerms.key(key, value)])
  }

  /// The documents of a type in which a person has still to choose between two versions.
  public func documentsInConflict(ofType type: String) throws(StoreError) -> [StoredDocument] {
    try documents(ofType: type, bearing: [DocumentTerms.conflict])
      .filter { $0.tree[KeptConflict.path] != nil }
  }

  private func documents(
    ofType type: String, bearing names: Set<String>
  ) throws(StoreError) -> [StoredDocument] {
    guard !names.isEmpty else { return [] }
    let schema = try schema(type)
    let found = try documents(of: schema) { $0.numbers(bearing: names) }
    return (found + (try mentions(schema)).documents(bearing: names)).sorted { $0.id < $1.id }
  }

  /// The documents of a type that no snapshot has as they are, by the names they bear.
  private func mentions(_ schema: Schema) throws(StoreError) -> Mentions {
    let generation = state.withLock { $0.generation }
    if let known = state.withLock({ $0.mentions[schema.type] }) { return known }
    let made = Mentions(try unkeptDocuments(of: schema), schema)
    state.withLock { if $0.generation == generation { $0.mentions[schema.type] = made } }
    return made
  }

  /// The documents of a type in whose searchable texts all these words are.
  func documents(
    of schema: Schema, with words: [SearchText]
  ) throws(StoreError) -> [StoredDocument] {
    func hasWords(_ document: StoredDocument) -> Bool {
      let texts = schema.searchable.flatMap { SearchText.texts(in: document.tree[$0]) }
        .map(SearchText.init)
      return words.allSatisfy { word in texts.contains { $0.contains(folded: word) } }
    }
    // A zero ends a word in a snapshot.
    if words.contains(where: { $0.bytes.contains(0) }) {
      return try documents(ofType: schema.type).filter(hasWords)
    }
    return try
      (documents(of: schema) { $0.numbers(with: words) }
      + unkeptDocuments(of: schema).filter(hasWords)).sorted { $0.id < $1.id }
  }

  /// What the snapshots find among a type's documents, as far as their folders are still as they
  /// have them.
  private func documents(
    of schema: Schema, found numbers: (Snapshot) -> NumberSet?
  ) throws(StoreError) -> [StoredDocument] {
    try list(schema)
    var result: [StoredDocument] = []
    for snapshot in state.withLock({ $0.snapshots }) {
      guard let found = numbers(snapshot) else {
        // Nothing is kept any more, and everything is among the others.
        state.withLock { $0.distrustSnapshots() }
        try list(schema)
        return []
      }
      var folder: (index: Int, isKept: Bool) = (-1, false)
      for number in found.numbers(in: snapshot.numbers(ofType: schema.type)) {
        guard let index = snapshot.folderIndex(ofNumber: number) else { continue }
        if folder.index != index {
          let kept = state.withLock { $0.listings[snapshot.folders[index].path]?.kept }
          folder = (index, kept?.snapshot === snapshot)
        }
        guard folder.isKept, let place = snapshot.place(number, schemasByType) else { continue }
        if let document = try document(number, at: place, in: snapshot) { result.append(document) }
      }
    }
    return result
  }

  /// The documents of the folders that no snapshot has as they are, in the order of ids.
  private func unkeptDocuments(of schema: Schema) throws(StoreError) -> [StoredDocument] {
    try list(schema)
    var result: [StoredDocument] = []
    for path in state.withLock({ $0.changedFolders[schema.type] ?? [] }) {
      guard let listing = state.withLock({ $0.listings[path] }) else { continue }
      result += try documents(in: path, listing, schema)
    }
    return result.sorted { $0.id < $1.id }
  }

  /// A document that a snapshot has found, as its file has it now; nil where that is gone or damaged.
  private func document(
    _ number: Int, at place: Place, in snapshot: Snapshot
  ) throws(StoreError) -> StoredDocument? {
    if let known = state.withLock({ $0.documents[place.id] }), known.isVerified {
      return known.document
    }
    if let entry = snapshot.entry(number), let document = try recall(entry, at: place, in: snapshot)
    {
      return document
    }
    guard case .document(let document, _) = try look(at: place) else { return nil }
    return document
  }
}
