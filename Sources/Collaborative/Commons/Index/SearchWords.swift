import DocumentStore

/// The words of a text as a search compares them: runs of letters and digits, in lower case and
/// without accents; an apostrophe inside a word is dropped.
enum SearchWords {
  /// Longer words are cut: nobody types more, and a pasted text is no word.
  static let longest = 48

  /// Calls `body` with the place of each word and with the word folded.
  static func forEach(in text: String, _ body: (Range<String.Index>, [UInt8]) -> Void) {
    let scalars = text.unicodeScalars
    var start: String.Index?
    var index = scalars.startIndex
    func end(at end: String.Index) {
      guard let begin = start else { return }
      start = nil
      let word = fold(scalars[begin..<end])
      if !word.isEmpty { body(begin..<end, word) }
    }
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if isOfWord(scalar) {
        if start == nil { start = index }
      } else if !isApostrophe(scalar) || start == nil {
        end(at: index)
      }
      index = scalars.index(after: index)
    }
    end(at: scalars.endIndex)
  }

  static func all(in text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    forEach(in: text) { words.append($1) }
    return words
  }

  private static func fold(_ word: Substring.UnicodeScalarView) -> [UInt8] {
    var bytes = SearchText(String(word)).bytes
    bytes.removeAll { $0 == UInt8(ascii: "'") }
    if bytes.contains(0xE2) {
      // The typographic apostrophe, U+2019.
      let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { !isApostrophe($0) }
      bytes = Array(String(String.UnicodeScalarView(text)).utf8)
    }
    return bytes.count > longest ? Array(bytes.prefix(longest)) : bytes
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      switch UInt8(scalar.value) {
      case 48...57, 65...90, 97...122: return true
      default: return false
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
