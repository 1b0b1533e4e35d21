import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// What was merged may be saved where it is sound and still this person's to write.
  func mergePolicy(keepsConflicts: Bool = true) -> MergePolicy {
    MergePolicy(keepsConflicts: keepsConflicts) { merged, found in
      guard let type = DocumentType(rawValue: found.type) else { return false }
      do throws(CollaborationError) {
        try require(standing(of: found.tree, type: type), isNew: false)
        try require(standing(of: merged, type: type), isNew: false)
        try check(merged, type, over: found.tree)
        return true
      } catch {
        return false
      }
    }
  }

  /// Whose edit a save met; nil where nobody knows.
  func otherName(_ merge: MergedEdit) -> String? {
    merge.other.map { $0.by == principal.author ? "your own other session" : name(of: $0.by) }
  }

  /// A document without the versions that were kept of places which were set on purpose, or which
  /// are different now.
  static func choosing(
    _ chosen: [JSONPath], in tree: JSON, over old: JSON, _ type: DocumentType
  ) -> JSON {
    let rules = type.table.merging
    return KeptConflict.resolving(in: tree) { conflict in
      let now = rules.positions(of: conflict.path, in: tree)
      let before = rules.positions(of: conflict.path, in: old)
      let isSet = chosen.contains { path in
        [conflict.path, now].contains { $0.map { touches($0, path) } ?? false }
      }
      return isSet || now.flatMap { tree[$0] } != before.flatMap { old[$0] }
    }
  }

  /// Whether two places are one, or one lies beneath the other.
  private static func touches(_ left: JSONPath, _ right: JSONPath) -> Bool {
    zip(left.steps, right.steps).allSatisfy { $0.hasSameBytes(as: $1) }
  }

  /// An assignment to a record by its key, as conflicts name it, put where the record stands.
  static func placed(_ assignment: Assignment, in tree: JSON, _ type: DocumentType) -> Assignment {
    guard let path = type.table.merging.positions(of: JSONPath(assignment.path), in: tree) else {
      return assignment
    }
    return Assignment(path.description, assignment.text, assignment.operation)
  }

  /// The places that a document to merge in sets.
  static func paths(in document: JSON?) -> [JSONPath] {
    func leaves(_ value: JSON, _ path: JSONPath) -> [JSONPath] {
      guard let fields = value.object?.fields, !fields.isEmpty else { return [path] }
      return fields.flatMap { leaves($0.value, path.appending($0.key)) }
    }
    return document.map { leaves($0, JSONPath([])).filter { !$0.steps.isEmpty } } ?? []
  }
}
