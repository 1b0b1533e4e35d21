import Foundation
import Testing

/// Expects a text to equal the file of that name in `Golden/` beside the test.
///
/// With `HUDDLE_RECORD=1` in the environment the file is written instead; look at what changed
/// before committing it.
public func expectGolden(
  _ text: String, named name: String, file: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let url = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent("\(name).txt")
  let actual = text.hasSuffix("\n") ? text : text + "\n"
  if ProcessInfo.processInfo.environment["HUDDLE_RECORD"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: url)
    } catch {
      Issue.record("\(name) could not be recorded: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = try? Data(contentsOf: url) else {
    Issue.record(
      "There is no golden file \(name).txt yet. Record it with HUDDLE_RECORD=1.\n\(actual)",
      sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard !expected.utf8.elementsEqual(actual.utf8) else { return }
  Issue.record(
    "\(name) differs from its golden file (- recorded, + now):\n\(lineDifference(expected, actual))",
    sourceLocation: sourceLocation)
}

/// The lines two texts don't share, each with its number and a sign for the side it stands on.
func lineDifference(_ before: String, _ after: String) -> String {
  let old = before.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let new = after.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  var told: [(line: Int, order: Int, text: String)] = []
  for change in new.difference(from: old, by: { $0.utf8.elementsEqual($1.utf8) }) {
    switch change {
    case .remove(let line, let text, _): told.append((line, 0, "\(line + 1) - \(text)"))
    case .insert(let line, let text, _): told.append((line, 1, "\(line + 1) + \(text)"))
    }
  }
  return told.sorted { ($0.line, $0.order) < ($1.line, $1.order) }.map(\.text)
    .joined(separator: "\n")
}
