import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// What is different between two versions of a document, in the order of its field table.
  func changes(from old: JSON, to new: JSON, _ type: DocumentType) -> [FieldChange] {
    var changes: [FieldChange] = []
    for field in type.table.fields where old[field.path] != new[field.path] {
      changes.append(change(of: field, old[field.path], new[field.path]))
    }
    let known = Set(type.table.fields.compactMap(\.path.steps.first))
    let names = Set((old.object?.keys ?? []) + (new.object?.keys ?? []))
    for name in names.subtracting(known).sorted() where old[name] != new[name] {
      let words =
        name == KeptConflict.path.description
        ? conflictWords(KeptConflict.all(in: new), type)
        : "\(name): \(quoted(old[name]?.compactText ?? "")) → "
          + quoted(new[name]?.compactText ?? "")
      changes.append(FieldChange(path: name, before: old[name], after: new[name], words: words))
    }
    return changes
  }

  private func conflictWords(_ left: [KeptConflict], _ type: DocumentType) -> String {
    if left.isEmpty { return "Two versions: one was chosen" }
    let labels = left.map { MergeWording.label(of: $0.path, type) }
    return "Two versions: of \(labels.joined(separator: ", "))"
  }

  private func change(of field: Field, _ old: JSON?, _ new: JSON?) -> FieldChange {
    let words: String
    switch field.kind {
    case .list(let element):
      words = listWords(old, new) { shown($0, as: element) }
    case .records:
      words = listWords(old, new) { shown([$0], as: field.kind) }
    default:
      words = "\(quoted(shown(old, as: field.kind))) → \(quoted(shown(new, as: field.kind)))"
    }
    return FieldChange(
      path: field.path.description, before: old, after: new, words: "\(field.plainLabel): \(words)")
  }

  /// What came and what went; as many of each are one changed into the other.
  private func listWords(_ old: JSON?, _ new: JSON?, _ show: (JSON) -> String) -> String {
    let (before, after) = (old?.elements ?? [], new?.elements ?? [])
    let gone = before.filter { !after.contains($0) }.map { quoted(show($0)) }
    let come = after.filter { !before.contains($0) }.map { quoted(show($0)) }
    if gone.isEmpty, come.isEmpty { return "in another order" }
    if gone.count == come.count {
      return zip(gone, come).map { "\($0) → \($1)" }.joined(separator: "; ")
    }
    return [
      come.isEmpty ? "" : "added \(come.joined(separator: ", "))",
      gone.isEmpty ? "" : "took away \(gone.joined(separator: ", "))",
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The first words of a value on one line; nothing is said as such.
  private func quoted(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    if line.isEmpty { return "nothing" }
    return line.count > 80 ? line.prefix(79) + "…" : line
  }
}
