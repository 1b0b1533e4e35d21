import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// The frame of a new document, with the values its fields start with.
  func newDocument(_ type: DocumentType, id: DocumentID) -> JSON {
    var tree: JSON = [
      "id": .string(id), "type": .string(type.rawValue), "schema": JSON(type.table.schemaVersion),
      "created": [
        "at": .string(clock.now().description), "by": .string(principal.author),
      ],
    ]
    for field in type.table.fields {
      if let initial = field.initial { tree[field.path] = initial.json }
    }
    tree["tags"] = tree["tags"] ?? .array([])
    return tree
  }

  func require(_ standing: Standing, isNew: Bool) throws(CollaborationError) {
    renewPrincipal()
    if let denial = principal.reasonNotToWrite(standing, isNew: isNew) {
      throw denied(denial)
    }
  }

  /// Refuses beforehand what this person could not save.
  public func requireChangeable(_ document: StoredDocument) throws(CollaborationError) {
    try require(standing(of: document.tree, type: knownType(document)), isNew: false)
  }

  func knownType(_ document: StoredDocument) throws(CollaborationError) -> DocumentType {
    guard let type = DocumentType(rawValue: document.type) else {
      throw .store(.noSuchType(document.type))
    }
    return type
  }

  func commit(
    _ operations: [Operation], verb: String, note: String? = nil,
    merging: MergePolicy = .keepingConflicts, undoes: String? = nil
  ) throws(CollaborationError) -> Receipt {
    // However a change came about, whoever is no member any more makes none.
    try requireMember()
    if let rehearsal {
      rehearsal.note(operations)
      return Receipt(changes: [], merges: [], generation: store.generation)
    }
    let notes = [note, noteOnSharing(operations)].compactMap(\.self)
    let transaction = Transaction(
      operations, verb: verb, by: principal.author, at: clock.now(),
      note: notes.isEmpty ? nil : notes.joined(separator: "; "),
      settledTypes: Self.namedTypes(in: operations), merging: merging, undoes: undoes)
    do throws(StoreError) {
      return try store.commit(transaction)
    } catch {
      guard case .conflict(let conflict) = error else { throw .store(error) }
      throw .conflict(
        title: name(of: conflict.id), expected: conflict.expected, found: conflict.found,
        by: conflict.by.map(name), at: conflict.at)
    }
  }

  /// The types among new documents that are known by a name which only one of them may have.
  private static func namedTypes(in operations: [Operation]) -> Set<String> {
    var types: Set<String> = []
    for operation in operations {
      guard case .add(let tree) = operation, let type = tree["type"]?.string else { continue }
      if type == DocumentType.site.rawValue || type == DocumentType.member.rawValue {
        types.insert(type)
      }
    }
    return types
  }

  func conflict(_ document: StoredDocument, expected: Revision) -> CollaborationError {
    let change = (try? store.lastChange(of: document.id)) ?? nil
    return .conflict(
      title: title(of: document), expected: expected, found: document.revision,
      by: change.map { name(of: $0.by) }, at: change?.at)
  }

  func outcome(_ receipt: Receipt, _ tree: JSON, _ type: DocumentType, did: String) -> Outcome {
    let id = tree["id"]?.string ?? ""
    let revision =
      receipt.changes.first { $0.id == id }?.new ?? Revision(of: tree.canonicalBytes)
    let merge = receipt.merges.first { $0.document.id == id }
    let words = "\(did) \(phrase(merge?.document.tree ?? tree, type))"
    guard let merge else {
      return Outcome(id: id, revision: revision, words: words)
    }
    return Outcome(
      id: id, revision: merge.document.revision,
      words: words + MergeWording(merge, type, other: otherName(merge)).words,
      isMerged: true, needsChoice: !merge.conflicts.isEmpty)
  }

  /// Names a document in a sentence: `the PDSA cycle “Warm blanket”`.
  func phrase(_ tree: JSON, _ type: DocumentType) -> String {
    let document = StoredDocument(
      id: tree["id"]?.string ?? "", type: type.rawValue, tree: tree, revision: Revision(of: []),
      place: "")
    return "the \(type.label) “\(title(of: document))”"
  }
}
