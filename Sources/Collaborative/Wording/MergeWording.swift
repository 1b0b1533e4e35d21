import DocumentStore
import Improvement
import JSONTree

/// What is said of a save that met somebody else's.
struct MergeWording {
  private let merge: MergedEdit
  private let type: DocumentType
  /// Whose edit it was, as in `Priya Nair`; nil where nobody knows.
  private let other: String?

  init(_ merge: MergedEdit, _ type: DocumentType, other: String?) {
    self.merge = merge
    self.type = type
    self.other = other
  }

  /// Follows `saved the PDSA cycle “Warm blanket”`.
  var words: String {
    let who = other ?? "somebody else"
    guard !merge.conflicts.isEmpty else { return "; \(who)’s edit is merged in" }
    let labels = merge.conflicts.map { Self.label(of: $0.path, type) }
    let shown = labels.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
    let more = labels.count > 3 ? " and \(labels.count - 3) more" : ""
    return "; \(who) changed \(shown)\(more) too: both versions are kept, choose one"
  }

  /// What a field is called, with the key of its record: `Points 2026-03`.
  static func label(of path: JSONPath, _ type: DocumentType) -> String {
    for length in stride(from: path.steps.count, to: 0, by: -1) {
      let head = JSONPath(Array(path.steps[..<length]))
      guard let field = type.table.fields.first(where: { $0.path == head }) else { continue }
      let rest = path.steps[length...]
      return ([field.plainLabel] + rest).joined(separator: " ")
    }
    return path.description
  }
}

extension Field {
  /// The label where something follows it: `What do you need`, for "What do you need?".
  var plainLabel: String { label.hasSuffix("?") ? String(label.dropLast()) : label }
}
