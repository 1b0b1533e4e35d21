import DocumentStore
import Improvement

extension Collaboration {
  /// Keeps the whole store in one file; for stewards, because everybody's private notes are in it.
  ///
  /// - Returns: what was done, and what is not in it.
  public func backup(to path: String) throws(CollaborationError) -> [String] {
    try requireSteward(to: "keep the whole store in a file")
    let summary = try attempt { () throws(StoreError) in try store.backup(to: path) }
    var words = [
      "kept \(summary.files) files (\(summary.bytes) bytes) in \(path), and read them again"
    ]
    if !summary.leftOut.isEmpty {
      let shown = summary.leftOut.prefix(3).joined(separator: ", ")
      let count = summary.leftOut.count
      words.append(
        "left out, because huddle follows no links: \(shown)"
          + (count > 3 ? " and \(count - 3) more" : ""))
    }
    words.append("private notes are in it: keep it where only those who may read them can")
    return words
  }

  /// Makes a store from a backup where there is none.
  ///
  /// - Returns: what was done.
  public static func restoreBackup(
    _ archive: String, to path: String
  ) throws(CollaborationError) -> String {
    let count = try attempt { () throws(StoreError) in
      try DocumentStore.restoreBackup(archive, to: path, schemas: DocumentType.schemas)
    }
    return "restored \(count) files to \(path), each compared with what was kept"
  }
}
