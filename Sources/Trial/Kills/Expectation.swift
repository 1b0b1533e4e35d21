import Collaborative
import DocumentStore
import Improvement
import JSONTree

/// How a document may stand in the store.
enum Standing: Hashable {
  case absent
  case present(String)
  case trashed(String)
}

/// What must be found of a document: one standing, or one of two after a kill.
struct Expectation {
  /// What was promised or found last.
  var promised: Standing
  /// What came after it and nobody was told of.
  var untold: Standing?

  mutating func tell(_ standing: Standing, isAcknowledged: Bool) {
    if isAcknowledged {
      promised = standing
      untold = nil
    } else {
      untold = standing
    }
  }

  /// Whether a change without a word is still to be looked for.
  var isOpen: Bool { untold != nil }
}

/// What a store holds of the documents that the trial writes.
struct Sighting {
  var standings: [String: Standing] = [:]
  /// The logged numbers by period.
  var numbers: [String: Int] = [:]
  var damaged = 0

  /// Opens the store as any program does.
  init(store path: String) throws(StoreError) {
    let store = try DocumentStore.open(at: path, schemas: DocumentType.schemas)
    for document in try store.documents(ofType: "need") {
      standings[document.id] = .present(document.tree["title"]?.string ?? "")
    }
    for document in try store.trashed() {
      standings[document.id] =
        standings[document.id] == nil
        ? .trashed(document.tree["title"]?.string ?? "") : .present("there and in the trash")
    }
    for series in try store.documents(ofType: "series") {
      for point in series.tree["points"]?.elements ?? [] {
        guard let period = point["period"]?.string else { continue }
        numbers[period] = point["value"]?.int
      }
    }
    damaged = try store.check().count
  }
}
