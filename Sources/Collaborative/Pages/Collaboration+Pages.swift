import DocumentStore
import Improvement
import Insights

extension Collaboration {
  /// The page of any document: what matters first, then every field that has a value.
  public func page(_ target: Target) throws(CollaborationError) -> Page {
    let document = try document(target.id)
    let fields = FieldGroups(self, document)
    return switch target.type {
    case .cycle: try cyclePage(Cycle(document.tree), fields, target)
    case .project: try projectPage(Project(document.tree), fields, target)
    case .site: try sitePage(Site(document.tree), fields, target)
    case .resource: try resourcePage(Resource(document.tree), fields, target)
    case .member: try memberPage(Member(visible(document)), fields, target)
    case .note: try notePage(Note(document.tree), fields, target)
    case .measure: try measurePage(Measure(document.tree), fields, target)
    case .series: try seriesPage(Series(document.tree), fields, target)
    default:
      Page(
        target, title: title(of: document), subtitle: target.type.label.capitalisedFirst,
        groups: fields.all)
    }
  }

  /// A link to a document by its name.
  func link(_ label: String, _ type: DocumentType, _ id: DocumentID?) -> [PageLine] {
    guard let id, !id.isEmpty else { return [] }
    return [.field(label: label, value: name(of: id), target: Target(type, id))]
  }

  /// The open and answered notes about a document, oldest first.
  func noteLines(about id: DocumentID) throws(CollaborationError) -> [PageLine] {
    try documents(.note).map { Note($0.tree) }.filter { $0.targetId == id }
      .sorted { ($0.createdAt ?? "") < ($1.createdAt ?? "") }
      .map { note in
        let author = note.createdBy.map(name) ?? ""
        let state = note.kind == .question && !note.isResolved ? "open" : ""
        return .item(
          mark: note.kind.label, text: note.body,
          note: [author, state].filter { !$0.isEmpty }.joined(separator: " · "),
          target: Target(.note, note.id))
      }
  }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
