import DocumentStore
import Improvement
import JSONTree

/// An answer tells of its question: who may not read the one reads the other neither.
extension Collaboration {
  /// How many questions an answer to an answer is followed back; hands may have written a circle.
  private static let longestThread = 16

  /// Whether a note, or what it answers, is for coaches only; whoever asks.
  func isForCoachesOnly(note id: DocumentID) -> Bool {
    questions(before: id).contains { ownStanding(of: $0, type: .note).isForCoachesOnly }
  }

  /// Whether a note answers one that is for coaches only and that somebody may not read.
  ///
  /// - Parameter own: what the note says itself.
  func answersWhatIsHidden(
    _ note: JSON, _ own: Standing, from principal: Principal
  ) -> Bool {
    guard !principal.role.readsCoaching, own.author != principal.author,
      let question = note["replyTo"]?.string
    else { return false }
    return questions(before: question).contains { tree in
      let standing = ownStanding(of: tree, type: .note)
      return standing.isForCoachesOnly && !principal.mayRead(standing)
    }
  }

  /// A note and what it answers in turn, whoever asks; for deciding rights only.
  private func questions(before id: DocumentID) -> [JSON] {
    var thread: [JSON] = []
    var next: DocumentID? = id
    while let id = next, thread.count < Self.longestThread,
      let note = try? store.document(id), note.type == DocumentType.note.rawValue
    {
      thread.append(note.tree)
      next = note.tree["replyTo"]?.string
    }
    return thread
  }
}
