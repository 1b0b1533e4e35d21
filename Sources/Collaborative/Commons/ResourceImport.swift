import DocumentStore
import Improvement
import JSONTree

/// What importing a bundle would do, a resource at a time.
public struct ResourceImport: Sendable {
  public enum State: Hashable, Sendable {
    case new
    case same
    /// The bundle has a newer version of what is here.
    case newer(here: Int, there: Int)
    /// Both say something else, and the bundle's version is not newer.
    case conflict(here: Int, there: Int)
    /// It lies in the trash here.
    case trashed
  }

  public struct Entry: Sendable {
    public var id: DocumentID
    public var title: String
    public var state: State
    /// The labels of the fields that differ.
    public var differences: [String]
    /// The document as it would be.
    var tree: JSON
    var base: StoredDocument?

    public var isConflict: Bool {
      switch state {
      case .conflict, .trashed: true
      case .new, .same, .newer: false
      }
    }

    /// The entry in one line, for somebody who decides.
    public var words: String {
      let fields = differences.isEmpty ? "" : ": \(differences.joined(separator: ", "))"
      return switch state {
      case .new: "new       \(title)"
      case .same: "the same  \(title)"
      case .newer(let here, let there):
        "changed   \(title), version \(here) here, \(there) there\(fields)"
      case .conflict(let here, let there):
        "conflict  \(title), version \(here) here, \(there) there\(fields)"
      case .trashed: "conflict  \(title), which lies in the trash here"
      }
    }
  }

  /// What is done about what says something else here.
  public enum Choice: Hashable, Sendable { case none, ours, theirs }

  public var entries: [Entry]

  public var conflicts: [Entry] { entries.filter(\.isConflict) }
}
