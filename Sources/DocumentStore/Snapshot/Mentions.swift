/// Some documents by the names they bear, for those that no snapshot has.
struct Mentions: Sendable {
  /// In ascending order of ids.
  private let documents: [StoredDocument]
  private var places: [String: [Int]] = [:]

  /// - Complexity: O(texts in the documents).
  init(_ documents: [StoredDocument], _ schema: Schema) {
    self.documents = documents
    for (place, document) in documents.enumerated() {
      DocumentTerms.forEachName(of: document.tree, schema) { name in
        if places[name]?.last != place { places[name, default: []].append(place) }
      }
    }
  }

  /// Those that bear one of these names, in ascending order of ids.
  func documents(bearing names: Set<String>) -> [StoredDocument] {
    Set(names.flatMap { places[$0] ?? [] }).sorted().map { documents[$0] }
  }
}
