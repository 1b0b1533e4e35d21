extension MatchWords {
  /// What two texts have in common, as whoever reads both would say it.
  public struct Shared: Hashable, Sendable {
    public var tags: [String]
    /// By their stems.
    public var words: [String: String]

    public var isEmpty: Bool { tags.isEmpty && words.isEmpty }
  }

  public func shared(with other: MatchWords) -> Shared {
    var words: [String: String] = [:]
    for (key, word) in self.words {
      if let theirs = other.words[key] { words[key] = Self.common(word, theirs) }
    }
    let tags = self.tags.filter { other.tags[$0.key] != nil }
    return Shared(tags: tags.sorted { $0.key < $1.key }.map(\.value), words: words)
  }
}

extension MatchWords.Shared {
  /// What speaks for something that may help, and how much; nil where it is too little to be said.
  ///
  /// A tag is enough, and so are two words that few documents have. One that many have is no word of
  /// this subject, whatever the language.
  ///
  /// - Parameter frequency: how many documents have a stem.
  public func proposal(
    _ frequency: (String) -> Int
  ) -> (score: Double, reasons: [MatchReason])? {
    let telling = words.filter { frequency($0.key) <= Self.mostWithAWord }.sorted { left, right in
      (frequency(left.key), left.key) < (frequency(right.key), right.key)
    }
    guard !tags.isEmpty || telling.count > 1 else { return nil }
    var score = 2 * Double(tags.count)
    for word in telling { score += 1 / Double(1 + frequency(word.key)) }
    var reasons: [MatchReason] = []
    if !tags.isEmpty { reasons.append(.sameTags(Array(tags.prefix(3)))) }
    if !telling.isEmpty { reasons.append(.sameWords(telling.prefix(3).map(\.value))) }
    return (score, reasons)
  }

  /// A word that more documents have tells nothing of what one of them is about.
  public static let mostWithAWord = 12
}
