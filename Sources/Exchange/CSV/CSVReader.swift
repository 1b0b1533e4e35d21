/// Reads a table row by row, whatever its size (RFC 4180).
///
/// Taken as found: a byte order mark, commas, semicolons or tabs (whichever the heading has most
/// of), line ends of any system, quoted texts over several lines. Memory is bounded by the longest
/// row, which may have `rowLimit` bytes; reading is linear.
public struct CSVReader {
  public static let rowLimit = 1 << 20

  /// The byte between two columns.
  public private(set) var separator = UInt8(ascii: ",")
  /// The names of the columns, from the first row.
  public private(set) var heading: [String] = []

  private let nextChunk: () throws(CSVError) -> [UInt8]
  private var buffer: [UInt8] = []
  private var position = 0
  private var rowNumber = 0

  /// Reads the heading.
  ///
  /// - Parameter chunks: gives the next bytes, as many as it likes; none at the end.
  public init(chunks: @escaping () throws(CSVError) -> [UInt8]) throws(CSVError) {
    nextChunk = chunks
    var start: [UInt8] = []
    while start.count < 1 << 16 {
      let more = try chunks()
      if more.isEmpty { break }
      start += more
    }
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    buffer = start
    separator = Self.detectSeparator(in: start[position...])
    guard let first = try readRow() else { throw .empty }
    heading = first.texts
  }

  /// Reads a text that is at hand.
  public init(text: String) throws(CSVError) {
    var rest: [UInt8]? = Array(text.utf8)
    try self.init { () throws(CSVError) -> [UInt8] in
      defer { rest = nil }
      return rest ?? []
    }
  }

  /// The next row that is not blank; nil at the end.
  public mutating func next() throws(CSVError) -> CSVRow? {
    guard let row = try readRow() else { return nil }
    guard row.count == heading.count else {
      throw .unevenRow(row: row.number, found: row.count, expected: heading.count)
    }
    return row
  }

  private mutating func readRow() throws(CSVError) -> CSVRow? {
    while let row = try readAnyRow() { if !row.isBlank { return row } }
    return nil
  }

  private mutating func readAnyRow() throws(CSVError) -> CSVRow? {
    guard try fill() else { return nil }
    rowNumber += 1
    var row = CSVRow(number: rowNumber)
    var isASCII = true
    var atFieldStart = true
    fields: while try fill() {
      if row.byteCount > Self.rowLimit { throw .rowTooLong(row: rowNumber, limit: Self.rowLimit) }
      let byte = buffer[position]
      if atFieldStart, byte == UInt8(ascii: "\"") {
        position += 1
        try readQuoted(into: &row, isASCII: &isASCII)
        atFieldStart = false
        continue
      }
      switch byte {
      case separator:
        position += 1
        row.endField()
        atFieldStart = true
      case 0x0A, 0x0D:
        position += 1
        if byte == 0x0D, try fill(), buffer[position] == 0x0A { position += 1 }
        break fields
      default:
        let end = endOfPlainText(isASCII: &isASCII)
        row.append(buffer[position..<end])
        position = end
        atFieldStart = false
      }
    }
    row.endField()
    if !isASCII, let column = row.columnThatIsNotUTF8 {
      throw .notUTF8(row: rowNumber, column: column)
    }
    return row
  }

  /// The end of the plain text that starts here, as far as the buffer reaches.
  private func endOfPlainText(isASCII: inout Bool) -> Int {
    var index = position
    while index < buffer.count {
      let byte = buffer[index]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      if byte >= 0x80 { isASCII = false }
      index += 1
    }
    return index
  }

  private mutating func readQuoted(into row: inout CSVRow, isASCII: inout Bool) throws(CSVError) {
    let startRow = rowNumber
    while try fill() {
      if row.byteCount > Self.rowLimit { throw .rowTooLong(row: startRow, limit: Self.rowLimit) }
      let byte = buffer[position]
      position += 1
      guard byte == UInt8(ascii: "\"") else {
        if byte >= 0x80 { isASCII = false }
        row.append(byte)
        continue
      }
      guard try fill() else { return }
      switch buffer[position] {
      case UInt8(ascii: "\""):
        position += 1
        row.append(byte)
      case separator, 0x0A, 0x0D: return
      default: throw .textAfterQuote(row: startRow, column: row.count + 1)
      }
    }
    throw .unclosedQuote(row: startRow)
  }

  /// Makes sure that a byte is at hand; false at the end.
  private mutating func fill() throws(CSVError) -> Bool {
    while position >= buffer.count {
      buffer = try nextChunk()
      position = 0
      if buffer.isEmpty { return false }
    }
    return true
  }

  /// The most frequent candidate outside quotation marks in the first line; a comma in doubt.
  private static func detectSeparator(in start: ArraySlice<UInt8>) -> UInt8 {
    let candidates = Array(",;\t".utf8)
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in start {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { candidates[$0] } ?? UInt8(ascii: ",")
  }
}
