import JSONTree

extension FuzzTarget {
  /// What was read is written so that it reads back the same, and canonical text stays as it is; a
  /// refusal names a place in the text.
  static func jsonFinding(in bytes: [UInt8]) -> String? {
    let found = texts(in: bytes)
    let tree: JSON
    do throws(JSONError) {
      tree = try JSON.parse(bytes)
    } catch {
      if found != nil { return "a text that is found sound and refused" }
      let isInside = (0...bytes.count).contains(error.offset) && error.line > 0 && error.column > 0
      return isInside ? nil : "a refusal at \(error.offset) of \(bytes.count)"
    }
    if let found, found != strings(in: tree) { return "other texts than the tree has" }
    let canonical = tree.canonicalBytes
    // Two spaces for each level and escapes can make a long text longer than may be read.
    let limits = JSONLimits(documentBytes: .max, stringBytes: .max)
    guard let again = try? JSON.parse(canonical, limits: limits) else {
      return "canonical text that is refused"
    }
    if again != tree { return "canonical text that says something else" }
    if again.canonicalBytes != canonical { return "canonical text that is not canonical" }
    guard let compact = try? JSON.parse(tree.compactBytes, limits: limits), compact == tree else {
      return "compact text that says something else"
    }
    if tree.compactBytes.contains(0x0A) { return "compact text of several lines" }
    return nil
  }

  /// The texts that are found where they lie; nil in a text that is not found sound.
  private static func texts(in bytes: [UInt8]) -> [String]? {
    bytes.withUnsafeBufferPointer { buffer in
      var found = JSONTexts(marking: [])
      guard found.scan(buffer) else { return nil }
      return found.texts.map { text in
        let quoted = text.range.lowerBound - 1..<text.range.upperBound + 1
        return (try? JSON.parse(Array(buffer[quoted])))?.string ?? "no text"
      }
    }
  }

  private static func strings(in value: JSON) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(strings)
    case .object(let object): object.fields.flatMap { strings(in: $0.value) }
    default: []
    }
  }
}
