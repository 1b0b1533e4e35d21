import DocumentStore
import Improvement
import Insights
import JSONTree
import Synchronization

/// The index of the commons of one person, kept in step with the documents.
///
/// A change is taken over by looking at the documents that changed; only at first, and after very
/// many changes, at all. What may be read never depends on other documents here: resources, needs
/// and offers belong to no project.
final class CommonsShelf: Sendable {
  struct State: Sendable {
    var index = CommonsIndex(hasWords: false)
    var marks: [DocumentType: ChangeMark] = [:]
    /// The store's generation whose resources, needs and offers are in the index.
    var generation = -1
    /// The one whose try-outs are counted.
    var triesGeneration = -1
    var tries = Tries()
    var perspectives: [DocumentID: Perspective] = [:]
  }

  let state = Mutex(State())
}

/// What of the index somebody needs beside the entries; each costs time of its own at first.
struct CommonsNeeds: OptionSet {
  var rawValue: Int
  /// At how many sites each was tried.
  static let tries = CommonsNeeds(rawValue: 1)
  /// The words that are searched.
  static let words = CommonsNeeds(rawValue: 2)
}

extension Collaboration {
  /// Of how many changed documents each is looked at by itself; of more, all are.
  static let mostFollowed = 500

  /// Does something with the index as it stands now.
  ///
  /// - Complexity: O(what changed since it was last asked); at first O(documents of the commons),
  ///   with as much of each as is needed.
  func withCommons<Value: Sendable>(
    _ needs: CommonsNeeds, _ body: (borrowing CommonsIndex) -> Value
  ) throws(CollaborationError) -> Value {
    var problem: CollaborationError?
    let value = findings.shelf.state.withLock { state -> Value? in
      do throws(CollaborationError) {
        let generation = store.generation
        if state.generation != generation {
          try followPeople(&state)
          for type in [DocumentType.resource, .need, .offer] { try follow(type, &state) }
          state.generation = generation
        }
        if needs.contains(.tries), state.triesGeneration != generation {
          try followTries(&state)
          state.triesGeneration = generation
        }
        if needs.contains(.words) { state.index.readWords() }
        return body(state.index)
      } catch {
        problem = error
        return nil
      }
    }
    guard let value else { throw problem ?? .store(.noSuchType("resource")) }
    return value
  }

  /// Reads what a search of the commons will need, where somebody looks at them and has not searched
  /// yet: so the first letter that they type finds as quickly as the next.
  public func prepareSearch() {
    findings.shelf.state.withLock { state in
      if state.triesGeneration >= 0 { state.index.readWords() }
    }
  }

  private func follow(
    _ type: DocumentType, _ state: inout CommonsShelf.State
  ) throws(CollaborationError) {
    let (mark, ids) = try changes(type, since: state.marks[type])
    if let ids, ids.count <= Self.mostFollowed {
      for id in ids.sorted() {
        let found = try shelved(id).flatMap { entry($0, type, state.perspectives) }
        put(found, id, &state)
      }
      state.marks[type] = mark
      return
    }
    let (perspectives, principal) = (state.perspectives, principal)
    let read: @Sendable (StoredDocument) -> CommonsEntry? = { document in
      guard mayRead(document, as: principal, remembers: true) else { return nil }
      return entry(document, type, perspectives)
    }
    let entries = try attempt { () throws(StoreError) in
      try store.survey(ofType: type.rawValue, read)
    }
    let there = Set(entries.map(\.id))
    for slot in state.index.slots {
      if let entry = slot?.entry, entry.row.target.type == type, !there.contains(entry.id) {
        state.index.remove(entry.id)
      }
    }
    for entry in entries { put(entry, entry.id, &state) }
    state.marks[type] = mark
  }

  func changes(
    _ type: DocumentType, since mark: ChangeMark?
  ) throws(CollaborationError) -> (mark: ChangeMark, ids: Set<DocumentID>?) {
    try attempt { () throws(StoreError) in try store.changes(ofType: type.rawValue, since: mark) }
  }

  /// A document as it stands, if it is there, whole and for this person to read.
  func shelved(_ id: DocumentID) throws(CollaborationError) -> StoredDocument? {
    do {
      let document = try store.document(id)
      return mayRead(document) ? document : nil
    } catch .noSuchDocument, .damaged {
      return nil
    } catch {
      throw .store(error)
    }
  }

  /// A document as it is found; nil for what is not to be found any more.
  private func entry(
    _ document: StoredDocument, _ type: DocumentType, _ perspectives: [DocumentID: Perspective]
  ) -> CommonsEntry? {
    let made: CommonsEntry? =
      switch type {
      case .resource: CommonsEntry(Resource(document.tree))
      case .need: CommonsEntry(Need(document.tree))
      case .offer: CommonsEntry(Offer(document.tree))
      default: nil
      }
    guard var entry = made else { return nil }
    entry.facets[.perspective] = views(of: entry.people, perspectives)
    return entry
  }

  private func put(
    _ entry: CommonsEntry?, _ id: DocumentID, _ state: inout CommonsShelf.State
  ) {
    guard var entry else { return state.index.remove(id) }
    entry.row.triedAt = state.tries.siteCount(of: id)
    if state.index[id] != entry { state.index.insert(entry) }
  }

  /// Each view that the people have, once.
  private func views(
    of people: [DocumentID], _ perspectives: [DocumentID: Perspective]
  ) -> [String] {
    var seen: Set<Perspective> = []
    return people.compactMap { perspectives[$0] }.filter { seen.insert($0).inserted }
      .map(\.rawValue)
  }

  /// Takes over whose view people have; what they made follows.
  private func followPeople(_ state: inout CommonsShelf.State) throws(CollaborationError) {
    let (mark, ids) = try changes(.member, since: state.marks[.member])
    if ids?.isEmpty == true { return }
    let found = try survey(.member, fields: ["perspective"]) { tree in
      let member = tree["id"]?.string ?? ""
      return tree["perspective"]?.string.flatMap(Perspective.init).map { (member, $0) }
    }
    let perspectives = Dictionary(found) { first, _ in first }
    let before = state.perspectives
    state.perspectives = perspectives
    state.marks[.member] = mark
    guard before != perspectives else { return }
    for slot in state.index.slots {
      guard var entry = slot?.entry else { continue }
      let views = views(of: entry.people, perspectives)
      guard entry.facets[.perspective] != views else { continue }
      entry.facets[.perspective] = views
      state.index.insert(entry)
    }
  }

  /// Takes over which sites tried what. Where a try-out is may hang on its project's team, which is
  /// looked at when the try-out changes.
  private func followTries(_ state: inout CommonsShelf.State) throws(CollaborationError) {
    let type = DocumentType.adoption
    let (mark, ids) = try changes(type, since: state.marks[type])
    if let ids, ids.count <= Self.mostFollowed {
      var touched: Set<DocumentID> = []
      for id in ids {
        touched.formUnion(state.tries.set(id, to: try shelved(id).flatMap { Self.tried($0.tree) }))
      }
      for id in touched { state.index.setTriedAt(state.tries.siteCount(of: id), of: id) }
      state.marks[type] = mark
      return
    }
    let found = try survey(.adoption, fields: ["resource", "stage", "history"]) { tree in
      Self.tried(tree).map { (id: tree["id"]?.string ?? "", tried: $0) }
    }
    state.tries = Tries(capacity: found.count)
    state.tries.fill(found)
    state.marks[type] = mark
    for slot in state.index.slots {
      guard let entry = slot?.entry else { continue }
      state.index.setTriedAt(state.tries.siteCount(of: entry.id), of: entry.id)
    }
  }

  /// What was tried where; nil for a site that only thinks about it.
  private static func tried(_ tree: JSON) -> Tries.Place? {
    let adoption = Adoption(tree)
    return adoption.isTry ? Tries.Place(resource: adoption.resource, site: adoption.site) : nil
  }
}
