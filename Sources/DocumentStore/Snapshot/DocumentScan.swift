import JSONTree

/// The terms of documents of one type, found in their bytes.
///
/// They are those that `DocumentTerms` finds in a document's tree, in a third of the time.
struct DocumentScan {
  private var found: JSONTexts
  private let type: String
  private let version: String
  private let isNamedBySite: Bool
  private let keys: [JSONPath]

  /// The bits of what every document has, then those of the keys, then those of what is searched.
  private enum Bit {
    static let (id, type, version, conflict) = (UInt64(1), UInt64(2), UInt64(4), UInt64(8))
    static let count = 4

    static func key(_ index: Int) -> UInt64 { 1 << UInt64(count + index) }
  }

  private var searched: UInt64 { ~(Bit.key(keys.count) - 1) }

  /// Nil for a type with more paths than can be told apart.
  init?(_ schema: Schema) {
    let paths = ["id", "type", "schema", KeptConflict.path] + schema.keys + schema.searchable
    guard paths.count < 64 else { return nil }
    found = JSONTexts(marking: paths)
    type = schema.type
    version = "\(schema.version)"
    isNamedBySite = schema.isNamedBySite
    keys = schema.keys
  }

  /// Looks at a document.
  ///
  /// - Returns: whether all is as it mostly is: it is canonical, of the newest version and has no two
  ///   versions of anything. Whatever else may be whole or damaged, which the parser tells.
  mutating func look(at bytes: UnsafeBufferPointer<UInt8>, id: DocumentID) -> Bool {
    guard found.scan(bytes), found.seen & Bit.conflict == 0 else { return false }
    var sound: UInt64 = isNamedBySite && found.seen & Bit.id == 0 ? Bit.id : 0
    for text in found.texts where text.ownMarks & (Bit.id | Bit.type | Bit.version) != 0 {
      let slice = bytes[text.range]
      switch (text.ownMarks & (Bit.id | Bit.type | Bit.version), text.form) {
      case (Bit.id, .plain): if slice.elementsEqual(id.utf8) { sound |= Bit.id }
      case (Bit.type, .plain): if slice.elementsEqual(type.utf8) { sound |= Bit.type }
      case (Bit.version, .number): if slice.elementsEqual(version.utf8) { sound |= Bit.version }
      default: return false
      }
    }
    return sound == Bit.id | Bit.type | Bit.version
  }

  /// Calls `add` with each word of the document that was looked at, some of them more than once.
  func forEachWord(
    of bytes: UnsafeBufferPointer<UInt8>, add: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    for text in found.texts where text.marks & searched != 0 && text.form != .number {
      let slice = UnsafeBufferPointer(rebasing: bytes[text.range])
      if text.form == .plain, found.isASCII || slice.allSatisfy({ $0 < 0x80 }) {
        Self.split(plain: slice, add: add)
      } else {
        DocumentTerms.forEachWord(of: Self.string(text, bytes), add: add)
      }
    }
  }

  /// Calls `add` with each name of the document that was looked at, some of them more than once.
  func forEachName(
    of bytes: UnsafeBufferPointer<UInt8>, add: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    // What is written with a backslash is none that a name has.
    for text in found.texts where text.form == .plain {
      let slice = UnsafeBufferPointer(rebasing: bytes[text.range])
      if Place.isName(slice) { add(slice) }
    }
    for (index, path) in keys.enumerated() {
      let text = found.texts.first {
        $0.ownMarks & Bit.key(index) != 0 && $0.form != .number
      }
      var key = DocumentTerms.key(path, text.map { Self.string($0, bytes) } ?? "")
      key.withUTF8(add)
    }
  }

  private static func string(_ text: JSONTexts.Text, _ bytes: UnsafeBufferPointer<UInt8>) -> String
  {
    let slice = UnsafeBufferPointer(rebasing: bytes[text.range])
    if text.form == .plain { return String(decoding: slice, as: UTF8.self) }
    let quoted = UnsafeBufferPointer(
      rebasing: bytes[text.range.lowerBound - 1..<text.range.upperBound + 1])
    return (try? JSON.parse(quoted))?.string ?? ""
  }

  /// The words of a text of ASCII letters, in lower case.
  private static func split(
    plain text: UnsafeBufferPointer<UInt8>, add: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { folded in
      var start = 0
      for index in 0..<text.count {
        let byte = text[index]
        folded[index] = byte &- 65 < 26 ? byte | 0x20 : byte
        guard byte == 0x20 else { continue }
        if index > start { add(UnsafeBufferPointer(rebasing: folded[start..<index])) }
        start = index + 1
      }
      if text.count > start { add(UnsafeBufferPointer(rebasing: folded[start..<text.count])) }
    }
  }
}
