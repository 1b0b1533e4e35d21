import JSONTree

/// What someone typed and has not saved yet.
public struct Draft: Sendable, Equatable {
  public let name: String
  public let tree: JSON
  /// When it was kept.
  public let at: Timestamp
}

/// What belongs to one member on this host alone: in `.store/members/<member>/`, which only its
/// owner may open (mode 0700), so that two people at one store do not see one another's drafts.
extension DocumentStore {
  /// Keeps a draft durably under a name of its form; an older one of that name is replaced.
  public func saveDraft(_ tree: JSON, name: String, member: String) throws(StoreError) {
    try write(tree, to: draftPath(name, member))
  }

  /// The draft of a name; nil where there is none or it cannot be read.
  public func draft(name: String, member: String) throws(StoreError) -> JSON? {
    try readTree(draftPath(name, member))
  }

  public func removeDraft(name: String, member: String) throws(StoreError) {
    try disk.remove(draftPath(name, member))
  }

  /// All drafts of a member, the oldest first.
  public func drafts(of member: String) throws(StoreError) -> [Draft] {
    let folder = "\(Self.folder(of: member))/drafts"
    var drafts: [Draft] = []
    for entry in try disk.list(folder)?.entries ?? [] where entry.name.hasSuffix(".json") {
      let path = "\(folder)/\(entry.name)"
      guard let name = Self.decoded(String(entry.name.dropLast(5))), let tree = try readTree(path),
        let stamp = try disk.stamp(path)
      else { continue }
      let at = Timestamp(secondsSince1970: stamp.modified / 1_000_000_000)
      drafts.append(Draft(name: name, tree: tree, at: at))
    }
    return drafts.sorted { ($0.at, $0.name) < ($1.at, $1.name) }
  }

  /// What the program remembers for a member, such as when they last looked; empty at first.
  public func privateState(of member: String) throws(StoreError) -> JSON {
    try readTree("\(Self.folder(of: member))/state.json") ?? [:]
  }

  public func setPrivateState(_ tree: JSON, of member: String) throws(StoreError) {
    try write(tree, to: "\(Self.folder(of: member))/state.json")
  }

  private func write(_ tree: JSON, to path: String) throws(StoreError) {
    // The way there is everybody's; only the member's own folder is closed.
    disk.files.close(try disk.makeFolder(".store/members"))
    try disk.replace(path, bytes: tree.canonicalBytes, mode: 0o600, folderMode: 0o700)
  }

  private func readTree(_ path: String) throws(StoreError) -> JSON? {
    guard let bytes = try disk.read(path) else { return nil }
    return try? JSON.parse(bytes)
  }

  private func draftPath(_ name: String, _ member: String) -> String {
    "\(Self.folder(of: member))/drafts/\(Self.encoded(name)).json"
  }

  private static func folder(of member: String) -> String {
    ".store/members/\(encoded(member))"
  }

  /// Any text as a file's name: what is no letter, digit, `-` or `_` becomes `%` and two digits.
  static func encoded(_ text: String) -> String {
    text.utf8.reduce(into: text.isEmpty ? "%" : "") { name, byte in
      switch byte {
      case 48...57, 65...90, 97...122, 45, 95: name.unicodeScalars.append(Unicode.Scalar(byte))
      default: name += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
  }

  private static func decoded(_ name: String) -> String? {
    if name == "%" { return "" }
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
