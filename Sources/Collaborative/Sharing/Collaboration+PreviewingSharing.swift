import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// What a change would show to people who do not see it yet; nil where it shows nobody anything
  /// new. Nothing is saved.
  ///
  /// The change is carried out up to the moment in which it would be written, and what would have
  /// been is then looked at as its new readers will: with their rights, and for anybody outside with
  /// the numbers that they are shown.
  ///
  /// - Throws: why the change would be refused, but for the reminders, which are in the preview.
  public func previewOfSharing(
    _ change: (Collaboration) throws(CollaborationError) -> Void
  ) throws(CollaborationError) -> SharingPreview? {
    let rehearsal = Rehearsal()
    var trial = self
    trial.rehearsal = rehearsal
    trial.sharingReason = ""
    do throws(CollaborationError) {
      try change(trial)
    } catch {
      // A second step may miss what the first did not really do.
      if rehearsal.operations.isEmpty { throw error }
    }
    let shown = rehearsal.operations.compactMap(newlyShown)
    guard let widest = shown.map(\.readers).max(by: { $0.reach < $1.reach }) else { return nil }
    let reader = reader(among: widest, of: shown.map(\.tree))
    var pages: [Page] = []
    for entry in shown {
      guard let type = entry.tree["type"]?.string.flatMap(DocumentType.init),
        let id = entry.tree["id"]?.string
      else { continue }
      pages.append(try reader.page(Target(type, id)))
    }
    return SharingPreview(
      readers: widest, pages: pages, reminders: shown.flatMap { reminders($0.tree, over: $0.old) })
  }

  /// A document that somebody would see for the first time.
  private func newlyShown(
    _ operation: Operation
  ) -> (tree: JSON, old: JSON?, readers: Visibility)? {
    let (tree, old): (JSON, JSON?)
    switch operation {
    case .add(let new): (tree, old) = (new, nil)
    case .edit(let new, let base): (tree, old) = (new, base.tree)
    case .replace(let id, let new, _): (tree, old) = (new, known(id))
    case .trash, .restore: return nil
    }
    func reach(_ tree: JSON) -> Int {
      tree["visibility"]?.string.flatMap(Visibility.init)?.reach ?? 0
    }
    let now = reach(tree)
    guard now > 0, now > old.map(reach) ?? 0 else { return nil }
    return (tree, old, now > 1 ? .public : .network)
  }

  /// Somebody who has nothing to do with any of it, at the store as it would be.
  private func reader(among readers: Visibility, of trees: [JSON]) -> Collaboration {
    let principal =
      readers == .public
      ? Principal.visitor(login: "nobody")
      : Principal(
        login: "somebody", memberID: ULID().text, name: "somebody", role: .participant,
        siteIDs: [], siteCodes: [], coachedSiteIDs: [], perspective: nil, source: .asked)
    // Nobody in the store is this person, who is as little looked for there as a founder.
    var reader = Collaboration(
      store: store, clock: clock, authority: Authority(principal, isFounder: true))
    for tree in trees { if let id = tree["id"]?.string { reader.rehearsed[id] = tree } }
    return reader
  }
}

extension Visibility {
  /// How far a document reaches beyond its team.
  public var reach: Int {
    switch self {
    case .private, .team: 0
    case .network: 1
    case .public: 2
    }
  }
}
