/// Commits as `git fast-import` reads them; see its manual, "Input Format".
///
/// Paths are those of places, whose letters need no quoting.
struct FastImport {
  /// The one branch, on which a commit stands for each transaction.
  static let branch = "refs/heads/main"

  private(set) var bytes: [UInt8] = []
  private(set) var commits = 0

  /// - Parameter continues: whether the branch is there already.
  init(continues: Bool) { self.continues = continues }

  private var continues: Bool

  /// A file as it stands after a commit; nil where it is gone.
  typealias Change = (path: String, bytes: [UInt8]?)

  mutating func commit(
    author: String, address: String, at: Timestamp, message: String, changes: [Change]
  ) {
    let person = "\(Self.plain(author)) <\(Self.plain(address))>"
    let time = "\(max(0, at.secondsSince1970)) +0000"
    line("commit \(Self.branch)")
    line("author \(person) \(time)")
    line("committer \(person) \(time)")
    data(Array(message.utf8))
    if commits == 0, continues { line("from \(Self.branch)^0") }
    for change in changes {
      if let bytes = change.bytes {
        line("M 100644 inline \(change.path)")
        data(bytes)
      } else {
        line("D \(change.path)")
      }
    }
    commits += 1
  }

  private mutating func line(_ text: String) {
    bytes += Array(text.utf8)
    bytes.append(0x0A)
  }

  private mutating func data(_ content: [UInt8]) {
    line("data \(content.count)")
    bytes += content
    bytes.append(0x0A)
  }

  /// A name without the signs that end it.
  private static func plain(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { $0.value >= 32 && $0 != "<" && $0 != ">" }
    let plain = String(String.UnicodeScalarView(kept)).split(separator: " ").joined(separator: " ")
    return plain.isEmpty ? "somebody" : plain
  }
}
