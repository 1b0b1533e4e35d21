/// Sentences with the words of a body of text, each word chosen by the two before it (Shannon 1948,
/// "A Mathematical Theory of Communication", section 3).
///
/// Words are as frequent as in the text, so that what is searched is like what people write.
struct WordChain {
  private var followers: [String: [String]] = [:]
  private var beginnings: [(String, String)] = []

  init(learningFrom texts: some Sequence<String>) {
    for text in texts {
      let words = text.split(separator: " ").map(String.init)
      guard words.count >= 4 else { continue }
      beginnings.append((words[0], words[1]))
      for index in 2..<words.count {
        followers["\(words[index - 2]) \(words[index - 1])", default: []].append(words[index])
      }
    }
  }

  /// A text of about so many characters, cut at a word.
  func text(ofLength length: Int, using random: inout some RandomNumberGenerator) -> String {
    var text = ""
    while text.utf8.count < length, var (first, second) = beginnings.randomElement(using: &random) {
      text += text.isEmpty ? "\(first) \(second)" : " \(first) \(second)"
      while text.utf8.count < length,
        let next = followers["\(first) \(second)"]?.randomElement(using: &random)
      {
        text += " \(next)"
        (first, second) = (second, next)
      }
    }
    return text
  }
}
