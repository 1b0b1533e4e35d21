import Collaborative
import DocumentStore
import Improvement
import JSONTree

/// What a store holds of what the trial writes.
struct Sighting {
  private var standings: [String: Standing] = [:]
  private(set) var damaged = 0

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
        guard let period = point["period"]?.string, let value = point["value"] else { continue }
        standings[period] = .present(value.compactText)
      }
    }
    damaged = try store.check().count
  }

  func standing(_ key: String) -> Standing { standings[key] ?? .absent }
}
