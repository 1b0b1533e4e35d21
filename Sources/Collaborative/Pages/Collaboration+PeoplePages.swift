import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// A note with what it is about and what was answered.
  func notePage(
    _ note: Note, _ fields: FieldGroups, _ target: Target
  ) throws(CollaborationError) -> Page {
    var about: [PageLine] = []
    if let id = note.targetId { about += link("About", note.targetType ?? .note, id) }
    about += link("Suggested", .resource, note.suggestedResource)
    about += link("To", .member, note.to)
    about += link("Answer to", .note, note.replyTo)
    about += fields.lines("answer")
    about += fields.lines("target.field")
    if note.concernLevel != .none { about += fields.lines("concernLevel") }
    if note.isPrivateToCoaches { about += fields.lines("privateToCoaches") }
    if note.isResolved { about += fields.lines("resolved") }
    let answers = try notes(mentioning: [note.id]).filter { $0.replyTo == note.id }
      .sorted { ($0.createdAt ?? "", $0.id) < ($1.createdAt ?? "", $1.id) }
      .map { answer -> PageLine in
        .item(
          mark: answer.createdBy.map(shownName) ?? "", text: answer.told,
          note: answer.createdDay?.label ?? "", target: Target(.note, answer.id))
      }
    if note.kind == .suggestion, !note.isResolved, note.createdBy != principal.author,
      answers.isEmpty
    {
      about.append(.paragraph("a answers it: yes, not now or no, and why.", tone: .quiet))
    }
    if note.kind != .review, note.kind != .suggestion, !note.isResolved {
      let mayChange = whyNotChange(note.tree, .note) == nil
      about.append(
        .paragraph(
          mayChange ? "a answers it, R marks it as resolved, e changes it." : "a answers it.",
          tone: .quiet))
    }
    let actions = note.actions.map { action -> PageLine in
      let isLate = !action.done.isDone && action.due.map { $0 < clock.today } ?? false
      return .item(
        mark: action.done.isDone ? "done" : isLate ? "late" : "open", text: action.what,
        note: [action.who.map(shownName) ?? "", action.due.map { "due \($0.label)" } ?? ""]
          .filter { !$0.isEmpty }.joined(separator: " · "), tone: isLate ? .caution : .plain)
    }
    return Page(
      target, title: note.title,
      subtitle: note.createdBy.map { "by \(shownName(of: $0))" } ?? "",
      groups: [
        PageGroup("", [.paragraph(note.body)] + about),
        PageGroup("Answers", answers), PageGroup("Actions", actions),
        fields.group("Visit", beginningWith: "visit"), fields.about,
      ])
  }
}
