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

  /// The documents of a type that mention both of two ids, in the order of ids.
  ///
  /// - Complexity: as for one id, but only what mentions both is read.
  public func documents(
    ofType type: String, mentioning first: DocumentID, and second: DocumentID
  ) throws(StoreError) -> [StoredDocument] {
    try documents(ofType: type) { snapshot in
      guard var numbers = snapshot.numbers(bearing: [first]),
        let others = snapshot.numbers(bearing: [second])
      else { return nil }
      numbers.formIntersection(others)
      return numbers
    } unkept: { mentions in
      let others = Set(mentions.documents(bearing: [second]).map(\.id))
      return mentions.documents(bearing: [first]).filter { others.contains($0.id) }
    }
  }

  /// Whether any document of a type mentions an id.
  ///
  /// - Complexity: as for finding them, but none that a snapshot has is read.
  public func hasDocument(
    ofType type: String, mentioning id: DocumentID
  ) throws(StoreError) -> Bool {
    let schema = try schema(type)
    try prepare(schema)
    // Asked in this order, one that is being taken over by a snapshot is found on one side or both.
    if try !mentions(schema).documents(bearing: [id]).isEmpty { return true }
    for snapshot in state.withLock({ $0.snapshots }) {
      guard
        let kept = snapshot.numbers(bearing: [id])
          .flatMap({ keptNumbers($0, of: schema, in: snapshot) })
      else { return try !documents(ofType: type, mentioning: [id]).isEmpty }
      if !kept.isEmpty { return true }
    }
    return false
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
    if names.isEmpty { return [] }
    return try documents(ofType: type) {
      $0.numbers(bearing: names)
    } unkept: {
      $0.documents(bearing: names)
    }
  }

  /// What `body` makes of each document of a type that mentions one of these ids, in the order of ids,
  /// without keeping them in memory.
  ///
  /// As new as the last refresh; a file that was written into by hand is found later.
  /// - Parameters:
  ///   - fields: the fields that are needed, beside `id`, `type` and `schema`; nil for all. The trees have
  ///     at least these, and where a document lies may be left out.
  ///   - body: what it makes nil of is left out.
  /// - Complexity: as of `documents(ofType:mentioning:)`, without a look at the disk for what a snapshot
  ///   has.
  public func survey<Value>(
    ofType type: String, mentioning ids: some Sequence<DocumentID>, fields: [String]? = nil,
    _ body: (StoredDocument) -> Value?
  ) throws(StoreError) -> [Value] {
    let (wanted, names) = (Set(ids), fields.map { JSON.FieldNames(ofDocument: $0) })
    if wanted.isEmpty { return [] }
    return try documents(ofType: type) {
      $0.numbers(bearing: wanted)
    } unkept: {
      $0.documents(bearing: wanted)
    } read: { (number, snapshot) throws(StoreError) in
      try glance(at: number, in: snapshot, names)
    } body: {
      body($0)
    }
  }

  private func documents(
    ofType type: String, kept: (Snapshot) -> NumberSet?, unkept: (Mentions) -> [StoredDocument]
  ) throws(StoreError) -> [StoredDocument] {
    try documents(ofType: type, kept: kept, unkept: unkept) {
      (number, snapshot) throws(StoreError) in
      try document(number, in: snapshot)
    } body: {
      $0
    }
  }

  /// What the snapshots find of a type, with what is found among the documents that none has, in the
  /// order of ids.
  ///
  /// - Parameter read: reads a document that is not in memory.
  private func documents<Value>(
    ofType type: String, kept: (Snapshot) -> NumberSet?, unkept: (Mentions) -> [StoredDocument],
    read: (Int, Snapshot) throws(StoreError) -> StoredDocument?, body: (StoredDocument) -> Value?
  ) throws(StoreError) -> [Value] {
    let schema = try schema(type)
    try prepare(schema)
    func made(_ document: StoredDocument) -> Found<Value>? {
      body(document).map { Found(id: document.id, value: $0) }
    }
    // A snapshot that is kept meanwhile takes documents over. Asked in this order, one that is on its
    // way is found on both sides, and counted once.
    let others = unkept(try mentions(schema))
    guard let found = try documents(of: schema, found: kept, read: read, made) else {
      return unkept(try mentions(schema)).compactMap(body)
    }
    let ids = Set(others.map(\.id))
    return (found.filter { !ids.contains($0.id) } + others.compactMap(made))
      .sorted { $0.id < $1.id }.map(\.value)
  }

  /// How many files of a type there are, which are not looked into.
  public func count(ofType type: String) throws(StoreError) -> Int {
    try list(schema(type))
    return state.withLock { state in
      state.listings.values.reduce(0) { $0 + ($1.type == type ? $1.count : 0) }
    }
  }

  /// Gets ready for questions about a type.
  public func prepare(_ type: String) throws(StoreError) {
    let schema = try schema(type)
    try prepare(schema)
    _ = try mentions(schema)
  }

  /// The documents of a type that no snapshot has as they are, by the names they bear.
  private func mentions(_ schema: Schema) throws(StoreError) -> Mentions {
    let generation = state.withLock { $0.generation }
    if let known = state.withLock({ $0.mentions[schema.type] }) { return known }
    let made = Mentions(try unkeptDocuments(of: schema), schema)
    state.withLock { if $0.generation == generation { $0.mentions[schema.type] = made } }
    return made
  }

  /// What is made of what the snapshots find among a type's documents, as far as their folders are
  /// still as they have them; nil where nothing is kept any more, and everything is among the others.
  private func documents<Value>(
    of schema: Schema, found numbers: (Snapshot) -> NumberSet?,
    read: (Int, Snapshot) throws(StoreError) -> StoredDocument?, _ body: (StoredDocument) -> Value?
  ) throws(StoreError) -> [Value]? {
    var result: [Value] = []
    for snapshot in state.withLock({ $0.snapshots }) {
      guard let kept = numbers(snapshot).flatMap({ keptNumbers($0, of: schema, in: snapshot) })
      else {
        state.withLock { $0.distrustSnapshots() }
        try list(schema)
        return nil
      }
      let known = state.withLock { state in
        kept.map { number in
          snapshot.id(number).flatMap { state.documents[$0] }.flatMap {
            $0.isVerified ? $0.document : nil
          }
        }
      }
      for (number, document) in zip(kept, known) {
        let document = if let document { document } else { try read(number, snapshot) }
        if let value = document.flatMap(body) { result.append(value) }
      }
    }
    return result
  }

  /// Lists a type, and keeps a snapshot first where otherwise thousands of documents would have to be held in memory.
  func prepare(_ schema: Schema) throws(StoreError) {
    try list(schema)
    let isDue = state.withLock { state in
      let unkept = (state.changedFolders[schema.type] ?? []).reduce(0) {
        $0 + (state.listings[$1]?.count ?? 0)
      }
      return unkept > Self.mostInMemory && !state.hasFailedToKeep
    }
    guard isDue else { return }
    // Where none can be kept everything is read, which takes longer and is as right.
    try? keepSnapshot(waits: true)
    state.withLock { $0.hasFailedToKeep = $0.snapshots.isEmpty }
  }

  /// How many documents of a type are looked through one by one.
  private static let mostInMemory = 5_000

  /// Of the numbers of a type's documents those whose folders are as the snapshot has them; nil
  /// where the snapshot is not what it was.
  func keptNumbers(_ numbers: NumberSet, of schema: Schema, in snapshot: Snapshot) -> [Int]? {
    var folder: (range: Range<Int>, isKept: Bool) = (0..<0, false)
    var kept: [Int] = []
    let listings = state.withLock { $0.listings }
    for number in numbers.numbers(in: snapshot.numbers(ofType: schema.type)) {
      if !folder.range.contains(number) {
        guard let index = snapshot.folderIndex(ofNumber: number) else { return nil }
        let found = snapshot.folders[index]
        folder = (found.numbers, listings[found.path]?.kept?.snapshot === snapshot)
        if folder.isKept, !snapshot.hasSoundIDs(index) { return nil }
      }
      if folder.isKept { kept.append(number) }
    }
    return kept
  }

  /// The documents of the folders that no snapshot has as they are, in the order of ids.
  func unkeptDocuments(of schema: Schema) throws(StoreError) -> [StoredDocument] {
    try list(schema)
    var result: [StoredDocument] = []
    for path in state.withLock({ $0.changedFolders[schema.type] ?? [] }) {
      guard let listing = state.withLock({ $0.listings[path] }) else { continue }
      result += try documents(in: path, listing, schema)
    }
    return result.sorted { $0.id < $1.id }
  }

  /// A document that a snapshot has found, as its file has it now; nil where that is gone or damaged.
  func document(_ number: Int, in snapshot: Snapshot) throws(StoreError) -> StoredDocument? {
    guard let place = snapshot.place(number, schemasByType) else { return nil }
    if let entry = snapshot.entry(number), let document = try recall(entry, at: place, in: snapshot)
    {
      return document
    }
    guard case .document(let document, _) = try look(at: place) else { return nil }
    return document
  }
}

/// What was made of a document that was found.
private struct Found<Value> {
  var id: DocumentID
  var value: Value
}
