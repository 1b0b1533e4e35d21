import JSONTree

/// How a document or a number may stand in the store.
enum Standing: Hashable {
  case absent
  case present(String)
  case trashed(String)
}

/// One change that a program is asked for.
struct Change {
  enum Kind {
    case add, set, remove, restore, log
    /// Several as one step.
    case together([Change])
  }

  let kind: Kind
  /// The document's id, or the number's period.
  let key: String
  let standing: Standing

  /// What stands how afterwards; all of it or nothing.
  var effects: [(key: String, standing: Standing)] {
    guard case .together(let changes) = kind else { return [(key, standing)] }
    return changes.flatMap(\.effects)
  }

  private var text: String {
    switch standing {
    case .absent: ""
    case .present(let text), .trashed(let text): text
    }
  }

  /// Whether whoever got no answer may just ask again.
  var mayBeRepeated: Bool {
    switch kind {
    case .add, .set, .log: true
    case .remove, .restore: false
    case .together(let changes): changes.allSatisfy(\.mayBeRepeated)
    }
  }

  private var document: JSON {
    [
      "id": .string(key), "title": .string(text), "category": "information",
      "detail": .string(String(repeating: "word ", count: 40)),
    ]
  }

  /// The line that asks `huddle apply` for it; nil where it knows no such operation.
  var operation: JSON? {
    switch kind {
    case .add: ["op": "add", "type": "need", "id": .string(key), "doc": document]
    case .set: ["op": "set", "id": .string(key), "fields": ["title": .string(text)] as JSON]
    case .remove: ["op": "remove", "id": .string(key)]
    case .restore: nil
    case .log:
      [
        "op": "log", "measure": "waits", "site": "riverside", "period": .string(key),
        "value": .string(text),
      ]
    case .together(let changes):
      ["op": "together", "operations": .array(changes.compactMap(\.operation))]
    }
  }

  /// The words of a command of its own; nil where there is none.
  ///
  /// - Parameter write: makes a file of a text and gives its path.
  func words(
    _ write: (String) throws(TrialError) -> String
  ) throws(TrialError) -> [String]? {
    switch kind {
    case .add: ["add", "need", "--json", try write(document.canonicalText)]
    case .set: ["set", key, "title=\(text)"]
    case .remove: ["remove", key]
    case .restore: ["restore", key]
    case .log: ["log", "waits", "riverside", key, text]
    case .together: nil
    }
  }
}
