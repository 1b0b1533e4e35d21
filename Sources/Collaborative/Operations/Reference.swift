import DocumentStore
import Improvement
import JSONTree

/// A document that another refers to, and where.
struct Reference {
  /// A document in a field, in whatever record of a list.
  struct Key: Hashable {
    var field: JSONPath
    var id: DocumentID
  }

  var key: Key
  /// The field with the numbers of entries in lists: `stages.2.by`.
  var place: String
  /// What it must be; nil for any.
  var type: DocumentType?

  /// All of a document that the fields tell of, in their order.
  ///
  /// What a note is about has a type beside its `id` and is looked at where notes are.
  /// - Complexity: O(size of the document).
  static func all(in tree: JSON, _ fields: [Field]) -> [Reference] {
    var found: [Reference] = []
    collect(fields.filter(mayRefer), in: tree, under: [], { "" }, into: &found)
    return found
  }

  private static func mayRefer(_ field: Field) -> Bool {
    switch field.kind {
    case .reference, .list(.reference): true
    case .anyReference: field.name != "id"
    case .records(let inner, _): inner.contains(where: mayRefer)
    default: false
    }
  }

  private static func collect(
    _ fields: [Field], in record: JSON, under steps: [String], _ prefix: () -> String,
    into found: inout [Reference]
  ) {
    for field in fields {
      guard let value = record[field.path] else { continue }
      func add(_ value: JSON, _ type: DocumentType?) {
        guard let id = value.string, !id.isEmpty else { return }
        found.append(
          Reference(
            key: Key(field: JSONPath(steps + field.path.steps), id: id),
            place: prefix() + field.path.description, type: type))
      }
      switch field.kind {
      case .reference(let type): add(value, type)
      case .anyReference: add(value, nil)
      case .list(.reference(let type)): for element in value.elements { add(element, type) }
      case .records(let all, _):
        let inner = all.filter(mayRefer)
        for (index, element) in value.elements.enumerated() {
          collect(
            inner, in: element, under: steps + field.path.steps,
            { "\(prefix())\(field.path).\(index)." }, into: &found)
        }
      default: break
      }
    }
  }
}
