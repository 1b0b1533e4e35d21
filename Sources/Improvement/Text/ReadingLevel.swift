/// How easily a text is read, whatever its language.
///
/// LIX, the readability index of C. H. Björnsson (1968, "Läsbarhet", Liber, Stockholm): the words
/// in a sentence, and of a hundred words those with more than six letters. It needs no dictionary
/// and holds for languages that part their words by spaces. It knows nothing of what the words
/// mean: a hint, never a gate.
public struct ReadingLevel: Hashable, Sendable {
  /// By Björnsson's steps: up to 40 as in stories, up to 50 as in newspapers, above that as in
  /// official texts.
  public enum Ease: Hashable, Sendable { case easy, newspaper, hard }

  /// Words in an average sentence.
  public let sentenceLength: Double
  /// The share of words with more than six letters, between 0 and 1.
  public let longWords: Double

  /// Words in a sentence and long words in a hundred, added up.
  public var lix: Double { sentenceLength + 100 * longWords }

  public var ease: Ease { lix <= 40 ? .easy : lix <= 50 ? .newspaper : .hard }

  /// Nil for a text of fewer than eight words, of which it says nothing, and for one in a script
  /// that does not part its words.
  ///
  /// - Complexity: O(n).
  public init?(_ text: String) {
    var words = 0
    var long = 0
    var sentences = 0
    var letters = 0
    var isSentence = false
    func isWordPart(_ character: Character) -> Bool {
      character.isLetter || character.isNumber || character == "'" || character == "’"
    }
    for character in text {
      if isWordPart(character) {
        if Self.isUnparted(character) { return nil }
        letters += 1
        isSentence = true
        continue
      }
      if letters > 0 {
        words += 1
        if letters > Self.longest { long += 1 }
        letters = 0
      }
      if isSentence, Self.ends.contains(character) || character.isNewline {
        sentences += 1
        isSentence = false
      }
    }
    if letters > 0 {
      words += 1
      if letters > Self.longest { long += 1 }
    }
    if isSentence { sentences += 1 }
    guard words >= Self.fewest, sentences > 0 else { return nil }
    sentenceLength = Double(words) / Double(sentences)
    longWords = Double(long) / Double(words)
  }

  private static let fewest = 8
  /// A word of more letters is long.
  private static let longest = 6
  /// What ends a sentence; Björnsson counts a colon as well.
  private static let ends: Set<Character> = [".", "!", "?", ":", "…", "؟", "۔", "।"]

  /// Letters of scripts that write words without spaces: Thai, Lao, Burmese, Khmer, Kana, Han.
  private static func isUnparted(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first?.value, scalar >= 0x0E00 else { return false }
    return switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
      0x20000...0x2FA1F:
      true
    default: false
    }
  }
}

extension ReadingLevel: CustomStringConvertible {
  /// `easy to read`, or what would help.
  public var description: String {
    switch ease {
    case .easy: "easy to read"
    case .newspaper: "reads like a newspaper"
    case .hard:
      switch (sentenceLength > Self.longSentence, longWords > Self.manyLongWords) {
      case (true, true): "hard to read: shorter sentences and words would help"
      case (false, true): "hard to read: shorter words would help"
      default: "hard to read: shorter sentences would help"
      }
    }
  }

  private static let longSentence = 18.0
  private static let manyLongWords = 0.3
}
