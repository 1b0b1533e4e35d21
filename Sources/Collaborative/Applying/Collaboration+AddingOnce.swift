import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Adds a document under an id that was chosen beforehand; once it is there, the same content
  /// again changes nothing, so that whoever got no answer may ask again.
  ///
  /// - Throws: `alreadyThere`, a conflict, where the id has other content or lies in
  ///   the trash.
  func addOnce(
    _ type: DocumentType, _ given: JSON, id: DocumentID
  ) throws(CollaborationError) -> Outcome {
    do throws(CollaborationError) {
      while true {
        do throws(CollaborationError) {
          return try carryOut(prepareAddingOnce(type, given, id: id))
        } catch {
          guard case .store(.overtaken) = error else { throw error }
          _ = try attempt { () throws(StoreError) in try store.refresh() }
        }
      }
    } catch {
      // Somebody, perhaps the same request once more, was quicker.
      guard case .store(.alreadyThere(let found, _)) = error,
        let outcome = try same(type, Self.given(given, id: id), found)
      else { throw error }
      return outcome
    }
  }

  /// What adding under an id comes to before anything is saved.
  func prepareAddingOnce(
    _ type: DocumentType, _ given: JSON, id: DocumentID
  ) throws(CollaborationError) -> Preparation {
    let given = Self.given(given, id: id)
    if let outcome = try same(type, given, id) { return .unchanged(outcome) }
    return try prepareAdding(begun(type, document: given), type)
  }

  private static func given(_ document: JSON, id: DocumentID) -> JSON {
    var document = document
    document["id"] = .string(id)
    return document
  }

  /// The document that is there already, if it is the one that was to be added; nil where none is.
  private func same(
    _ type: DocumentType, _ given: JSON, _ id: DocumentID
  ) throws(CollaborationError) -> Outcome? {
    let raw = try asNew(type, given, id: id)
    let full = completed(raw, type, old: nil)
    let id = type == .series ? Self.seriesID(full) : id
    let found: StoredDocument
    do throws(CollaborationError) {
      found = try document(id)
    } catch {
      guard case .store(.noSuchDocument) = error else { throw error }
      try attempt { () throws(StoreError) in try store.checkNotWithdrawn(id) }
      let trashed = try attempt { () throws(StoreError) in try store.isTrashed(id) }
      if trashed { throw .alreadyThere(id: id, title: nil) }
      return nil
    }
    guard found.type == type.rawValue, Self.isSame(found.tree, raw, full) else {
      throw .alreadyThere(id: id, title: title(of: found))
    }
    return Outcome(
      id: id, revision: found.revision, words: "\(phrase(found.tree, type)) is there already",
      hasChanged: false)
  }

  private static func seriesID(_ tree: JSON) -> DocumentID {
    let series = Series(tree)
    return Series.id(site: series.site, measure: series.measure, stratum: series.stratum)
  }

  /// Whether a document is what would be added. What huddle fills in itself, by the clock, need
  /// only hold what was given.
  private static func isSame(_ found: JSON, _ raw: JSON, _ full: JSON) -> Bool {
    let names = Set([found, raw, full].flatMap { $0.object?.keys ?? [] })
    return names.subtracting(["id", "type", "schema", "created"]).allSatisfy { name in
      raw[name] == full[name]
        ? found[name] == raw[name] : raw[name].map { holds(found[name], $0) } ?? true
    }
  }

  private static func holds(_ found: JSON?, _ given: JSON) -> Bool {
    switch (found, given) {
    case (.object(let object)?, .object(let fields)):
      fields.fields.allSatisfy { holds(object[$0.key], $0.value) }
    case (.array(let elements)?, .array(let wanted)):
      elements.count == wanted.count && zip(elements, wanted).allSatisfy { holds($0, $1) }
    default: found == given
    }
  }
}
