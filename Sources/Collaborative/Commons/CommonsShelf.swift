import DocumentStore
import Improvement
import Insights
import Synchronization

/// The index of the commons of one person, kept in step with the documents.
///
/// A change is taken over by looking at the documents that changed; only at first, and after very
/// many changes, at all. What may be read never depends on other documents here: resources, needs
/// and offers belong to no project.
final class CommonsShelf: Sendable {
  struct State: Sendable {
    var index = CommonsIndex()
    var marks: [DocumentType: ChangeMark] = [:]
    var generation = -1
    /// The sites that tried each resource, with the ids of their try-outs.
    var tries: [DocumentID: [DocumentID: Set<DocumentID>]] = [:]
    var resourceOfTry: [DocumentID: (resource: DocumentID, site: DocumentID)] = [:]
    var perspectives: [DocumentID: Perspective] = [:]
  }

  let state = Mutex(State())
}

extension Collaboration {
  /// Does something with the index as it stands now.
  ///
  /// - Complexity: O(what changed since it was last asked); at first O(documents of the commons).
  func withCommons<Value: Sendable>(
    _ body: (borrowing CommonsIndex) -> Value
  ) throws(CollaborationError) -> Value {
    var problem: CollaborationError?
    let value = findings.shelf.state.withLock { state -> Value? in
      do throws(CollaborationError) {
        if state.generation != store.generation {
          let generation = store.generation
          try follow(&state)
          state.generation = generation
        }
        return body(state.index)
      } catch {
        problem = error
        return nil
      }
    }
    guard let value else { throw problem ?? .store(.noSuchType("resource")) }
    return value
  }

  private func follow(_ state: inout CommonsShelf.State) throws(CollaborationError) {
    try followPeople(&state)
    for type in [DocumentType.resource, .need, .offer] {
      let (mark, ids) = store.changes(ofType: type.rawValue, since: state.marks[type])
      if let ids {
        for id in ids.sorted() { put(try shelved(id), type, id, &state) }
        state.marks[type] = mark
        continue
      }
      let documents = try attempt { () throws(StoreError) in
        try store.documents(ofType: type.rawValue)
      }
      let there = Set(documents.map(\.id))
      for slot in state.index.slots {
        if let entry = slot?.entry, entry.row.target.type == type, !there.contains(entry.id) {
          state.index.remove(entry.id)
        }
      }
      for document in documents {
        put(mayRead(document) ? document : nil, type, document.id, &state)
      }
      state.marks[type] = mark
    }
    try followTries(&state)
  }

  /// A document as it stands, if it is there, whole and for this person to read.
  private func shelved(_ id: DocumentID) throws(CollaborationError) -> StoredDocument? {
    do {
      let document = try store.document(id)
      return mayRead(document) ? document : nil
    } catch .noSuchDocument, .damaged {
      return nil
    } catch {
      throw .store(error)
    }
  }

  private func put(
    _ document: StoredDocument?, _ type: DocumentType, _ id: DocumentID,
    _ state: inout CommonsShelf.State
  ) {
    var entry: CommonsEntry?
    if let tree = document?.tree {
      switch type {
      case .resource: entry = CommonsEntry(Resource(tree))
      case .need: entry = CommonsEntry(Need(tree))
      case .offer: entry = CommonsEntry(Offer(tree))
      default: break
      }
    }
    guard var entry else { return state.index.remove(id) }
    entry.row.triedAt = state.tries[id]?.count ?? 0
    entry.facets[.perspective] = views(of: entry.people, state)
    if state.index[id] != entry { state.index.insert(entry) }
  }

  /// Each view that the people have, once.
  private func views(of people: [DocumentID], _ state: CommonsShelf.State) -> [String] {
    var seen: Set<Perspective> = []
    return people.compactMap { state.perspectives[$0] }.filter { seen.insert($0).inserted }
      .map(\.rawValue)
  }

  /// Takes over whose view people have; what they made follows.
  private func followPeople(_ state: inout CommonsShelf.State) throws(CollaborationError) {
    let (mark, ids) = store.changes(
      ofType: DocumentType.member.rawValue, since: state.marks[.member])
    if ids?.isEmpty == true { return }
    var perspectives: [DocumentID: Perspective] = [:]
    for document in try documents(.member) {
      perspectives[document.id] = document.tree["perspective"]?.string.flatMap(
        Perspective.init(rawValue:))
    }
    let before = state.perspectives
    state.perspectives = perspectives
    state.marks[.member] = mark
    guard before != perspectives else { return }
    for slot in state.index.slots {
      guard var entry = slot?.entry else { continue }
      let views = views(of: entry.people, state)
      guard entry.facets[.perspective] != views else { continue }
      entry.facets[.perspective] = views
      state.index.insert(entry)
    }
  }

  /// Takes over which sites tried what. Where a try-out is may hang on its project's team, which is
  /// looked at when the try-out changes.
  private func followTries(_ state: inout CommonsShelf.State) throws(CollaborationError) {
    let type = DocumentType.adoption
    let (mark, ids) = store.changes(ofType: type.rawValue, since: state.marks[type])
    var touched: Set<DocumentID> = []
    func take(_ document: StoredDocument?, _ id: DocumentID) {
      if let old = state.resourceOfTry.removeValue(forKey: id) {
        state.tries[old.resource]?[old.site]?.remove(id)
        if state.tries[old.resource]?[old.site]?.isEmpty == true {
          state.tries[old.resource]?[old.site] = nil
        }
        touched.insert(old.resource)
      }
      guard let document else { return }
      let adoption = Adoption(document.tree)
      guard adoption.isTry else { return }
      state.resourceOfTry[id] = (adoption.resource, adoption.site)
      state.tries[adoption.resource, default: [:]][adoption.site, default: []].insert(id)
      touched.insert(adoption.resource)
    }
    if let ids {
      for id in ids { take(try shelved(id), id) }
    } else {
      let documents = try attempt { () throws(StoreError) in
        try store.documents(ofType: type.rawValue)
      }
      let there = Set(documents.map(\.id))
      for id in state.resourceOfTry.keys where !there.contains(id) { take(nil, id) }
      for document in documents { take(mayRead(document) ? document : nil, document.id) }
    }
    state.marks[type] = mark
    for id in touched { state.index.setTriedAt(state.tries[id]?.count ?? 0, of: id) }
  }
}
