/// What a backup holds: each file's SHA-256, written as `sha256sum` does, so that anyone can check
/// an unpacked backup with `sha256sum -c MANIFEST.sha256`.
struct Manifest: Hashable, Sendable {
  static let name = "MANIFEST.sha256"

  var files: [String: Revision] = [:]

  var bytes: [UInt8] {
    files.sorted { $0.key < $1.key }
      .reduce(into: []) { $0 += Array("\($1.value.hex)  \($1.key)\n".utf8) }
  }

  init() {}

  /// Nil where a line is not one, or a file is listed twice.
  init?(_ bytes: [UInt8]) {
    guard bytes.last == 0x0A else { return nil }
    for line in bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard let text = String(validating: line, as: UTF8.self), text.utf8.count > 66,
        let revision = Revision(hex: String(text.utf8.prefix(64)) ?? ""),
        let name = String(text.utf8.dropFirst(66)), text.utf8.dropFirst(64).starts(with: "  ".utf8),
        files.updateValue(revision, forKey: name) == nil
      else { return nil }
    }
  }
}
