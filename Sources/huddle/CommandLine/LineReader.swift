import Exchange
import JSONTree

/// The lines of a file or of the standard input, each as soon as it is there.
final class LineReader {
  enum Line {
    case whole([UInt8])
    /// Longer than anything that is read; passed over.
    case tooLong
  }

  /// Bytes; a document and its operation.
  static let limit = 2 << 20
  /// An operation holds a document one level deeper.
  static let jsonLimits = JSONLimits(depth: 66, documentBytes: limit)

  private let file: CSVFile
  private var buffer: [UInt8] = []
  private var start = 0
  private var hasEnded = false

  init(path: String) throws { file = try InputFile.open(path) }

  /// Nil at the end; the last line needs no line break.
  func next() throws -> Line? {
    var isTooLong = false
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = Array(buffer[start..<end])
        start = end + 1
        return isTooLong || line.count > Self.limit ? .tooLong : .whole(line)
      }
      if hasEnded {
        guard start < buffer.count else { return isTooLong ? .tooLong : nil }
        let line = Array(buffer[start...])
        start = buffer.count
        return isTooLong || line.count > Self.limit ? .tooLong : .whole(line)
      }
      if buffer.count - start > Self.limit {
        isTooLong = true
        buffer = []
      } else {
        buffer.removeFirst(start)
      }
      start = 0
      searched = buffer.count
      let more = try file.chunk()
      hasEnded = more.isEmpty
      buffer += more
    }
  }
}
