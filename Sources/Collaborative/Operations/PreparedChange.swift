import DocumentStore
import Improvement
import JSONTree

/// A change that is sound and permitted, and still to be saved.
struct PreparedChange {
  let operation: Operation
  /// The document as it will be where nobody else is quicker, or as it was where it goes.
  let tree: JSON
  let type: DocumentType
  /// The first half of the journal's `verb:object`.
  let verb: String
  /// What was done, where the fields alone would not say it.
  var note: String?
  /// What has been done once it is saved, such as `saved`.
  let did: String
  /// What is to be known about it beside that.
  var remark: String?
  /// Whether both versions are kept where somebody changed the same at the same moment.
  var keepsConflicts = true

  var id: DocumentID { tree["id"]?.string ?? "" }
}

/// What a wish comes to before anything is saved.
enum Preparation {
  case change(PreparedChange)
  /// It is as wished already.
  case unchanged(Outcome)
}
