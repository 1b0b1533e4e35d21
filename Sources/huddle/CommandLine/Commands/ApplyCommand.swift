import ArgumentParser
import Collaborative
import JSONTree

struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Carry out many operations, one JSON object a line.",
    discussion: """
      Operations: {"op":"add","type":"cycle","doc":{…},"id":"makes a retry safe"},
      {"op":"set","id":"…","fields":{"plan.objective":"…","tags+":"ssi"},"ifRevision":"…"},
      {"op":"log","measure":"…","site":"…","period":"…","numerator":2,"denominator":118},
      {"op":"remove","id":"…"}, and {"op":"together","operations":[…]} for several of these, each
      of another document, that happen all or not at all. Each line is answered with its number
      once what it did is on the disk for good; a refused line changes nothing and the next one is
      read. "shareAnyway":"REASON" shares what looks like an identifier and keeps the reason.

      Examples:
        huddle apply changes.jsonl
        produce-changes | huddle apply -
      """)

  @Argument(help: ArgumentHelp("The file, or - for the input.", valueName: "file"))
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let lines = try LineReader(path: file)
    let collaboration = try options.open()
    var number = 0
    var refusals: [Int32] = []
    while let line = try lines.next() {
      number += 1
      if case .whole(let bytes) = line, bytes.allSatisfy({ " \t\r".utf8.contains($0) }) { continue }
      let answer = answer(line, collaboration)
      var tree = answer.tree
      tree["line"] = JSON(number)
      Output.result(tree.compactText + "\n")
      if answer.code != 0 { refusals.append(answer.code) }
    }
    // All is answered; others may still be saving.
    OwnThread.giveWay()
    collaboration.keepHistoryIfDue(.idle)
    guard let code = refusals.first else { return }
    let count = "\(refusals.count) of \(number) \(number == 1 ? "line was" : "lines were")"
    throw Failure(
      words: "\(count) refused; each answer says why, and the others are done",
      code: refusals.allSatisfy { $0 == code } ? code : 1)
  }

  private static func tree(of outcome: Outcome) -> JSON {
    var tree: JSON = ["id": .string(outcome.id), "revision": .string(outcome.revision.hex)]
    if outcome.isMerged { tree["merged"] = true }
    if outcome.needsChoice { tree["needsChoice"] = true }
    return tree
  }

  private func answer(
    _ line: LineReader.Line, _ collaboration: Collaboration
  ) -> (tree: JSON, code: Int32) {
    func refused(_ code: Int32, _ words: String) -> (JSON, Int32) {
      (["ok": false, "code": JSON(Int(code)), "error": .string(words)], code)
    }
    guard case .whole(let bytes) = line else {
      return refused(1, "the line is longer than \(LineReader.limit) bytes")
    }
    do throws(JSONError) {
      let operation = try JSON.parse(bytes, limits: LineReader.jsonLimits)
      do throws(CollaborationError) {
        let outcome = try collaboration.apply(operation)
        var tree = Self.tree(of: outcome)
        let documents = ([outcome] + outcome.others).map(Self.tree)
        if documents.count > 1 { tree["documents"] = .array(documents) }
        tree["ok"] = true
        return (tree, 0)
      } catch {
        return refused(error.exitCode, error.words)
      }
    } catch {
      return refused(1, "column \(error.column): \(error.reason)")
    }
  }
}
