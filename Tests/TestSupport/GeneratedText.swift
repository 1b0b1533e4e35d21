import Foundation
import Testing

/// Expects that a part of a file of the project says what the code says, so that derived text is never stale.
///
/// The part stands between the lines `<!-- NAME: begin -->` and `<!-- NAME: end -->`. With
/// `HUDDLE_RECORD=1` in the environment it is written anew instead.
public func expectGenerated(
  _ text: String, named name: String, in path: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(path)
  let file = try String(contentsOf: url, encoding: .utf8)
  let first = try #require(
    file.range(of: "<!-- \(name): begin -->\n"), "\(path) has no part \(name)",
    sourceLocation: sourceLocation)
  let last = try #require(
    file.range(of: "<!-- \(name): end -->"), "\(path) has no end of \(name)",
    sourceLocation: sourceLocation)
  let wanted = text.hasSuffix("\n") ? text : text + "\n"
  if ProcessInfo.processInfo.environment["HUDDLE_RECORD"] == "1" {
    var written = file
    written.replaceSubrange(first.upperBound..<last.lowerBound, with: wanted)
    if written != file { try written.write(to: url, atomically: true, encoding: .utf8) }
    return
  }
  #expect(
    String(file[first.upperBound..<last.lowerBound]) == wanted,
    "\(name) in \(path) is stale; HUDDLE_RECORD=1 writes it anew", sourceLocation: sourceLocation)
}
