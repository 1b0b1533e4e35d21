import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Adds a document made of given fields, a given document, or both, the fields last.
  public func add(
    _ type: DocumentType, assignments: [Assignment] = [], document: JSON? = nil
  ) throws(CollaborationError) -> Outcome {
    try add(begun(type, assignments: assignments, document: document), type)
  }

  /// Adds a document whose tree is complete but for what huddle fills in itself; checks it anew
  /// where someone else added one of its type meanwhile, which may have taken its name.
  func add(_ given: JSON, _ type: DocumentType) throws(CollaborationError) -> Outcome {
    while true {
      do throws(CollaborationError) {
        return try carryOut(prepareAdding(given, type))
      } catch {
        guard case .store(.overtaken) = error else { throw error }
        _ = try attempt { () throws(StoreError) in try store.refresh() }
      }
    }
  }

  /// Changes some fields of a document.
  ///
  /// What is set stands, also where two versions were kept of it.
  ///
  /// - Parameter expecting: the revision the person has seen; another one by now is a conflict, and
  ///   nothing is merged.
  public func set(
    _ id: DocumentID, assignments: [Assignment] = [], document: JSON? = nil,
    expecting: Revision? = nil
  ) throws(CollaborationError) -> Outcome {
    let base = try self.document(id)
    if let expecting, expecting != base.revision { throw conflict(base, expected: expecting) }
    let type = try knownType(base)
    var tree = base.tree
    if let document { tree = try merging(document, into: tree, type, isNew: false) }
    for assignment in assignments {
      tree = try assigning([Self.placed(assignment, in: tree, type)], to: tree, type)
    }
    let chosen = assignments.map { JSONPath($0.path) } + Self.paths(in: document)
    return try save(tree, over: base, choosing: chosen, mergesWithOthers: expecting == nil)
  }

  /// Saves a document that someone edited, merged with what others changed meanwhile.
  ///
  /// - Parameters:
  ///   - base: the document as the person saw it.
  ///   - note: what was done, where the fields alone would not say it.
  ///   - chosen: places that were set on purpose, so that no other version is kept of them.
  ///   - mergesWithOthers: else a change by anybody since is a conflict.
  public func save(
    _ edited: JSON, over base: StoredDocument, note: String? = nil,
    choosing chosen: [JSONPath] = [],
    mergesWithOthers: Bool = true
  ) throws(CollaborationError) -> Outcome {
    let preparation = try prepareSaving(
      edited, over: base, note: note, choosing: chosen, mergesWithOthers: mergesWithOthers)
    return try carryOut(preparation)
  }

  /// A given document as it is before huddle fills in the rest.
  func asNew(
    _ type: DocumentType, _ given: JSON, id: DocumentID
  ) throws(CollaborationError) -> JSON {
    try merging(given, into: newDocument(type, id: id), type, isNew: true)
  }

  /// Moves a document to the trash.
  public func remove(_ id: DocumentID) throws(CollaborationError) -> Outcome {
    try carryOut(prepareRemoving(id))
  }

  /// Merges given fields into a document; null takes a field away (RFC 7386).
  func merging(
    _ given: JSON, into tree: JSON, _ type: DocumentType, isNew: Bool
  ) throws(CollaborationError) -> JSON {
    guard var object = given.object else { throw .documentIsNoObject }
    if let found = object["type"]?.string, found != type.rawValue {
      throw .otherType(found: found, expected: type)
    }
    if let found = object["id"]?.string, let expected = tree["id"]?.string, found != expected {
      if isNew, type == .series || ULID(found) != nil {
        object["id"] = .string(found.lowercased())
      } else {
        throw .otherID(found: found, expected: expected)
      }
    }
    for name in ["revision", "updated", "created", "schema"] { object[name] = nil }
    return Self.merge(.object(object), into: tree)
  }

  private static func merge(_ patch: JSON, into tree: JSON) -> JSON {
    guard let fields = patch.object?.fields else { return patch }
    var result = tree.object == nil ? JSON.object(JSONObject()) : tree
    for field in fields {
      result[field.key] =
        field.value.isNull ? nil : merge(field.value, into: result[field.key] ?? .null)
    }
    return result
  }
}
