import JSONTree

/// What a process is asked for, as one step.
struct LoadChange {
  enum Part {
    /// A tag more on a document that others tag as well.
    case tag(String, String)
    /// A text that others write at the same place.
    case detail(String, String)
    /// A text that only one process writes.
    case title(String, String)
    /// A number in a series of all, at a period of one process.
    case number(site: Int, period: String, Int)
    case added(String, String)

    var operation: JSON {
      switch self {
      case .tag(let id, let tag):
        ["op": "set", "id": .string(id), "fields": ["tags+": .string(tag)] as JSON]
      case .detail(let id, let text):
        ["op": "set", "id": .string(id), "fields": ["detail": .string(text)] as JSON]
      case .title(let id, let text):
        ["op": "set", "id": .string(id), "fields": ["title": .string(text)] as JSON]
      case .number(let site, let period, let value):
        [
          "op": "log", "measure": "waits", "site": .string("site-\(site)"),
          "period": .string(period), "value": JSON(value),
        ]
      case .added(let id, let title): Self.adding(id, title)
      }
    }

    static func adding(_ id: String, _ title: String) -> JSON {
      [
        "op": "add", "type": "need", "id": .string(id),
        "doc": ["title": .string(title), "category": "information"] as JSON,
      ]
    }
  }

  let parts: [Part]
  /// The documents with the revisions that it was answered with.
  var revisions: [(id: String, revision: String)] = []

  init(parts: [Part]) { self.parts = parts }

  var line: String {
    let operations = parts.map(\.operation)
    let tree: JSON =
      operations.count == 1
      ? operations[0] : ["op": "together", "operations": .array(operations)]
    return tree.compactText
  }
}
