import DocumentStore
import Improvement
import Insights
import JSONTree

extension Collaboration {
  /// Puts something to a team that it could try; its lead finds it on their Today.
  public func suggest(
    _ resource: DocumentID, to project: DocumentID, words: String
  ) throws(CollaborationError) -> Outcome {
    let idea = title(of: try document(resource))
    let outcome = try add(
      .note,
      document: [
        "kind": .string(NoteKind.suggestion.rawValue), "body": .string(words),
        "target": ["type": "project", "id": .string(project)], "resource": .string(resource),
      ])
    return outcome.saying("suggested “\(idea)” to \(name(of: project)); the answer comes to Today")
  }

  /// Answers a suggestion; whoever made it is told. A yes can be followed by a first small cycle.
  public func answer(
    _ suggestion: DocumentID, _ typed: String, words: String
  ) throws(CollaborationError) -> Outcome {
    guard let answer = SuggestionAnswer(rawValue: typed) else {
      throw .invalid(.note, [Self.missing("answer", "Answer")])
    }
    let note = Note(try document(suggestion).tree)
    var tree: JSON = [
      "kind": .string(NoteKind.comment.rawValue), "body": .string(words),
      "replyTo": .string(suggestion), "answer": .string(answer.rawValue),
    ]
    tree["target"] = note.tree["target"]
    tree["to"] = addressee(of: note)
    var outcome = try add(.note, document: tree)
    if answer == .yes, let resource = note.suggestedResource {
      outcome.invitation = Invitation(resource: resource, project: note.targetId)
    }
    return outcome.saying("answered: \(answer.label.lowercasedFirst)")
  }

  /// Whom an answer to a note is for: whoever wrote it, as far as they are a member.
  public func addressee(of note: Note) -> JSON? {
    guard let author = note.createdBy, case .known(.member, _) = naming(of: author) else {
      return nil
    }
    return .string(author)
  }

  /// Suggestions that wait, among those to the teams this person leads.
  func suggestionRows() throws(CollaborationError) -> [TodayRow] {
    guard try leadsProject(), !principal.role.looksAfterTeams else { return [] }
    let notes = try notes(about: Set(ownProjects().map(\.id)))
    return OpenSuggestions.among(notes).compactMap { note in
      guard note.createdBy != principal.author, let resource = note.suggestedResource else {
        return nil
      }
      return TodayRow(
        kind: .question,
        text:
          "\(note.createdBy.map(shownName) ?? "Somebody") suggests “\(shownName(of: resource))”: "
          + note.body,
        detail: "answer yes, not now or no", place: note.targetId.map(shownName) ?? "",
        when: note.createdDay?.label ?? "", tone: .plain, target: Target(.note, note.id),
        mark: "suggested")
    }
  }

  /// The first words of what was suggested, so that what was answered stands in sight behind them.
  private static func beginning(
    of suggestion: Note, naming name: (DocumentID) -> String
  ) -> String {
    let title = suggestion.suggestedResource.map(name) ?? ""
    let limit = 24
    guard title.count > limit else { return title }
    let cut = title.prefix(limit)
    return "\(cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut)…"
  }

  /// What became of what this person suggested; what was said to it comes first.
  func suggestedRows() throws(CollaborationError) -> [TodayRow] {
    guard let me = principal.memberID else { return [] }
    let mine = try notes(mentioning: [me]).filter { $0.kind == .suggestion && $0.createdBy == me }
    let notes = try withAnswers(mine).sorted { $0.id < $1.id }
    let known = Dictionary(mine.map { ($0.id, $0) }, uniquingKeysWith: { old, _ in old })
    var rows = OpenSuggestions.among(notes).map { note in
      TodayRow(
        kind: .news, text: "You suggested “\(note.suggestedResource.map(shownName) ?? "")”",
        detail: "no answer yet", place: note.targetId.map(shownName) ?? "",
        when: note.createdDay?.label ?? "", tone: .plain, target: Target(.note, note.id))
    }
    for reply in notes where reply.createdBy != me && isNew(reply.createdDay) {
      guard let suggestion = reply.replyTo.flatMap({ known[$0] }), let answer = reply.answer else {
        continue
      }
      rows.append(
        TodayRow(
          kind: .news,
          text: "\(answer.verdict) to “\(Self.beginning(of: suggestion, naming: shownName))”: "
            + "\(reply.body) · \(reply.createdBy.map(shownName) ?? "somebody")",
          detail: "", place: suggestion.targetId.map(shownName) ?? "",
          when: reply.createdDay?.label ?? "", tone: answer == .yes ? .good : .plain,
          target: Target(.note, reply.id)))
    }
    return rows
  }
}

/// Suggestions that wait for a team's answer.
enum OpenSuggestions {
  /// Those among some notes that are neither resolved nor answered, in their order.
  static func among(_ notes: [Note]) -> [Note] {
    let answered = Set(notes.filter { $0.answer != nil }.compactMap(\.replyTo))
    return notes.filter {
      $0.kind == .suggestion && !$0.isResolved && !answered.contains($0.id)
    }
  }
}
