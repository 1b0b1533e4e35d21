/// How wide a text is on the screen, in columns.
public enum TextWidth {
  /// Columns of a text as `Grid.write` would draw it. Complexity: O(n) in its length.
  public static func of(_ text: some StringProtocol, glyphs: Glyphs = .unicode) -> Int {
    var plain = true
    var count = 0
    for byte in text.utf8 {
      guard byte >= 0x20 && byte < 0x7F else {
        plain = false
        break
      }
      count += 1
    }
    if plain { return count }
    return DisplayCluster.all(in: text, glyphs: glyphs).reduce(0) { $0 + $1.columns }
  }

  /// Columns of one character: 0 for one that is never seen, more than 2 for a spelt-out one.
  public static func of(_ character: Character, glyphs: Glyphs = .unicode) -> Int {
    if let byte = character.asciiValue, byte >= 0x20, byte < 0x7F { return 1 }
    return DisplayCluster.all(in: character, glyphs: glyphs).reduce(0) { $0 + $1.columns }
  }

  /// The text cut to `columns`, with an ellipsis where something was left out.
  public static func clamped(_ text: String, to columns: Int, glyphs: Glyphs = .unicode) -> String {
    FittedText(DisplayCluster.all(in: text, glyphs: glyphs), columns: columns, glyphs: glyphs)
      .clusters.reduce(into: "") { $0 += $1.text }
  }

  /// The text cut to, or filled up with blanks to, exactly `columns`.
  public static func padded(
    _ text: String, to columns: Int, alignment: Alignment = .left, glyphs: Glyphs = .unicode
  ) -> String {
    let cut = clamped(text, to: columns, glyphs: glyphs)
    let missing = max(0, columns - of(cut, glyphs: glyphs))
    let before = alignment.offset(of: columns - missing, within: columns)
    return String(repeating: " ", count: before) + cut
      + String(repeating: " ", count: missing - before)
  }
}

/// Where a text stands within the columns it is given.
public enum Alignment: Hashable, Sendable {
  case left, centre, right

  /// Columns to leave before a text of `columns`, never negative.
  public func offset(of columns: Int, within available: Int) -> Int {
    let spare = max(0, available - columns)
    return switch self {
    case .left: 0
    case .centre: spare / 2
    case .right: spare
    }
  }
}

/// Clusters cut so that they fit into a number of columns, without halving a wide one.
struct FittedText {
  var clusters: [DisplayCluster]
  var columns: Int

  init(_ all: [DisplayCluster], columns limit: Int, glyphs: Glyphs, ellipsis: Bool = true) {
    clusters = all
    columns = all.reduce(0) { $0 + $1.columns }
    guard columns > limit else { return }
    let mark = ellipsis ? 1 : 0
    while let last = clusters.last, columns + mark > limit {
      columns -= last.columns
      clusters.removeLast()
    }
    if ellipsis && limit > 0 {
      clusters.append(DisplayCluster(text: glyphs.ellipsis, columns: 1))
      columns += 1
    }
  }
}
