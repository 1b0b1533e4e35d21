/// The longest common subsequence of two arrays, always the same one for the same arrays.
enum CommonSubsequence {
  /// Beyond so many pairs of elements nobody waits for the answer.
  private static let limit = 4_000_000

  /// For each element of the old array, where it stands in the new one; nil where it does not.
  ///
  /// Nil altogether where the stretch that changed is too long to compare. Complexity: O(n·m) for
  /// the stretch between the common beginning and the common end, O(n) before and behind it.
  static func matches(_ old: [JSON], _ new: [JSON]) -> [Int?]? {
    let shared = min(old.count, new.count)
    var head = 0
    while head < shared, old[head] == new[head] { head += 1 }
    var tail = 0
    while tail < shared - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    var matches = [Int?](repeating: nil, count: old.count)
    for index in 0..<head { matches[index] = index }
    for index in 0..<tail { matches[old.count - 1 - index] = new.count - 1 - index }
    let (rows, columns) = (old.count - head - tail, new.count - head - tail)
    guard rows > 0, columns > 0 else { return matches }
    guard rows * columns <= limit else { return nil }
    // lengths[row][column]: of the longest one behind that place.
    let width = columns + 1
    var lengths = [Int](repeating: 0, count: (rows + 1) * width)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        lengths[row * width + column] =
          old[head + row] == new[head + column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      if old[head + row] == new[head + column] {
        matches[head + row] = head + column
        row += 1
        column += 1
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return matches
  }
}
