import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// What is to be said of each document whose name is another's as well: by that name nobody can be
  /// found, let in or meant. Case does not count.
  ///
  /// Saving refuses such a name; hands and hosts that come together can bring it about all the same.
  /// - Complexity: O(documents of the type).
  func sharedNames(
    of type: DocumentType, at path: JSONPath
  ) throws(CollaborationError) -> [DocumentID: String] {
    let documents = try attempt { () throws(StoreError) in
      try store.documents(ofType: type.rawValue)
    }
    let named = documents.filter { $0.tree[path]?.string?.isEmpty == false }
    let groups = Dictionary(grouping: named) { $0.tree[path]?.string?.lowercased() ?? "" }
    var words: [DocumentID: String] = [:]
    for group in groups.values where group.count > 1 {
      for document in group {
        let others = group.map(\.id).filter { $0 != document.id }.joined(separator: ", ")
        words[document.id] =
          "its \(path) is also that of the \(type.rawValue) \(others), so that neither is meant by it"
      }
    }
    return words
  }
}
