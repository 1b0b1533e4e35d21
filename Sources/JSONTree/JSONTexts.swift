/// The texts of a document where they lie among its bytes, found without making values of them.
///
/// An index over hundreds of thousands of documents looks at every text of each, and needs none of
/// the trees that a parser makes: making and taking them apart takes longer than all else.
///
/// What is found sound here the parser accepts, but not the other way round: keys must be plain and in
/// order, as the canonical writer puts them, and a text may not have `\u` in it. Whatever is not found
/// sound is for the parser, which also says what is wrong.
public struct JSONTexts: Sendable {
  /// A text, or the number that a marked path leads to.
  public struct Text: Sendable {
    public enum Form: Sendable {
      /// Just the bytes that it says.
      case plain
      /// Some of it stands behind a backslash.
      case escaped
      case number
    }

    /// Its bytes, without quotes.
    public var range: Range<Int>
    public var form: Form
    /// The paths that lead to it or to what it is in, a bit for each.
    public var marks: UInt64
    /// The paths that lead to it itself.
    public var ownMarks: UInt64
  }

  /// What was found by the last scan that found a document sound.
  public private(set) var texts: [Text] = []
  /// The paths that lead to anything, a bit for each.
  public private(set) var seen: UInt64 = 0
  /// Whether all of the document is ASCII.
  public private(set) var isASCII = true

  private struct Node: Sendable {
    var children: [(key: [UInt8], node: Int)] = []
    var marks: UInt64 = 0
  }

  /// The paths as a tree of their steps; the first is the document.
  private var nodes = [Node()]
  private let limits: JSONLimits

  /// - Parameter paths: at most 64, none through a list; each has the bit of its place here.
  public init(marking paths: [JSONPath], limits: JSONLimits = .document) {
    precondition(paths.count <= 64, "a bit for each path")
    self.limits = limits
    for (index, path) in paths.enumerated() {
      var node = 0
      for step in path.steps {
        let key = Array(step.utf8)
        if let child = nodes[node].children.first(where: { $0.key == key }) {
          node = child.node
        } else {
          nodes.append(Node())
          nodes[node].children.append((key, nodes.count - 1))
          node = nodes.count - 1
        }
      }
      nodes[node].marks |= 1 << UInt64(index)
    }
  }

  /// Finds the texts of a document.
  ///
  /// - Returns: whether it is sound; if not, nothing is known of it.
  /// - Complexity: O(n), without memory for each value.
  public mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    texts.removeAll(keepingCapacity: true)
    (seen, isASCII) = (0, true)
    guard let start = bytes.baseAddress, bytes.count <= limits.documentBytes else { return false }
    var cursor = Cursor(start: start, count: bytes.count, longest: limits.stringBytes)
    guard cursor.next == UInt8(ascii: "{"), scanObject(&cursor, depth: 1, node: 0, marks: 0) else {
      return false
    }
    cursor.skipSpace()
    guard cursor.isAtEnd else { return false }
    isASCII = cursor.isASCII
    return isASCII || String(validating: bytes, as: UTF8.self) != nil
  }

  private mutating func scanObject(
    _ cursor: inout Cursor, depth: Int, node: Int?, marks: UInt64
  ) -> Bool {
    guard depth <= limits.depth else { return false }
    cursor.position += 1
    cursor.skipSpace()
    if cursor.take("}") { return true }
    var last: Range<Int>?
    while true {
      guard cursor.next == UInt8(ascii: "\""), let (key, form) = cursor.string(), form == .plain
      else { return false }
      if let last, !cursor.isBefore(last, key) { return false }
      last = key
      cursor.skipSpace()
      guard cursor.take(":") else { return false }
      cursor.skipSpace()
      let child = node.flatMap { node in
        nodes[node].children.first { cursor.isEqual(key, $0.key) }?.node
      }
      let own = child.map { nodes[$0].marks } ?? 0
      seen |= own
      guard scanValue(&cursor, depth: depth, node: child, marks: marks | own, own: own) else {
        return false
      }
      cursor.skipSpace()
      if cursor.take("}") { return true }
      guard cursor.take(",") else { return false }
      cursor.skipSpace()
    }
  }

  private mutating func scanArray(_ cursor: inout Cursor, depth: Int, marks: UInt64) -> Bool {
    guard depth <= limits.depth else { return false }
    cursor.position += 1
    cursor.skipSpace()
    if cursor.take("]") { return true }
    while true {
      guard scanValue(&cursor, depth: depth, node: nil, marks: marks, own: 0) else { return false }
      cursor.skipSpace()
      if cursor.take("]") { return true }
      guard cursor.take(",") else { return false }
      cursor.skipSpace()
    }
  }

  private mutating func scanValue(
    _ cursor: inout Cursor, depth: Int, node: Int?, marks: UInt64, own: UInt64
  ) -> Bool {
    switch cursor.next {
    case UInt8(ascii: "\""):
      guard let (range, form) = cursor.string() else { return false }
      texts.append(Text(range: range, form: form, marks: marks, ownMarks: own))
      return true
    case UInt8(ascii: "{"):
      return scanObject(&cursor, depth: depth + 1, node: node, marks: marks)
    case UInt8(ascii: "["): return scanArray(&cursor, depth: depth + 1, marks: marks)
    case UInt8(ascii: "t"): return cursor.take(word: "true")
    case UInt8(ascii: "f"): return cursor.take(word: "false")
    case UInt8(ascii: "n"): return cursor.take(word: "null")
    default:
      guard let range = cursor.number() else { return false }
      if own != 0 {
        texts.append(Text(range: range, form: .number, marks: marks, ownMarks: own))
      }
      return true
    }
  }
}

/// A place among bytes, with the grammar's smallest parts.
private struct Cursor {
  let start: UnsafePointer<UInt8>
  let count: Int
  let longest: Int
  var position = 0
  var isASCII = true

  var isAtEnd: Bool { position == count }

  /// The byte at the position; 0, which no document has, at the end.
  var next: UInt8 { position < count ? start[position] : 0 }

  mutating func skipSpace() {
    while position < count {
      switch start[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard position < count, start[position] == UInt8(ascii: sign) else { return false }
    position += 1
    return true
  }

  mutating func take(word: StaticString) -> Bool {
    guard position + word.utf8CodeUnitCount <= count else { return false }
    for index in 0..<word.utf8CodeUnitCount where start[position + index] != word.utf8Start[index] {
      return false
    }
    position += word.utf8CodeUnitCount
    return true
  }

  /// Goes behind the string whose opening quote stands at the position; nil where it is not sound.
  mutating func string() -> (range: Range<Int>, form: JSONTexts.Text.Form)? {
    position += 1
    let first = position
    var form = JSONTexts.Text.Form.plain
    while position < count {
      let byte = start[position]
      switch byte {
      case UInt8(ascii: "\""):
        let range = first..<position
        position += 1
        return range.count <= longest ? (range, form) : nil
      case UInt8(ascii: "\\"):
        form = .escaped
        position += 1
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
          UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
          position += 1
        default: return nil
        }
      case 0..<0x20: return nil
      default:
        if byte >= 0x80 { isASCII = false }
        position += 1
      }
    }
    return nil
  }

  mutating func number() -> Range<Int>? {
    let first = position
    _ = take("-")
    if !take("0"), !digits() { return nil }
    if take("."), !digits() { return nil }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      if !digits() { return nil }
    }
    return first..<position
  }

  private mutating func digits() -> Bool {
    let first = position
    while position < count, (48...57).contains(start[position]) { position += 1 }
    return position > first
  }

  /// Whether the bytes of one stretch come before those of another.
  func isBefore(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    var index = 0
    while index < left.count, index < right.count {
      let (one, other) = (start[left.lowerBound + index], start[right.lowerBound + index])
      if one != other { return one < other }
      index += 1
    }
    return left.count < right.count
  }

  func isEqual(_ range: Range<Int>, _ key: [UInt8]) -> Bool {
    guard range.count == key.count else { return false }
    for index in key.indices where start[range.lowerBound + index] != key[index] { return false }
    return true
  }
}
