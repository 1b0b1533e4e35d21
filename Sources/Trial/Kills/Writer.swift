import DocumentStore
import Glibc
import JSONTree

/// One change that a program is asked for.
enum Change {
  /// A need comes to stand like this.
  case document(id: String, Standing)
  case number(period: String, Int)
}

/// A program on its way, and when it is to be killed.
struct Attempt {
  let process: pid_t
  let change: Change
  let output: String
  let started: Moment
  /// Nil for one that may run to its end.
  let doomed: Moment?
}

/// A point of the monotonic clock.
struct Moment: Comparable {
  var nanoseconds: Int

  static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Moment(nanoseconds: time.tv_sec * 1_000_000_000 + time.tv_nsec)
  }

  static func < (left: Moment, right: Moment) -> Bool { left.nanoseconds < right.nanoseconds }
}

/// What a writer changes next: documents of its own, and its own periods of a series that all share.
struct Writer {
  let number: Int
  var documents: [String: Expectation] = [:]
  var numbers: [String: (promised: Int?, untold: Int?)] = [:]
  private var count = 0

  init(number: Int) { self.number = number }

  /// A change and the words that ask for it.
  mutating func next(
    _ generator: inout some RandomNumberGenerator
  ) -> (change: Change, words: [String]) {
    count += 1
    let settled = documents.filter { !$0.value.isOpen }.sorted { $0.key < $1.key }
    if let (id, expectation) = settled.randomElement(using: &generator), count % 4 != 0 {
      switch expectation.promised {
      case .present(let title) where count % 4 == 1:
        return (.document(id: id, .trashed(title)), ["remove", id])
      case .present:
        let title = "text \(number).\(count)"
        return (.document(id: id, .present(title)), ["set", id, "title=\(title)"])
      case .trashed(let title): return (.document(id: id, .present(title)), ["restore", id])
      case .absent: return adding(id)
      }
    }
    if count % 8 == 0 { return logging() }
    return adding(ULID().text)
  }

  private func adding(_ id: String) -> (change: Change, words: [String]) {
    let title = "text \(number).\(count)"
    return (.document(id: id, .present(title)), ["add", "need", "--json", Self.document])
  }

  /// The name that stands for the file with the document to add.
  static let document = "DOCUMENT"

  /// The document that adding brings: its id is known before, whatever happens.
  static func text(of change: Change) -> String? {
    guard case .document(let id, .present(let title)) = change else { return nil }
    let tree: JSON = [
      "id": .string(id), "title": .string(title), "category": "information",
      "detail": .string(String(repeating: "word ", count: 40)),
    ]
    return tree.canonicalText
  }

  /// Each writer has a year of its own for every twelve numbers.
  private func logging() -> (change: Change, words: [String]) {
    let index = count / 8
    let month = index % 12 + 1
    let year = 1000 + number + 8 * (index / 12 % 100)
    let period = "\(year)-\(month < 10 ? "0" : "")\(month)"
    return (.number(period: period, count), ["log", "waits", "riverside", period, "\(count)"])
  }

  mutating func note(_ change: Change, isAcknowledged: Bool) {
    switch change {
    case .document(let id, let standing):
      documents[id, default: Expectation(promised: .absent)]
        .tell(standing, isAcknowledged: isAcknowledged)
    case .number(let period, let value):
      let known = numbers[period]?.promised
      numbers[period] = isAcknowledged ? (value, nil) : (known, value)
    }
  }
}
