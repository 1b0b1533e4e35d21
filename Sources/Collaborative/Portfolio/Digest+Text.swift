import Improvement
import Insights

extension Digest {
  /// Plain lines for a mail: who needs the coach and why, then what happened, site by site.
  public var text: String { lines.joined(separator: "\n") + "\n" }

  /// The same line by line, however long.
  public var lines: [String] {
    let inNeed = sites.filter { !$0.row.reasons.isEmpty }
    var lines = ["\(network): digest for \(coach), \(since.label) to \(on.label)", ""]
    if sites.isEmpty {
      lines.append("No site names \(coach) as its coach; huddle set SITE coachIds+=LOGIN does.")
      return lines
    }
    lines.append(
      inNeed.isEmpty
        ? "No site needs you just now."
        : "\(inNeed.count) of \(sites.count) \(sites.count == 1 ? "site needs" : "sites need") "
          + "you, the most pressing first.")
    if let chance { lines.append(chance.prefix(1).uppercased() + chance.dropFirst() + ".") }
    if damaged > 0 {
      lines.append(
        (damaged == 1 ? "One document" : "\(damaged) documents")
          + " of the network can't be read, so something may be missing here; huddle doctor says which."
      )
    }
    for entry in inNeed {
      lines += ["", entry.row.name] + entry.row.reasons.map { Self.line($0, in: entry.row) }
      if entry.row.waitingReasons > 0 {
        let count = entry.row.waitingReasons
        lines.append("  \(count) more \(count == 1 ? "waits" : "wait") until a later day.")
      }
      if entry.row.reasons.contains(where: { $0.kind == .harm }) {
        lines.append(
          "  huddle does not replace the incident system: harm is to be reported there as well.")
      }
    }
    let good = sites.filter { !$0.goodNews.isEmpty }
    if !good.isEmpty {
      lines += ["", "Goes well"]
      for entry in good { lines += entry.goodNews.map { "  \(entry.row.name): \($0)" } }
    }
    let changed = sites.filter { !$0.changes.isEmpty }
    lines += ["", changed.isEmpty ? "Nothing was written down." : "What happened"]
    for entry in changed {
      lines.append("  \(entry.row.name)")
      lines += entry.changes.map { "    \($0.day.label)  \($0.what): \($0.text)" }
    }
    if isOfOther {
      lines += [
        "",
        "Told as \(reader) may read it. What \(coach) reviewed or lets wait is known to "
          + "\(coach) only; with --as it is told as on their screen.",
      ]
    }
    return lines
  }

  private static func line(_ reason: AttentionReason, in row: SiteRow) -> String {
    let new = row.freshReasons.contains(reason) ? " (new since the review)" : ""
    return "  - \(reason.kind.label)\(new): \(reason.words)"
  }
}
