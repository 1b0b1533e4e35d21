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
    func tagged() -> LoadChange.Part { .tag(shared.random(&generator), mark) }
    func titled() -> LoadChange.Part {
      .title(own.randomElement(using: &generator) ?? "", mark)
    }
    func logged() -> LoadChange.Part {
      .number(
        site: Int.random(in: 0..<shared.sites, using: &generator),
        period: "\(1100 + number)-\(done % 12 < 9 ? "0" : "")\(done % 12 + 1)", done)
    }
    if done % 4 == 3 {
      if done % 8 == 3 { return LoadChange(parts: [titled(), logged()]) }
      let first = shared.random(&generator)
      var second = first
      while second == first { second = shared.random(&generator) }
      return LoadChange(parts: [.tag(first, mark), .tag(second, mark)])
    }
    switch Int.random(in: 0..<15, using: &generator) {
    case 0..<5: return LoadChange(parts: [tagged()])
    case 5..<9: return LoadChange(parts: [.detail(shared.random(&generator), mark)])
    case 9..<13: return LoadChange(parts: [titled()])
    case 13: return LoadChange(parts: [logged()])
    default: return LoadChange(parts: [.added(ULID().text, mark)])
    }
  }
}

/// Documents that all processes change; the first tenth of them gets half of the changes.
struct SharedDocuments {
  let ids: [String]
  let sites: Int

  func random(_ generator: inout SplitMix) -> String {
    let count = Bool.random(using: &generator) ? max(2, ids.count / 10) : ids.count
    return ids[Int.random(in: 0..<count, using: &generator)]
  }
}
