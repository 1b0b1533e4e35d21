import Exchange
import JSONTree

/// Files that commands read whole.
enum InputFile {
  /// The JSON in a file, or on the standard input for `-`.
  static func json(_ path: String, limits: JSONLimits = .document) throws -> JSON {
    let file = try CSVFile(path: path)
    var bytes: [UInt8] = []
    while true {
      let more = try file.chunk()
      if more.isEmpty { break }
      bytes += more
      if bytes.count > limits.documentBytes {
        throw Failure.refused("\(path): it is longer than \(limits.documentBytes) bytes")
      }
    }
    do throws(JSONError) {
      return try JSON.parse(bytes, limits: limits)
    } catch {
      throw Failure.refused("\(path == "-" ? "the standard input" : path): \(error)")
    }
  }
}
