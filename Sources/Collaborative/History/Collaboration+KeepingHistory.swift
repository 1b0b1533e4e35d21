import DocumentStore
import Improvement
import JSONTree

/// When changes are taken over into the history, which is always after they were answered.
public enum HistoryOccasion: Sendable {
  /// Nobody waits: after a long command, or in a workbench in which nothing is done.
  case idle
  /// Somebody waits for a prompt.
  case afterCommand
}

extension Collaboration {
  /// How many transactions somebody waits for.
  static let importedForOneReader = 200
  /// About 1,000 transactions.
  private static let many = 200_000
  /// So long it is left to somebody else, or to gather more.
  private static let restSeconds = 10

  /// Takes changes over into the history where it is time to; what fails is left for later, and
  /// `doctor` tells of it.
  public func keepHistoryIfDue(_ occasion: HistoryOccasion) {
    guard let waiting = try? store.waitingHistory(), waiting.bytes > 0 else { return }
    let isRested = occasion == .idle && waiting.secondsSinceImport >= Self.restSeconds
    guard isRested || waiting.bytes >= Self.many else { return }
    _ = try? keepHistory(atMost: occasion == .idle ? 1000 : Self.importedForOneReader)
  }

  /// Takes changes over into the history, said in words.
  ///
  /// - Parameters:
  ///   - limit: the most transactions.
  ///   - waits: whether to wait for somebody else who is at it.
  @discardableResult
  public func keepHistory(
    atMost limit: Int = 1000, waits: Bool = false
  ) throws(CollaborationError) -> HistoryImport {
    var names: [String: String] = [:]
    return try attempt { () throws(StoreError) in
      try store.importHistory(atMost: limit, waits: waits, at: clock.now()) { entry, versions in
        let author = names[entry.by] ?? name(of: entry.by)
        names[entry.by] = author
        return TransactionWords(
          author: author, login: entry.by, subject: subject(of: entry),
          details: versions.flatMap(details))
      }
    }
  }

  /// Such as `changed a PDSA cycle and 2 more`.
  private func subject(of entry: JournalEntry) -> String {
    if let note = entry.note?.split(whereSeparator: \.isNewline).first { return String(note) }
    let done = EntryVerb(done: entry).words
    let type = entry.documents.first.map {
      DocumentType(rawValue: $0.type)?.label ?? $0.type
    }
    let more = entry.documents.count - 1
    return [
      done.past, type.map { "a \($0)" } ?? "", done.end, more > 0 ? "and \(more) more" : "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func details(_ version: KeptVersions) -> [String] {
    guard let before = version.before, let after = version.after,
      let type = DocumentType(rawValue: version.change.type)
    else { return [] }
    return changes(from: before, to: after, type).map(\.words)
  }
}
