import Cells

/// The visual rows of a text that is being typed, each without its line feed.
///
/// Only the rows around a change are laid out anew; those behind it move along. So a key costs as
/// much in a text of 60,000 characters as in a short one, but for the moving.
struct TextRows: Hashable, Sendable {
  /// Where each row begins and ends, in order; there is always one.
  private(set) var all: [Range<Int>]
  private(set) var width: Int

  /// Complexity: O(characters).
  init(of characters: [Character], width: Int) {
    self.width = max(1, width)
    all = [0..<0]
    layOut(from: 0, replacing: 0..<characters.count, with: characters.count, in: characters)
  }

  var count: Int { all.count }

  /// The row in which the cursor stands; at a soft break that is the next one. Complexity:
  /// O(log rows).
  func index(of cursor: Int) -> Int {
    var (low, high) = (0, all.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if all[middle].lowerBound <= cursor { low = middle } else { high = middle }
    }
    return low
  }

  /// Follows a change: what stood in `range` was replaced by so many characters.
  ///
  /// - Parameter characters: the text after the change.
  /// - Complexity: O(rows + the characters of the rows that change).
  mutating func follow(_ range: Range<Int>, with count: Int, in characters: [Character]) {
    // A word that gets shorter may fit into the row before; the one before that is as it was.
    layOut(
      from: max(0, index(of: range.lowerBound) - 2), replacing: range, with: count,
      in: characters)
  }

  private mutating func layOut(
    from first: Int, replacing range: Range<Int>, with count: Int, in characters: [Character]
  ) {
    let shift = count - range.count
    // The rows behind the change, which stay as they are from where one of them begins again.
    var old = index(of: range.upperBound)
    if all[old].lowerBound < range.upperBound { old += 1 }
    var rows = Array(all[..<first])
    var start = all[first].lowerBound
    while true {
      let end = TextWrap.endOfRow(from: start, in: characters, width: width)
      rows.append(start..<end)
      if end == characters.count { break }
      start = characters[end] == "\n" ? end + 1 : end
      while old < all.count, all[old].lowerBound + shift < start { old += 1 }
      if old < all.count, all[old].lowerBound + shift == start {
        rows += all[old...].lazy.map { $0.lowerBound + shift..<$0.upperBound + shift }
        break
      }
    }
    all = rows
  }
}
