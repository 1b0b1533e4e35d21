import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// The page of any document: what matters first, then every field that has a value.
  public func page(_ target: Target) throws(CollaborationError) -> Page {
    let document = try document(target.id)
    var page = try page(of: document, target)
    let type = DocumentType(rawValue: document.type) ?? target.type
    page.denial = whyNotChange(document.tree, type)
    var choice = twoVersionsGroup(document)
    if !choice.lines.isEmpty {
      if page.denial == nil {
        choice.lines.append(.paragraph("e lets you choose which of them stands.", tone: .quiet))
      }
      page.groups.insert(choice, at: 0)
    }
    return page
  }

  private func page(
    of document: StoredDocument, _ given: Target
  ) throws(CollaborationError) -> Page {
    let fields = FieldGroups(self, document)
    let type = DocumentType(rawValue: document.type) ?? given.type
    let target = Target(type, document.id)
    return switch type {
    case .cycle: try cyclePage(Cycle(document.tree), fields, target)
    case .project:
      if let part = given.part {
        try diagramPage(Project(document.tree), part, given)
      } else {
        try projectPage(Project(document.tree), fields, target)
      }
    case .site: try sitePage(Site(document.tree), fields, target)
    case .resource:
      if let group = given.tried {
        try triedPage(Resource(document.tree), group, given)
      } else {
        try resourcePage(Resource(document.tree), fields, target)
      }
    case .member: try memberPage(Member(visible(document)), fields, target)
    case .note: try notePage(Note(document.tree), fields, target)
    case .measure: try measurePage(Measure(document.tree), fields, target)
    case .series: try seriesPage(Series(document.tree), fields, target)
    case .need, .offer: try exchangePage(Exchange(document), fields, target)
    case .network, .adoption, .hypothesis, .event:
      Page(
        target, title: title(of: document), subtitle: type.label.capitalisedFirst,
        groups: [fields.own(), PageGroup("Notes", try noteLines(about: document.id)), fields.about])
    }
  }

  /// A link to a document by its name. Where it leads nowhere, the id is all that can be said;
  /// where someone may not follow it, that.
  func link(_ label: String, _ type: DocumentType, _ id: DocumentID?) -> [PageLine] {
    guard let id, !id.isEmpty else { return [] }
    return [.field(label: label, value: shownName(of: id), target: destination(type, id))]
  }

  /// The name of a document as a page shows it.
  func shownName(of id: DocumentID) -> String {
    naming(of: id) == .hidden ? "not shared with you" : name(of: id)
  }

  /// What a name leads to; nothing where it can't be opened.
  func destination(_ type: DocumentType, _ id: DocumentID) -> Target? {
    if case .known(let type, _) = naming(of: id) { Target(type, id) } else { nil }
  }

  /// The open and answered notes about a document, oldest first, each with the answers to it.
  func noteLines(about id: DocumentID) throws(CollaborationError) -> [PageLine] {
    let all = try notes(about: [id]).filter { $0.kind != .review }
    let ids = Set(all.filter { $0.targetId == id }.map(\.id))
    guard !ids.isEmpty else { return [] }
    let answers = Dictionary(grouping: all) { $0.replyTo ?? "" }
    let open = Set(OpenQuestions.among(all).map(\.id))
    // Hands may have written answers that lead round in a circle.
    var told: Set<DocumentID> = []
    func lines(_ notes: [Note], depth: Int) -> [PageLine] {
      notes.sorted { ($0.createdAt ?? "", $0.id) < ($1.createdAt ?? "", $1.id) }.flatMap { note in
        told.insert(note.id).inserted
          ? [line(note, isOpen: open.contains(note.id), depth: depth)]
            + lines(answers[note.id] ?? [], depth: min(depth + 1, 3)) : []
      }
    }
    return lines(all.filter { ids.contains($0.id) && !ids.contains($0.replyTo ?? "") }, depth: 0)
      + lines(all.filter { ids.contains($0.id) }, depth: 0)
  }

  private func line(_ note: Note, isOpen: Bool, depth: Int) -> PageLine {
    let openActions = note.isResolved ? 0 : note.actions.count { !$0.done.isDone }
    let notes = [
      note.createdBy.map(shownName) ?? "", note.createdDay?.label ?? "",
      note.isPrivateToCoaches ? "for coaches only" : "",
      isOpen ? "no answer yet" : note.isResolved ? "resolved" : "",
      openActions == 0 ? "" : "\(openActions) open \(openActions == 1 ? "action" : "actions")",
    ]
    return .item(
      mark: note.title, text: note.told,
      note: notes.filter { !$0.isEmpty }.joined(separator: " · "), depth: depth,
      target: Target(.note, note.id))
  }
}

extension Note {
  /// What it is called: what answers something is an answer, of whatever kind.
  var title: String { replyTo == nil ? kind.label : "Answer" }

  /// What it says; of an answer to a suggestion first whether it is tried.
  var told: String { answer.map { "\($0.label): \(body)" } ?? body }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
