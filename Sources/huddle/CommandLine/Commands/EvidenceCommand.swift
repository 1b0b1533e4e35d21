import ArgumentParser
import Collaborative

struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Print who tried a resource and what came of it.",
    discussion: """
      A site is judged by its own charts, from 12 points before and 12 after it took the resource
      into use; the limits are those of the points before. Sites chose to try: there is no
      comparison group.

      Examples:
        huddle evidence "Warm blanket before theatre"
        huddle evidence "Warm blanket before theatre" --json
      """)

  @Argument(help: "A resource's title, or the beginning of its id.")
  var resource: String

  @Flag(help: "Print JSON: the summary, its numbers, and every try-out with its charts.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let collaboration = try options.open()
    let id = try collaboration.resolve(resource, type: .resource)
    let evidence = try collaboration.whole { try collaboration.evidence(of: id) }
    if json { return Output.json(evidence.json) }
    Output.line(evidence.resource.title)
    Output.line(evidence.summary.words)
    guard !evidence.entries.isEmpty else { return }
    Output.line("")
    for entry in evidence.entries { Output.line(Self.line(entry)) }
  }

  /// One try-out: where, how far, since when, what its charts say, what came of its cycles.
  private static func line(_ entry: ResourceEvidence.Entry) -> String {
    let adoption = entry.adoption
    let since = adoption.day(of: adoption.stage).map { "since \($0)" }
    let decided = entry.cycles.compactMap(\.decision?.label)
    return [
      entry.siteName, [adoption.stage.label, since].compactMap(\.self).joined(separator: ", "),
      entry.judgement.words,
      entry.cycles.isEmpty
        ? nil
        : "\(entry.cycles.count) \(entry.cycles.count == 1 ? "cycle" : "cycles")"
          + (decided.isEmpty ? "" : " (\(decided.joined(separator: ", ").lowercased()))"),
      adoption.reasonStopped.map { "stopped because: \($0)" },
    ].compactMap(\.self).joined(separator: " · ")
  }
}
