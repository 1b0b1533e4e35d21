/// How well a typed pattern fits a text, as a person who types a few letters of it means.
public struct FuzzyMatch: Hashable, Sendable {
  /// Higher is better; only comparable for the same pattern.
  public var score: Int
  /// Which characters of the text were meant.
  public var positions: [Int]

  /// Finds the pattern's letters in their order, wherever they stand; nil where one is missing.
  ///
  /// Letters in a row, at a word's beginning and early in the text count more; case and accents do
  /// not matter, blanks in the pattern part words that are looked for one after the other. Both
  /// leftmost and word-by-word readings are tried. Complexity: O(n) in the text's length.
  public init?(_ pattern: some StringProtocol, in text: some StringProtocol) {
    let wanted = pattern.filter { $0 != " " }.map(Self.folded)
    let letters = text.map(Self.folded)
    guard !wanted.isEmpty else {
      self.init(score: 0, positions: [])
      return
    }
    let readings = [
      Self.contiguous(wanted, letters), Self.byWords(wanted, letters),
      Self.leftmost(wanted, letters),
    ]
    let scored = readings.compactMap { $0 }.map { positions in
      FuzzyMatch(score: Self.score(positions, letters), positions: positions)
    }
    guard let best = scored.max(by: { $0.score < $1.score }) else { return nil }
    self = best
  }

  private init(score: Int, positions: [Int]) {
    self.score = score
    self.positions = positions
  }

  private static func folded(_ character: Character) -> Character {
    if character.isASCII { return Character(character.lowercased()) }
    guard let scalar = character.lowercased().unicodeScalars.first else { return character }
    return Character(accents[Character(scalar)].map(String.init) ?? String(scalar))
  }

  private static let accents: [Character: Character] = {
    let pairs = zip("àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ", "aaaaaaceeeeiiiinoooooouuuuyy")
    return Dictionary(uniqueKeysWithValues: Array(pairs))
  }()

  private static func contiguous(_ wanted: [Character], _ letters: [Character]) -> [Int]? {
    guard wanted.count <= letters.count else { return nil }
    var found: Int?
    for start in 0...(letters.count - wanted.count)
    where letters[start] == wanted[0]
      && letters[start..<(start + wanted.count)].elementsEqual(wanted)
    {
      if isWordStart(start, letters) { return Array(start..<(start + wanted.count)) }
      found = found ?? start
    }
    return found.map { Array($0..<($0 + wanted.count)) }
  }

  /// Prefers a word's first letter wherever the next letter doesn't follow directly.
  private static func byWords(_ wanted: [Character], _ letters: [Character]) -> [Int]? {
    var positions: [Int] = []
    var from = 0
    for letter in wanted {
      if from > 0, from < letters.count, letters[from] == letter {
        positions.append(from)
      } else if let start = (from..<max(from, letters.count)).first(where: {
        letters[$0] == letter && isWordStart($0, letters)
      }) {
        positions.append(start)
      } else {
        return nil
      }
      from = (positions.last ?? 0) + 1
    }
    return positions
  }

  private static func leftmost(_ wanted: [Character], _ letters: [Character]) -> [Int]? {
    var positions: [Int] = []
    for (index, letter) in letters.enumerated() where positions.count < wanted.count {
      if letter == wanted[positions.count] { positions.append(index) }
    }
    return positions.count == wanted.count ? positions : nil
  }

  private static func score(_ positions: [Int], _ letters: [Character]) -> Int {
    var score = 0
    for (offset, position) in positions.enumerated() {
      if isWordStart(position, letters) { score += 12 }
      if offset > 0 {
        let gap = position - positions[offset - 1] - 1
        score += gap == 0 ? 10 : -min(gap, 6)
      }
    }
    return score * 8 - min(positions.first ?? 0, 40) - min(letters.count, 80) / 8
  }

  private static func isWordStart(_ index: Int, _ letters: [Character]) -> Bool {
    index == 0 || !(letters[index - 1].isLetter || letters[index - 1].isNumber)
  }
}
