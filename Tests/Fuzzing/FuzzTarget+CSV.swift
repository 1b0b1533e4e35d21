import Exchange

extension FuzzTarget {
  /// Rows do not hang on the pieces in which the bytes come, have as many texts as the heading, and
  /// come back from the text that is written of them.
  static func csvFinding(in bytes: [UInt8]) -> String? {
    let whole = read(bytes, by: max(1, bytes.count))
    let size = 1 + bytes.count % 8
    if read(bytes, by: size) != whole { return "rows that hang on pieces of \(size) bytes" }
    guard case .success(let rows) = whole, let heading = rows.first else { return nil }
    if rows.contains(where: { $0.count != heading.count }) { return "an uneven row" }
    // A row of nothing is no row, and the separator is told from the heading.
    let isTold = heading.count > 1 && !rows.contains { $0.allSatisfy(\.isEmpty) }
    guard isTold else { return nil }
    let text = rows.map { CSVWriter.row($0) }.joined()
    if read(Array(text.utf8), by: 1 << 16) != .success(rows) { return "rows that do not come back" }
    return nil
  }

  private enum Reading: Equatable {
    case success([[String]])
    case failure(CSVError)
  }

  private static func read(_ bytes: [UInt8], by size: Int) -> Reading {
    var rest = bytes[...]
    do throws(CSVError) {
      var reader = try CSVReader { () throws(CSVError) -> [UInt8] in
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
      var rows = [reader.heading]
      while let row = try reader.next() { rows.append(row.texts) }
      return .success(rows)
    } catch {
      return .failure(error)
    }
  }
}
