import DocumentStore
import Improvement
import JSONTree

/// Answering a note, and saying that it is done with.
extension Collaboration {
  /// Answers a note; the answer is about what the note is about, and whoever wrote it is told.
  public func reply(to id: DocumentID, words: String) throws(CollaborationError) -> Outcome {
    let question = Note(try document(id).tree)
    var tree: JSON = [
      "kind": .string(NoteKind.comment.rawValue), "body": .string(words), "replyTo": .string(id),
    ]
    tree["target"] = question.tree["target"]
    tree["to"] = addressee(of: question)
    return try add(.note, document: tree).saying("answered \(question.excerpt)")
  }

  /// Marks a note as resolved where it is open, and opens it where it is resolved.
  public func toggleResolved(_ id: DocumentID) throws(CollaborationError) -> Outcome {
    try markResolved(id, !Note(document(id).tree).isResolved)
  }

  /// Marks a note as answered or done with, or opens it again.
  public func markResolved(
    _ id: DocumentID, _ isResolved: Bool = true
  ) throws(CollaborationError) -> Outcome {
    let base = try document(id)
    guard let type = DocumentType(rawValue: base.type), type == .note else {
      throw .otherType(found: base.type, expected: .note)
    }
    var tree = base.tree
    tree["resolved"] = .bool(isResolved)
    let open = Note(tree).actions.count { !$0.done.isDone }
    let left =
      open == 0 ? "" : open == 1 ? "; one action was not done" : "; \(open) actions were not done"
    let words =
      (isResolved ? "resolved" : "open again") + ": \(Note(tree).excerpt)"
      + (isResolved ? left : "")
    let outcome = try save(tree, over: base, note: words)
    return outcome.hasChanged && !outcome.isMerged ? outcome.saying(words) : outcome
  }
}
