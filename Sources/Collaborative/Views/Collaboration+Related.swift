import DocumentStore
import Improvement

/// The few documents among all that have to do with something.
extension Collaboration {
  func projects(mentioning ids: some Sequence<DocumentID>) throws(CollaborationError) -> [Project] {
    try documents(.project, mentioning: ids).map { Project($0.tree) }
  }

  func cycles(mentioning ids: some Sequence<DocumentID>) throws(CollaborationError) -> [Cycle] {
    try documents(.cycle, mentioning: ids).map { Cycle($0.tree) }
  }

  func notes(mentioning ids: some Sequence<DocumentID>) throws(CollaborationError) -> [Note] {
    try documents(.note, mentioning: ids).map { Note($0.tree) }
  }

  /// The cycles of a project.
  public func cycles(in project: DocumentID) throws(CollaborationError) -> [Cycle] {
    try cycles(mentioning: [project]).filter { $0.project == project }
  }

  /// The projects at a site.
  func projects(at site: DocumentID) throws(CollaborationError) -> [Project] {
    try projects(mentioning: [site]).filter { $0.siteIds.contains(site) }
  }

  /// The projects that name no site: they are the network's own, and every site's.
  ///
  /// - Complexity: O(projects) the first time, with a look at one field of each; then O(1) until
  ///   something changes.
  func projectsOfNetwork() throws(CollaborationError) -> [Project] {
    try known(\.projectsOfNetwork) { () throws(CollaborationError) in
      let ids = try attempt { () throws(StoreError) in
        try store.survey(ofType: DocumentType.project.rawValue, fields: ["sites"]) { document in
          Project(document.tree).siteIds.isEmpty ? document.id : nil
        }
      }
      return ids.sorted().compactMap { (try? document($0)).map { Project($0.tree) } }
    }
  }

  /// A project, if it is there and may be read.
  func project(_ id: DocumentID?) -> Project? {
    // In this order it is read once: its name is then taken from memory.
    guard let id, !id.isEmpty, let found = try? document(id),
      case .known(.project, _) = naming(of: id)
    else { return nil }
    return Project(found.tree)
  }

  /// The notes about some documents, each followed by the answers to it.
  func notes(about ids: Set<DocumentID>) throws(CollaborationError) -> [Note] {
    let about = try notes(mentioning: ids).filter { $0.targetId.map(ids.contains) ?? false }
    return try withAnswers(about)
  }

  /// Notes, each followed by the answers to it; none comes twice.
  func withAnswers(_ notes: [Note]) throws(CollaborationError) -> [Note] {
    let answers = Dictionary(grouping: try self.notes(mentioning: notes.map(\.id))) {
      $0.replyTo ?? ""
    }
    var seen: Set<DocumentID> = []
    return notes.flatMap { [$0] + (answers[$0.id] ?? []) }.filter { seen.insert($0.id).inserted }
  }

  /// The projects that are this person's, by their sites or because they are in the team.
  public func ownProjects() throws(CollaborationError) -> [Project] {
    try known(\.ownProjects) { () throws(CollaborationError) in
      try projects(mentioning: principal.siteIDs + [principal.memberID].compactMap(\.self))
        .filter { principal.isIn($0, on: clock.today) }
    }
  }

  /// The cycles that someone has to do with.
  public func ownCycles() throws(CollaborationError) -> [Cycle] {
    try known(\.ownCycles) { () throws(CollaborationError) in
      let projects = try ownProjects()
      let ids = principal.siteIDs + [principal.memberID].compactMap(\.self) + projects.map(\.id)
      let own = Dictionary(projects.map { ($0.id, $0) }, uniquingKeysWith: { old, _ in old })
      return try cycles(mentioning: ids).filter { cycle in
        isMine(cycle, cycle.project.flatMap { own[$0] ?? project($0) })
      }
    }
  }
}
