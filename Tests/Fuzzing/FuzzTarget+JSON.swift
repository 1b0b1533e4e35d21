import JSONTree

extension FuzzTarget {
  /// What was read is written so that it reads back the same, and canonical text stays as it is; a
  /// refusal names a place in the text.
  static func jsonFinding(in bytes: [UInt8]) -> String? {
    let tree: JSON
    do throws(JSONError) {
      tree = try JSON.parse(bytes)
    } catch {
      let isInside = (0...bytes.count).contains(error.offset) && error.line > 0 && error.column > 0
      return isInside ? nil : "a refusal at \(error.offset) of \(bytes.count)"
    }
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
}
