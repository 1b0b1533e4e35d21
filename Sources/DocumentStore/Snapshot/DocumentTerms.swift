import JSONTree

/// What a document can be found by: the words of its searchable fields, and names.
///
/// Words are what stands between blanks in the folded text: whatever is searched for has no blank in
/// it, so it lies in a text exactly where it lies in one of these. Names are the ids that a document
/// mentions anywhere, the values that its type is looked up by, and that it has two versions of
/// something.
enum DocumentTerms {
  /// The name that documents with two versions of a field bear.
  static let conflict = Array("?conflict".utf8)

  /// The name of a value that documents are looked up by; case does not count.
  static func key(_ path: JSONPath, _ value: String) -> [UInt8] {
    Array("=\(path)=".utf8) + SearchText(value).bytes
  }

  static func name(_ id: DocumentID) -> [UInt8] { Array(id.utf8) }

  /// Whether a text may be a document's id: a ULID, or two with a dot between them.
  static func mayBeID(_ text: String) -> Bool {
    let count = text.utf8.count
    guard count == 26 || count == 53 else { return false }
    return text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: ".")
    }
  }

  /// Calls `add` with each word of a document's searchable fields, some of them more than once.
  static func forEachWord(
    of tree: JSON, _ schema: Schema, add: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    for path in schema.searchable {
      guard let value = tree[path] else { continue }
      forEachText(in: value) { text in
        SearchText(text).bytes.withUnsafeBufferPointer { split($0, add: add) }
      }
    }
  }

  /// Calls `add` with each name of a document, some of them more than once.
  static func forEachName(
    of tree: JSON, _ schema: Schema, add: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    forEachText(in: tree) { text in
      guard mayBeID(text) else { return }
      var text = text
      text.withUTF8(add)
    }
    for path in schema.keys {
      guard let value = tree[path]?.string else { continue }
      key(path, value).withUnsafeBufferPointer(add)
    }
    if tree[KeptConflict.path] != nil { conflict.withUnsafeBufferPointer(add) }
  }

  /// Whether a document bears one of these names.
  static func bears(_ names: Set<[UInt8]>, _ tree: JSON, _ schema: Schema) -> Bool {
    var bears = false
    forEachName(of: tree, schema) { name in
      if !bears, names.contains(Array(name)) { bears = true }
    }
    return bears
  }

  private static func forEachText(in value: JSON, _ body: (String) -> Void) {
    switch value {
    case .string(let text): body(text)
    case .array(let elements): for element in elements { forEachText(in: element, body) }
    case .object(let object): for field in object.fields { forEachText(in: field.value, body) }
    default: break
    }
  }

  private static func split(
    _ text: UnsafeBufferPointer<UInt8>, add: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for index in 0...text.count {
      let isBlank = index == text.count || text[index] == 0x20 || (9...13).contains(text[index])
      guard isBlank else { continue }
      if index > start { add(UnsafeBufferPointer(rebasing: text[start..<index])) }
      start = index + 1
    }
  }
}
