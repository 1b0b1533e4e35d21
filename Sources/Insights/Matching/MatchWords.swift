/// The words and tags of a text by which it meets another text.
///
/// Words that begin alike count as the same: the first letters stand for the stem, which serves
/// languages with many endings about as well as a grammar of each (Can et al. 2008, Journal of the
/// American Society for Information Science and Technology 59, 407–421, who keep five). Short words
/// are left out, because in most languages they hold a sentence together and say nothing.
public struct MatchWords: Hashable, Sendable {
  /// How many letters stand for a word.
  static let stem = 6
  /// The letters a word must have; one written in capitals, such as ICU, counts from two.
  static let shortest = 4
  /// How many different words and tags of one text are looked at: nobody reads more.
  public static let most = 200

  /// The words as they were first written, by their stems.
  public private(set) var words: [String: String] = [:]
  /// The tags as they were written, by their folded letters.
  public private(set) var tags: [String: String] = [:]

  public init(texts: [String], tags: [String] = [], fold: (String) -> String) {
    for tag in tags.prefix(Self.most) {
      let key = fold(tag)
      if !key.allSatisfy(\.isWhitespace), self.tags[key] == nil { self.tags[key] = tag }
    }
    for text in texts {
      for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        guard words.count < Self.most else { return }
        guard Self.counts(word) else { continue }
        let key = String(fold(String(word)).prefix(Self.stem))
        if words[key] == nil { words[key] = String(word) }
      }
    }
  }

  /// A number alone says little, whatever its length.
  private static func counts(_ word: Substring) -> Bool {
    guard word.contains(where: \.isLetter) else { return false }
    if word.count >= shortest { return true }
    return word.count >= 2 && word.allSatisfy { $0.isUppercase || $0.isNumber }
  }

  /// A word that two texts share under one stem, as both have it: the shorter of the two where the
  /// longer one begins with it, else what they have in common.
  static func common(_ left: String, _ right: String) -> String {
    let (left, right) = (left.lowercased(), right.lowercased())
    let shared = zip(left, right).prefix { $0 == $1 }.count
    if shared == min(left.count, right.count) { return left.count < right.count ? left : right }
    return "\(left.prefix(shared))…"
  }
}
