import JSONTree

/// What a document can be found by: the words of its searchable fields, and names.
///
/// Words are what stands between blanks in the folded text: whatever is searched for has no blank in
/// it, so it lies in a text exactly where it lies in one of these. Names are the texts that may be
/// ids, wherever in the document they are, the values that its type is looked up by, and that it has two versions of
/// something.
enum DocumentTerms {
  /// The name that documents with two versions of a field bear.
  static let conflict = "?conflict"

  /// The name of a value that documents are looked up by; case does not count.
  static func key(_ path: JSONPath, _ value: String) -> String {
    "=\(path)=" + String(decoding: SearchText(value).bytes, as: UTF8.self)
  }

  /// Calls `add` with each word of a document's searchable fields, some of them more than once.
  static func forEachWord(
    of tree: JSON, _ schema: Schema, add: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    for path in schema.searchable {
      guard let value = tree[path] else { continue }
      forEachText(in: value) { forEachWord(of: $0, add: add) }
    }
  }

  /// Calls `add` with each word of a text.
  static func forEachWord(of text: String, add: (UnsafeBufferPointer<UInt8>) -> Void) {
    SearchText(text).bytes.withUnsafeBufferPointer { split($0, add: add) }
  }

  /// Calls `add` with each name of a document, some of them more than once.
  static func forEachName(of tree: JSON, _ schema: Schema, add: (String) -> Void) {
    forEachText(in: tree) { if Place.isName($0[...]) { add($0) } }
    for path in schema.keys { add(key(path, tree[path]?.string ?? "")) }
    if tree[KeptConflict.path] != nil { add(conflict) }
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
