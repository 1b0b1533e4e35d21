import JSONTree

/// A line in which `huddle apply` answers.
struct Answer {
  let line: Int
  /// Nil where it was refused.
  let revisions: [(id: String, revision: String)]?
  /// What a refusal gives as its exit code.
  let code: Int
  let error: String
  let isMerged: Bool
  /// Whether two versions are kept until somebody chooses.
  let needsChoice: Bool

  init?(_ text: String) {
    guard let tree = try? JSON.parse(Array(text.utf8)), let line = tree["line"]?.int,
      let isDone = tree["ok"]?.bool
    else { return nil }
    self.line = line
    code = tree["code"]?.int ?? 0
    error = tree["error"]?.string ?? ""
    let documents = tree["documents"]?.elements ?? [tree]
    isMerged = documents.contains { $0["merged"]?.bool == true }
    needsChoice = documents.contains { $0["needsChoice"]?.bool == true }
    guard isDone else {
      revisions = nil
      return
    }
    revisions = documents.map {
      ($0["id"]?.string ?? "", $0["revision"]?.string ?? "")
    }
  }
}
