import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Refuses a document that would not be sound: on its own, in what it refers to, or because a
  /// name is taken.
  ///
  /// Nor one that would show more people what may tell who somebody is.
  func check(_ tree: JSON, _ type: DocumentType, over old: JSON? = nil) throws(CollaborationError) {
    try checkSound(tree, type, over: old)
    try checkSharing(tree, type, over: old)
  }

  func checkSound(
    _ tree: JSON, _ type: DocumentType, over old: JSON? = nil
  ) throws(CollaborationError) {
    let findings = Validation.findings(in: tree, type: type)
    if !findings.isEmpty { throw .invalid(type, findings) }
    try checkReferences(tree, old, type.table.fields)
    try checkNoCircle(tree, old, type)
    if type == .cycle { try checkScores(tree, over: old) }
    if type == .need { try checkAhead("neededBy", "Needed by", tree, old, type) }
    if type == .offer { try checkAhead("available.to", "Available until", tree, old, type) }
    if type == .site { try checkUnique("code", tree, old, type) }
    if type == .member { try checkUnique("login", tree, old, type) }
  }

  /// A day by which something is asked for or given lies ahead when it is written down; later it may
  /// pass.
  private func checkAhead(
    _ path: JSONPath, _ label: String, _ tree: JSON, _ old: JSON?, _ type: DocumentType
  ) throws(CollaborationError) {
    guard tree["state"]?.string == MatchState.open.rawValue, tree[path] != old?[path],
      let day = tree[path]?.string.flatMap({ CalendarDate($0) }), day < clock.today
    else { return }
    throw .invalid(type, [Finding(path: path, label: label, problem: .isPast(day))])
  }

  /// What an older version already referred to may be gone by now; what is new must be there.
  ///
  /// - Complexity: O(size of both versions), besides looking up what is new.
  private func checkReferences(
    _ tree: JSON, _ old: JSON?, _ fields: [Field]
  ) throws(CollaborationError) {
    let before = Set((old.map { Reference.all(in: $0, fields) } ?? []).map(\.key))
    for reference in Reference.all(in: tree, fields) where !before.contains(reference.key) {
      let found = known(reference.key.id)?["type"]?.string
      guard let found, reference.type == nil || found == reference.type?.rawValue else {
        throw .brokenReference(field: reference.place, id: reference.key.id, reference.type)
      }
    }
  }

  /// A document as it is, or will be once the step is done that it is changed in.
  func known(_ id: DocumentID) -> JSON? {
    prepared[id] ?? (try? store.document(id))?.tree
  }

  /// What lies within, follows or answers another of its kind may not come back to itself.
  private func checkNoCircle(
    _ tree: JSON, _ old: JSON?, _ type: DocumentType
  ) throws(CollaborationError) {
    guard let own = tree["id"]?.string else { return }
    for field in type.table.fields
    where Lineage.isLink(field, to: type) && tree[field.path] != old?[field.path] {
      let circle = Lineage.circle(from: own) { id in
        let node = id == own ? tree : known(id)
        return node.map { Lineage.links(field, to: type, in: $0) } ?? []
      }
      if circle != nil { throw .circularReference(field: field) }
    }
  }

  /// What of a document leads back to it by way of others, in words: what two people, or two hosts,
  /// brought about together that neither could alone.
  func circles(_ document: StoredDocument) -> [String] {
    guard let type = DocumentType(rawValue: document.type) else { return [] }
    return type.table.fields.compactMap { field in
      guard Lineage.isLink(field, to: type), document.tree[field.path] != nil else { return nil }
      let way = Lineage.circle(from: document.id) { id in
        let node = id == document.id ? document.tree : (try? store.document(id))?.tree
        return node.map { Lineage.links(field, to: type, in: $0) } ?? []
      }
      // What is itself its own parent is found in the document alone.
      guard let way, way.count > 2 else { return nil }
      return "\(field.label) (\(field.path)) leads back to itself by way of "
        + "\(way.dropFirst().dropLast().joined(separator: ", ")); take one of these links away"
    }
  }

  private func checkUnique(
    _ name: String, _ tree: JSON, _ old: JSON?, _ type: DocumentType
  ) throws(CollaborationError) {
    guard let value = tree[name]?.string, !value.isEmpty, value != old?[name]?.string else {
      return
    }
    let key = value.lowercased()
    let all = try attempt { () throws(StoreError) in try store.documents(ofType: type.rawValue) }
    let others = all.map { prepared[$0.id] ?? $0.tree } + prepared.values
    guard
      let other = others.first(where: {
        $0["type"]?.string == type.rawValue && $0[name]?.string?.lowercased() == key
          && $0["id"] != tree["id"]
      })
    else { return }
    throw .taken(
      field: try field(name, of: type), value: value,
      by: other[type.table.titlePath]?.string ?? value)
  }
}
