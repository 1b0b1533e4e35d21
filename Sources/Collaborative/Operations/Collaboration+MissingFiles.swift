import DocumentStore
import Improvement
import JSONTree

extension Collaboration {
  /// Which files a resource names from now on that are not there, in words; nil where none.
  ///
  /// A name is no mistake: the file may come later. Whoever wrote it should know that nobody finds
  /// anything under it yet.
  func missingFiles(_ tree: JSON, _ type: DocumentType, over old: JSON?) -> String? {
    guard type == .resource else { return nil }
    let known = Set(old?["attachments"]?.strings ?? [])
    let missing = (tree["attachments"]?.strings ?? []).filter {
      !known.contains($0) && !AttachmentPath.isOnTheWeb($0) && !store.hasAttachment($0)
    }
    guard !missing.isEmpty else { return nil }
    return missing.count == 1
      ? "there is no file \(missing[0]) among the store’s attachments yet"
      : "there are no files \(missing.joined(separator: ", ")) among the store’s attachments yet"
  }
}
