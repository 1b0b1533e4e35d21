import DocumentStore
import Improvement
import JSONTree
import Synchronization

/// When each resource was made and by whom, kept in step with the documents.
///
/// Today asks for the newest before anybody looks at the commons, whose index takes all of each
/// document.
final class ResourceAges: Sendable {
  struct Age: Sendable {
    /// The moment it was made, as the document says it.
    var created: String
    /// Authors, and whoever wrote it.
    var people: [DocumentID]
    /// The resource that it replaces.
    var supersedes: DocumentID?
  }

  struct State: Sendable {
    var mark: ChangeMark?
    var ages: [DocumentID: Age] = [:]
  }

  let state = Mutex(State())
}

extension ResourceAges.Age {
  /// What is looked at of a document.
  fileprivate static let fields = ["authors", "createdAt", "createdBy", "supersedes"]

  fileprivate init(_ tree: JSON) {
    let resource = Resource(tree)
    self.init(
      created: resource.createdAt ?? "", people: resource.people, supersedes: resource.supersedes)
  }
}

extension Resource {
  /// Its authors, and whoever wrote it.
  var people: [DocumentID] {
    guard let author = createdBy, !authors.contains(author) else { return authors }
    return authors + [author]
  }
}

extension Collaboration {
  /// Ids of resources that others shared, the newest first; what another one replaces is left out.
  ///
  /// - Complexity: O(n log n) for n resources; at first a few fields of each are read, then what
  ///   changed.
  func newestOfOthers(limit: Int) throws(CollaborationError) -> [DocumentID] {
    let me = principal.memberID
    let ages = try resourceAges()
    let replaced = Set(ages.values.compactMap(\.supersedes))
    var found: [(created: String, id: DocumentID)] = []
    for (id, age) in ages where !replaced.contains(id) && me.map(age.people.contains) != true {
      found.append((age.created, id))
    }
    return found.sorted { ($0.created, $0.id) > ($1.created, $1.id) }.prefix(limit).map(\.id)
  }

  private func resourceAges() throws(CollaborationError) -> [DocumentID: ResourceAges.Age] {
    var problem: CollaborationError?
    let ages = findings.resourceAges.state.withLock { state in
      do throws(CollaborationError) { try follow(&state) } catch { problem = error }
      return state.ages
    }
    if let problem { throw problem }
    return ages
  }

  private func follow(_ state: inout ResourceAges.State) throws(CollaborationError) {
    let (mark, ids) = try changes(.resource, since: state.mark)
    if let ids, ids.count <= Self.mostFollowed {
      for id in ids { state.ages[id] = try shelved(id).map { ResourceAges.Age($0.tree) } }
    } else {
      let found = try survey(.resource, fields: ResourceAges.Age.fields) { tree in
        (id: tree["id"]?.string ?? "", age: ResourceAges.Age(tree))
      }
      state.ages = Dictionary(found.map { ($0.id, $0.age) }) { first, _ in first }
    }
    state.mark = mark
  }
}
