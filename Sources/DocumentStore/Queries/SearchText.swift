import JSONTree

/// A text as it is searched: in lower case and without accents.
///
/// Letters of the Latin blocks lose their accents by a table, and combining marks are dropped, so
/// that "ödem", "Ödem" and "odem" find one another however they were typed.
public struct SearchText: Hashable, Sendable {
  /// UTF-8.
  public let bytes: [UInt8]

  public init(_ text: String) {
    if let plain = Self.foldPlain(text) {
      bytes = plain
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        let byte = UInt8(scalar.value)
        bytes.append((65...90).contains(byte) ? byte + 32 : byte)
      } else {
        Self.fold(scalar, into: &bytes)
      }
    }
    self.bytes = bytes
  }

  /// A text of ASCII letters only, which most are, in a single pass.
  private static func foldPlain(_ text: String) -> [UInt8]? {
    let folded = text.utf8.withContiguousStorageIfAvailable { utf8 -> [UInt8]? in
      var all: UInt8 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: utf8.count) { buffer, count in
        for index in 0..<utf8.count {
          let byte = utf8[index]
          all |= byte
          buffer[index] = byte &- 65 < 26 ? byte | 0x20 : byte
        }
        count = utf8.count
      }
      return all < 0x80 ? bytes : nil
    }
    return folded ?? nil
  }

  public func contains(_ part: String) -> Bool { contains(folded: SearchText(part)) }

  /// Complexity: O(n · m), in practice O(n).
  public func contains(folded part: SearchText) -> Bool {
    guard let first = part.bytes.first else { return true }
    guard bytes.count >= part.bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { text in
      part.bytes.withUnsafeBufferPointer { wanted in
        for start in 0...(text.count - wanted.count) where text[start] == first {
          if text[start..<start + wanted.count].elementsEqual(wanted) { return true }
        }
        return false
      }
    }
  }

  /// The words of what someone typed to search for.
  public static func words(in text: String) -> [SearchText] {
    text.split(whereSeparator: \.isWhitespace).map { SearchText(String($0)) }
  }

  /// The texts at a place of a document: one, or those of an array and of the records in it.
  static func texts(in value: JSON?) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap { texts(in: $0) }
    case .object(let object): object.fields.flatMap { texts(in: $0.value) }
    default: []
    }
  }

  private static func fold(_ scalar: Unicode.Scalar, into bytes: inout [UInt8]) {
    switch scalar.value {
    case 0x300...0x36F: return
    case 0xC0...0x17F: append(latin, scalar.value - 0xC0, scalar, &bytes)
    case 0x1E00...0x1EFF: append(latinAdditional, scalar.value - 0x1E00, scalar, &bytes)
    default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  private static func append(
    _ table: [UInt8], _ index: UInt32, _ scalar: Unicode.Scalar, _ bytes: inout [UInt8]
  ) {
    switch scalar.value {
    case 0xC6, 0xE6: bytes.append(contentsOf: "ae".utf8)
    case 0x152, 0x153: bytes.append(contentsOf: "oe".utf8)
    case 0xDF, 0x1E9E: bytes.append(contentsOf: "ss".utf8)
    case 0xDE, 0xFE: bytes.append(contentsOf: "th".utf8)
    case 0x132, 0x133: bytes.append(contentsOf: "ij".utf8)
    default:
      let letter = table[Int(index)]
      if letter == UInt8(ascii: ".") {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else {
        bytes.append(letter)
      }
    }
  }

  /// The plain letters of U+00C0 to U+017F; a dot where there is none.
  private static let latin = Array(
    """
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccdd\
    ddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllllllllnnnnnn...oooooo..rrrrrrssssss\
    ssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """.utf8)

  /// The plain letters of U+1E00 to U+1EFF; a dot where there is none.
  private static let latinAdditional = Array(
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo\
    oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......\
    aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu\
    uuyyyyyyyy......
    """.utf8)
}
