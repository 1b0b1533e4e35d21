import JSONTree

extension DocumentStore {
  /// The documents of a type that a query lets through, those with its words in their searchable
  /// texts, in the order of ids.
  ///
  /// Only documents that may be let through and are not sure to be, and those in the window, are
  /// read: of tens of thousands with a frequent word that is a few.
  /// - Returns: the window's documents, and how many there are in all.
  func search(
    _ query: Query, _ words: [SearchText], _ schema: Schema
  ) throws(StoreError) -> (rows: [StoredDocument], total: Int) {
    try prepare(schema)
    let reach = max(0, query.offset) + max(0, query.limit)
    var found: [Hit] = []
    var total = 0
    for snapshot in state.withLock({ $0.snapshots }) {
      guard let hits = try hits(query, words, schema, in: snapshot) else {
        state.withLock { $0.distrustSnapshots() }
        return try search(query, words, schema)
      }
      total += hits.count
      found += snapshot.firstInOrder(hits, limit: reach).map { number in
        Hit(id: snapshot.id(number) ?? "", source: .kept(number, snapshot))
      }
    }
    let others = try unkeptDocuments(of: schema).filter { document in
      schema.has(words, document.tree) && query.filter.accepts(document)
    }
    total += others.count
    found += others.map { Hit(id: $0.id, source: .document($0)) }
    found.sort { $0.id < $1.id }
    var rows: [StoredDocument] = []
    for hit in found.prefix(reach).dropFirst(max(0, query.offset)) {
      switch hit.source {
      case .document(let document): rows.append(document)
      case .kept(let number, let snapshot):
        if let document = try document(number, in: snapshot) { rows.append(document) }
      }
    }
    return (rows, total)
  }

  /// The numbers of a snapshot's documents that a query lets through; nil where the snapshot is not
  /// what it was.
  private func hits(
    _ query: Query, _ words: [SearchText], _ schema: Schema, in snapshot: Snapshot
  ) throws(StoreError) -> [Int]? {
    guard var numbers = snapshot.numbers(with: words) else { return nil }
    if let possible = query.possible {
      guard let these = snapshot.numbers(bearing: Set(possible.map(\.text))) else { return nil }
      numbers.formIntersection(these)
    }
    guard let certain = snapshot.numbers(bearing: Set(query.certain.map(\.text))),
      let kept = keptNumbers(numbers, of: schema, in: snapshot)
    else { return nil }
    var hits: [Int] = []
    for number in kept {
      if certain.contains(number) {
        hits.append(number)
      } else if let document = try glance(at: number, in: snapshot), query.filter.accepts(document)
      {
        hits.append(number)
      }
    }
    return hits
  }
}

/// A document that was found, and where it can be had.
private struct Hit {
  enum Source {
    case document(StoredDocument)
    case kept(Int, Snapshot)
  }

  var id: DocumentID
  var source: Source
}

extension Schema {
  /// Whether all of the words are in the searchable texts of a document.
  func has(_ words: [SearchText], _ tree: JSON) -> Bool {
    let texts = searchable.flatMap { SearchText.texts(in: tree[$0]) }.map(SearchText.init)
    return words.allSatisfy { word in texts.contains { $0.contains(folded: word) } }
  }
}
