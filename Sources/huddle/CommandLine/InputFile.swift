import Exchange
import JSONTree

/// Files that commands read whole.
enum InputFile {
  /// A file, or the standard input for `-`, from which somebody is heard with every part.
  static func open(_ path: String) throws -> CSVFile {
    try CSVFile(path: path) { Entrance.stir() }
  }

  /// All bytes of a file, or of the standard input for `-`.
  static func bytes(_ path: String, atMost limit: Int) throws -> [UInt8] {
    let file = try open(path)
    var bytes: [UInt8] = []
    while true {
      let more = try file.chunk()
      if more.isEmpty { return bytes }
      bytes += more
      if bytes.count > limit { throw Failure.refused("\(path): it is longer than \(limit) bytes") }
    }
  }

  /// The JSON in a file, or on the standard input for `-`.
  static func json(_ path: String, limits: JSONLimits = .document) throws -> JSON {
    let bytes = try bytes(path, atMost: limits.documentBytes)
    do throws(JSONError) {
      return try JSON.parse(bytes, limits: limits)
    } catch {
      throw Failure.refused("\(path == "-" ? "the standard input" : path): \(error)")
    }
  }
}
