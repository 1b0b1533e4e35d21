/// One row of a table.
public struct CSVRow: Hashable, Sendable {
  /// Counted from 1, as a spreadsheet does; the heading is row 1.
  public let number: Int
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  init(number: Int) { self.number = number }

  public var count: Int { ends.count }

  /// The text in a column counted from 0, without spaces around it; empty where the row ends before.
  public subscript(index: Int) -> String {
    guard ends.indices.contains(index) else { return "" }
    var range = (index == 0 ? 0 : ends[index - 1])..<ends[index]
    while let first = range.first, Self.isSpace(bytes[first]) {
      range = (first + 1)..<range.upperBound
    }
    while let last = range.last, Self.isSpace(bytes[last]) { range = range.lowerBound..<last }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  public var texts: [String] { (0..<count).map { self[$0] } }

  var isBlank: Bool { bytes.allSatisfy(Self.isSpace) }
  var byteCount: Int { bytes.count }

  mutating func append(_ chunk: ArraySlice<UInt8>) { bytes.append(contentsOf: chunk) }
  mutating func append(_ byte: UInt8) { bytes.append(byte) }
  mutating func endField() { ends.append(bytes.count) }

  /// The first column, counted from 1, whose bytes are not UTF-8.
  var columnThatIsNotUTF8: Int? {
    var start = 0
    for (index, end) in ends.enumerated() {
      if String(validating: bytes[start..<end], as: UTF8.self) == nil { return index + 1 }
      start = end
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
