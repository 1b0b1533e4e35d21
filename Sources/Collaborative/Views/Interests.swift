import Improvement

/// What a person says about themselves, as something to hold documents against.
struct Interests {
  private let phrases: [Words]
  /// The longer words of what they care about, in their own sentence.
  private let caredAbout: [Words]
  /// What to look for to find what may fit.
  let searches: [String]

  init(_ member: Member?) {
    let interests = member?.interests ?? []
    let sentence = member?.caresAbout ?? ""
    let longer = Set(sentence.split { !$0.isLetter }.filter { $0.count > 4 }.map(String.init))
    phrases = interests.map { Words($0) }
    caredAbout = longer.sorted().map { Words($0) }
    searches = interests + longer.sorted()
  }

  var isEmpty: Bool { searches.isEmpty }

  /// An interest fits as a whole, a sentence by two of its longer words.
  func fit(_ texts: [String]) -> Bool {
    let text = SearchedText(texts)
    return phrases.contains { $0.match(text) }
      || !caredAbout.isEmpty
        && caredAbout.count { $0.match(text) } >= max(1, min(2, caredAbout.count))
  }
}
