import DocumentStore
import Improvement
import JSONTree

/// What happens to a milestone or a barrier with one key.
public enum ProjectEntryChange: Hashable, Sendable {
  /// Done today, or open again.
  case tick
  case remove
}

extension Collaboration {
  /// Ticks a milestone of a project, or takes one of its milestones or barriers away.
  ///
  /// Entries have no ids: the one that is meant is at its place and says what it said, or says it
  /// elsewhere by now. One that nobody finds any more is left alone.
  public func changeEntry(
    of project: DocumentID, in list: String, at position: Int?, saying text: String,
    _ change: ProjectEntryChange
  ) throws(CollaborationError) -> Outcome {
    let base = try document(project)
    let field = try field(list, of: .project)
    guard case .records(let fields, _) = field.kind, let name = fields.first?.path else {
      throw .notAList(field)
    }
    var entries = base.tree[field.path]?.elements ?? []
    func says(_ index: Int) -> Bool { entries[index][name]?.string == text }
    let found =
      position.flatMap { entries.indices.contains($0) && says($0) ? $0 : nil }
      ?? entries.indices.first(where: says)
    guard let index = found else { throw .noSuchEntry(field: field, count: entries.count) }
    let words: String
    switch change {
    case .tick:
      let isDone = Milestone(entries[index]).done.isDone
      entries[index]["done"] = isDone ? nil : .string(clock.today.description)
      words = isDone ? "“\(text)” is open again" : "“\(text)” is done"
    case .remove:
      entries.remove(at: index)
      words = "removed “\(text)”"
    }
    var tree = base.tree
    tree[field.path] = entries.isEmpty ? nil : .array(entries)
    let saved = try save(tree, over: base, note: words)
    return Outcome(
      id: saved.id, revision: saved.revision, words: words, hasChanged: saved.hasChanged,
      isMerged: saved.isMerged, needsChoice: saved.needsChoice)
  }
}
