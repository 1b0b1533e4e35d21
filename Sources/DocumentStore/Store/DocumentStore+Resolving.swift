import JSONTree

extension DocumentStore {
  /// The one id a prefix stands for.
  ///
  /// An id with a dot is thought of only when the prefix has one: then each part is a prefix of
  /// its part, so that `01ab.02c` finds the series of that measure at that site.
  /// - Throws: `noSuchDocument`, `ambiguous` with the ids it could be.
  public func resolve(
    prefix: String, type: String? = nil
  ) throws(StoreError) -> DocumentID {
    let wanted = prefix.lowercased()
    guard !wanted.isEmpty else { throw .noSuchDocument(prefix) }
    let candidates = try type.map { (type) throws(StoreError) in [try schema(type)] } ?? schemas
    // A whole id needs no listing.
    if let place = try locate(wanted), candidates.contains(where: { $0.type == place.type }) {
      return wanted
    }
    let parts = wanted.split(separator: ".", omittingEmptySubsequences: false)
    var found: Set<DocumentID> = []
    for schema in candidates where schema.isNamedBySite == (parts.count > 1) {
      try list(schema)
      let listings = state.withLock { state in
        state.listings.values.filter { $0.type == schema.type }
      }
      for listing in listings {
        for id in try ids(of: listing, schema) {
          // Sites and members may be named in capitals; what is typed may not.
          let lower = id.lowercased()
          if lower == wanted { return id }
          if Self.isPrefix(parts, of: lower) { found.insert(id) }
        }
      }
    }
    guard let first = found.first else { throw .noSuchDocument(prefix) }
    guard found.count == 1 else { throw .ambiguous(prefix: prefix, found.sorted()) }
    return first
  }

  private static func isPrefix(_ parts: [Substring], of id: String) -> Bool {
    if parts.count == 1 { return id.utf8.starts(with: parts[0].utf8) }
    let own = id.split(separator: ".", omittingEmptySubsequences: false)
    guard own.count >= parts.count else { return false }
    return zip(parts, own).allSatisfy { $1.utf8.starts(with: $0.utf8) }
  }
}
