import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Takes a document out of the trash, back to where it was.
  ///
  /// - Parameter text: its id or a unique beginning of it.
  public func restore(_ text: String) throws(CollaborationError) -> Outcome {
    let trashed = try attempt { () throws(StoreError) in try store.trashed() }
    let prefix = text.lowercased()
    let found = trashed.filter { $0.id.hasPrefix(prefix) }
    let exact = found.filter { $0.id == prefix }
    guard let document = exact.first ?? found.first else {
      try attempt { () throws(StoreError) in try store.checkNotWithdrawn(prefix) }
      throw .notInTrash(text)
    }
    guard exact.count == 1 || found.count == 1 else {
      throw .ambiguous(text: text, candidates: found.map(\.id))
    }
    guard let type = DocumentType(rawValue: document.type) else {
      throw .store(.noSuchType(document.type))
    }
    let standing = standing(of: document.tree, type: type)
    guard principal.mayRead(standing) else { throw .notPermitted(.mayNotRead(type: type)) }
    try require(standing, isNew: false)
    let receipt = try commit([.restore(document.id)], verb: "restore:\(type.rawValue)")
    return outcome(receipt, document.tree, type, did: "brought back")
  }
}
