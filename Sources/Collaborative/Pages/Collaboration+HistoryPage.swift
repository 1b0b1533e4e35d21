import DocumentStore
import Improvement

extension Collaboration {
  /// Who changed a document, when and what, as a page, the newest first.
  public func historyPage(_ target: Target) throws(CollaborationError) -> Page {
    let document = try document(target.id)
    var lines: [PageLine] = []
    for entry in try history(of: target.id) {
      let by = entry.by.isEmpty ? "somebody" : name(of: entry.by)
      lines.append(
        .item(mark: entry.at?.day.label ?? "", text: "\(by): \(entry.words)", tone: .strong))
      if let changes = entry.changes {
        lines += changes.map { .item(text: $0.words, depth: 1) }
      } else if entry.old != nil {
        lines.append(.item(text: "what changed is not kept here", tone: .quiet, depth: 1))
      }
    }
    return Page(
      target, title: "History of \(title(of: document))",
      subtitle: "What was changed, the newest first", groups: [PageGroup("Changes", lines)])
  }
}
