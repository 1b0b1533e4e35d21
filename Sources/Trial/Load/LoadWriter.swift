import DocumentStore
import JSONTree

/// A process that changes documents one by one, some of them its own and most of them everybody's.
struct LoadWriter {
  let number: Int
  let conversation: Conversation
  /// What it was asked and has not answered, and since when.
  var asked: (change: LoadChange, since: Moment)?
  var done = 0
  var answered: [LoadChange] = []
  var refused: [LoadChange] = []
  /// In milliseconds, by the change.
  var waits: [Double] = []

  private let own: [String]

  init(number: Int, own: [String], conversation: Conversation) {
    self.number = number
    self.own = own
    self.conversation = conversation
  }

  /// The next change; every fourth is of two documents in one transaction.
  func next(_ shared: SharedDocuments, _ generator: inout SplitMix) -> LoadChange {
    let mark = "w\(number)x\(done)"
    func tagged() -> LoadChange.Part { .tag(shared.document(after: done, &generator), mark) }
    func titled() -> LoadChange.Part {
      .title(own.randomElement(using: &generator) ?? "", mark)
    }
    func logged() -> LoadChange.Part {
      .number(
        site: shared.site(after: done, &generator),
        period: "\(1100 + number)-\(done % 12 < 9 ? "0" : "")\(done % 12 + 1)", done)
    }
    if done % 4 == 3 {
      if done % 8 == 3 { return LoadChange(parts: [titled(), logged()]) }
      let first = shared.document(after: done, &generator)
      var second = first
      while second == first { second = shared.document(after: done, &generator) }
      return LoadChange(parts: [.tag(first, mark), .tag(second, mark)])
    }
    switch Int.random(in: 0..<15, using: &generator) {
    case 0..<5: return LoadChange(parts: [tagged()])
    case 5..<9: return LoadChange(parts: [.detail(shared.document(after: done, &generator), mark)])
    case 9..<13: return LoadChange(parts: [titled()])
    case 13: return LoadChange(parts: [logged()])
    default: return LoadChange(parts: [.added(ULID().text, mark)])
    }
  }
}

/// Documents that all processes change; the first tenth of them gets half of the changes.
///
/// With time the work moves on to others, as in a network: a document that got every change of a
/// long trial would be of a size that none ever has.
struct SharedDocuments {
  /// How many changes are made before the work moves on.
  static let changesOfAnEra = 10_000
  private static let documents = 200
  private static let sites = 10

  let eras: Int
  let ids: [String]
  var siteCount: Int { eras * Self.sites }
  private let changesOfAWriter: Int

  init(changes: Int, processes: Int) {
    eras = max(1, changes / Self.changesOfAnEra)
    ids = (0..<eras * Self.documents).map { _ in ULID().text }
    changesOfAWriter = max(1, Self.changesOfAnEra / processes)
  }

  /// - Parameter done: how many changes the process has made.
  func document(after done: Int, _ generator: inout SplitMix) -> String {
    let isOften = Bool.random(using: &generator)
    let count = isOften ? Self.documents / 10 : Self.documents
    return ids[
      era(after: done) * Self.documents + Int.random(in: 0..<count, using: &generator)]
  }

  func site(after done: Int, _ generator: inout SplitMix) -> Int {
    era(after: done) * Self.sites + Int.random(in: 0..<Self.sites, using: &generator)
  }

  private func era(after done: Int) -> Int { min(eras - 1, done / changesOfAWriter) }
}
