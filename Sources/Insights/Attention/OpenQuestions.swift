import Improvement

/// Questions that wait for somebody's answer.
public enum OpenQuestions {
  /// The questions among some notes that are neither resolved nor answered, in their order.
  ///
  /// Who asked and then adds a word has not answered themselves.
  ///
  /// - Complexity: O(notes).
  public static func among(_ notes: [Note]) -> [Note] {
    let questions = notes.filter { $0.kind == .question && !$0.isResolved }
    guard !questions.isEmpty else { return [] }
    var authors: [String: String?] = [:]
    for question in questions { authors[question.id] = .some(question.createdBy) }
    var answered: Set<String> = []
    for note in notes {
      guard let id = note.replyTo, let author = authors[id] else { continue }
      if note.createdBy == nil || note.createdBy != author { answered.insert(id) }
    }
    return questions.filter { !answered.contains($0.id) }
  }
}
