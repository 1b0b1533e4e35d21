import DocumentStore
import Glibc
import JSONTree

/// Where the gate writes down what it refused: one line of JSON each, with when, who, from where
/// and why; of what was typed hardly more than the word that was refused.
struct GateLog: Sendable {
  let path: String
  let member: String
  /// The caller's address, where sshd told one.
  let from: String?

  /// Bytes after which the file is put aside as `.1`, in the place of the one before.
  static let longest = 8 << 20

  /// Characters of a reason that are kept; it may say back what somebody typed.
  static let longestReason = 400

  func refused(_ words: String) {
    let visible = TerminalText.visible(words, keepsLines: false)
    let reason = visible.prefix(Self.longestReason)
    var line: JSON = [
      "at": .string(Timestamp.now.description), "member": .string(GateRefusal.clipped(member)),
      "refused": .string(reason + (reason.endIndex == visible.endIndex ? "" : "…")),
    ]
    if let from { line["from"] = .string(from) }
    let bytes = Array((TerminalText.visibleJSON(line.compactText) + "\n").utf8)
    makeFolders()
    var status = stat()
    if stat(path, &status) == 0, Int(status.st_size) > Self.longest { rename(path, path + ".1") }
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return Output.note("huddle: the log \(path) cannot be written") }
    defer { close(file) }
    // One write appends whole, whoever else writes.
    if write(file, bytes, bytes.count) != bytes.count {
      Output.note("huddle: the log \(path) cannot be written")
    }
  }

  private func makeFolders() {
    let parts = path.split(separator: "/").dropLast()
    var folder = ""
    for part in parts {
      folder += "/\(part)"
      mkdir(folder, 0o700)
    }
  }

  /// The address in `SSH_CONNECTION`, as far as it looks like one.
  static func address(_ connection: String?) -> String? {
    let first = connection?.split(separator: " ").first.map(String.init) ?? ""
    let isAddress =
      !first.isEmpty && first.utf8.count <= 64
      && first.utf8.allSatisfy { "0123456789abcdefABCDEF.:%".utf8.contains($0) }
    return isAddress ? first : nil
  }
}
