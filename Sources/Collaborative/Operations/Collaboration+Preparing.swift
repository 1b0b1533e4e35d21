import DocumentStore
import Improvement
import JSONTree

/// What every change is held against before it is saved: soundness, rights and what is there.
extension Collaboration {
  /// A new document made of given fields, a given document, or both, the fields last.
  func begun(
    _ type: DocumentType, assignments: [Assignment] = [], document: JSON? = nil
  ) throws(CollaborationError) -> JSON {
    try requireMember()
    var tree = newDocument(type, id: ULID().text)
    if let document { tree = try merging(document, into: tree, type, isNew: true) }
    return try assigning(assignments, to: tree, type)
  }

  /// - Parameter given: complete but for what huddle fills in itself.
  func prepareAdding(
    _ given: JSON, _ type: DocumentType
  ) throws(CollaborationError) -> Preparation {
    var tree = completed(given, type, old: nil)
    if type == .series {
      let series = Series(tree)
      tree["id"] = .string(
        Series.id(site: series.site, measure: series.measure, stratum: series.stratum))
    }
    try requireSites(tree, type)
    try require(standing(of: tree, type: type), isNew: true)
    try check(tree, type)
    try requireReadableTarget(of: tree, type)
    return .change(
      PreparedChange(
        operation: .add(tree), tree: tree, type: type, verb: "add", did: "added",
        remark: missingFiles(tree, type, over: nil)))
  }

  /// Says of a site that is none that it is not there, rather than that it is somebody else's.
  private func requireSites(_ tree: JSON, _ type: DocumentType) throws(CollaborationError) {
    for field in type.table.fields {
      switch field.kind {
      case .reference(.site), .list(.reference(.site)):
        let value = tree[field.path]
        for id in value?.strings ?? [value?.string].compactMap(\.self)
        where !id.isEmpty && known(id) == nil {
          throw .brokenReference(field: field.path.description, id: id, .site)
        }
      default: break
      }
    }
  }

  func prepareSaving(
    _ edited: JSON, over base: StoredDocument, note: String? = nil,
    choosing chosen: [JSONPath] = [], mergesWithOthers: Bool = true
  ) throws(CollaborationError) -> Preparation {
    let type = try knownType(base)
    var tree = edited
    for name in ["id", "type", "schema", "created"] { tree[name] = base.tree[name] }
    for name in ["revision", "updated"] { tree[name] = base.tree[name] }
    // What this person may not see cannot have been taken away by them.
    let seen = visible(base)
    for field in base.tree.object?.fields ?? [] where seen[field.key] == nil {
      if tree[field.key] == nil { tree[field.key] = field.value }
    }
    tree = completed(tree, type, old: base.tree)
    tree = Self.choosing(chosen, in: tree, over: base.tree, type)
    try require(standing(of: base.tree, type: type), isNew: false)
    try require(standing(of: tree, type: type), isNew: false)
    try requireUnguarded(tree, base.tree, type)
    if tree == base.tree {
      return .unchanged(
        Outcome(
          id: base.id, revision: base.revision,
          words: "nothing to change in \(phrase(tree, type))", hasChanged: false))
    }
    try check(tree, type, over: base.tree)
    let operation: Operation =
      mergesWithOthers
      ? .edit(tree, from: base) : .replace(base.id, with: tree, expecting: base.revision)
    return .change(
      PreparedChange(
        operation: operation, tree: tree, type: type, verb: "set", note: note,
        did: Self.saved(tree, over: base.tree, type),
        remark: missingFiles(tree, type, over: base.tree)))
  }

  /// What a save comes to, naming the version that a shared resource has from now on.
  private static func saved(_ tree: JSON, over old: JSON, _ type: DocumentType) -> String {
    guard type == .resource, Resource(tree).version > Resource(old).version else { return "saved" }
    return "saved version \(Resource(tree).version) of"
  }

  func prepareRemoving(_ id: DocumentID) throws(CollaborationError) -> Preparation {
    let base = try document(id)
    let type = try knownType(base)
    try require(standing(of: base.tree, type: type), isNew: false)
    return .change(
      PreparedChange(
        operation: .trash(id, expecting: base.revision), tree: base.tree, type: type,
        verb: "remove", did: "moved"))
  }

  /// Nobody writes a note about what they can't read.
  private func requireReadableTarget(
    of tree: JSON, _ type: DocumentType
  ) throws(CollaborationError) {
    guard type == .note, let id = tree["target"]?["id"]?.string, prepared[id] == nil else { return }
    _ = try document(id)
  }

  /// Nobody but a steward changes what decides upon rights.
  func requireUnguarded(
    _ tree: JSON, _ old: JSON, _ type: DocumentType
  ) throws(CollaborationError) {
    guard type == .member, principal.role != .steward else { return }
    for name in Rights.guardedMemberFields where tree[name] != old[name] {
      throw denied(.guardedField(name))
    }
  }

  func carryOut(_ preparation: Preparation) throws(CollaborationError) -> Outcome {
    switch preparation {
    case .unchanged(let outcome): outcome
    case .change(let change): try carryOut([change])[0]
    }
  }

  /// Saves one change or more, all or nothing.
  ///
  /// - Parameter note: what was done, where the documents alone would not say it.
  /// - Returns: as many outcomes, in the same order.
  func carryOut(
    _ changes: [PreparedChange], note: String? = nil
  ) throws(CollaborationError) -> [Outcome] {
    let verbs = Set(changes.map(\.verb))
    let types = Set(changes.map(\.type.rawValue))
    let verb = verbs.count == 1 ? verbs.first ?? "" : "apply"
    let object = types.count == 1 ? types.first ?? "" : "documents"
    let receipt = try commit(
      changes.map(\.operation), verb: "\(verb):\(object)",
      note: note ?? (changes.count == 1 ? changes[0].note : nil),
      merging: mergePolicy(keepsConflicts: changes.count > 1 || changes[0].keepsConflicts))
    return changes.map { change in
      guard case .trash(let id, let revision) = change.operation else {
        let outcome = outcome(receipt, change.tree, change.type, did: change.did)
        return change.remark.map { outcome.saying("\(outcome.words); \($0)") } ?? outcome
      }
      return Outcome(
        id: id, revision: revision ?? Revision(of: change.tree.canonicalBytes),
        words: "\(change.did) \(phrase(change.tree, change.type)) to the trash", isGone: true)
    }
  }
}
