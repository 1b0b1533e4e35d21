/// How far this host's journal has been taken into its history: the last transaction of it, and
/// where its line ends.
///
/// It stands as trailers in the last commit's message, so that an import that was killed goes on
/// from what git has, whatever else says.
struct HistoryMark: Hashable, Sendable {
  /// The entry's id; empty before the first.
  var transaction = ""
  /// The journal's file, such as `2026-11.jsonl`.
  var file = ""
  /// Bytes.
  var offset = 0

  /// A commit's message.
  func message(_ words: TransactionWords) -> String {
    let about = words.details.isEmpty ? "" : "\n\n\(words.details.joined(separator: "\n"))"
    return "\(words.subject)\(about)\n\nTransaction: \(transaction)\nJournal: \(file) \(offset)\n"
  }

  /// Reads the last trailers of a message; nil where it has none.
  init?(message: String) {
    var transaction: String?
    for line in message.split(separator: "\n") {
      if line.hasPrefix("Transaction: ") { transaction = String(line.dropFirst(13)) }
      guard line.hasPrefix("Journal: ") else { continue }
      let words = line.dropFirst(9).split(separator: " ")
      guard words.count == 2, let offset = Int(words[1]), offset >= 0 else { continue }
      (file, self.offset) = (String(words[0]), offset)
    }
    guard let transaction, !file.isEmpty else { return nil }
    self.transaction = transaction
  }

  init(transaction: String = "", file: String = "", offset: Int = 0) {
    (self.transaction, self.file, self.offset) = (transaction, file, offset)
  }
}

/// What the history says of a transaction; the store knows neither people nor fields.
public struct TransactionWords: Sendable {
  public let author: String
  /// What tells authors of the same name apart.
  public let login: String
  /// One line, such as `changed a PDSA cycle`.
  public let subject: String
  /// A line each, such as `Title: Blankets → Warm blankets`.
  public let details: [String]

  public init(author: String, login: String, subject: String, details: [String]) {
    self.author = author
    self.login = login
    self.subject = subject
    self.details = details
  }
}
