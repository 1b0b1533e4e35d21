import DocumentStore

/// What a writer changes, and what must be found of it: documents of its own, and its own periods of
/// a series that all share.
struct Writer {
  let number: Int
  /// How everything was promised, or found last, to stand.
  private(set) var promised: [String: Standing] = [:]
  /// Changes that a kill left without an answer, each done wholly or not at all.
  private(set) var untold: [Change] = []
  private var count = 0
  private var months = 0

  /// How many documents there are before no more are added.
  private static let enough = 40

  init(number: Int) { self.number = number }

  /// A change of what nothing else is under way for.
  ///
  /// - Parameters:
  ///   - busy: keys that were asked for and not answered.
  ///   - isStreaming: whether it is asked of `huddle apply`, else of a command of its own.
  mutating func next(
    _ generator: inout SplitMix, except busy: Set<String>, isStreaming: Bool
  ) -> Change {
    count += 1
    if isStreaming, busy.isEmpty, let change = untold.last, change.mayBeRepeated,
      Bool.random(using: &generator)
    {
      return change
    }
    let open = busy.union(untold.flatMap { $0.effects.map(\.key) })
    var free = promised.filter { !open.contains($0.key) && ULID($0.key) != nil }.map(\.key).sorted()
    free.shuffle(using: &generator)
    if isStreaming, count % 3 == 0 {
      let first = single(free.first, isStreaming: true)
      let second = count % 2 == 0 ? logging() : single(free.dropFirst().first, isStreaming: true)
      return Change(kind: .together([first, second]), key: "", standing: .absent)
    }
    if count % 7 == 0 { return logging() }
    if let id = free.first, case .present(let title)? = promised[id], count % 5 == 1 {
      return Change(kind: .remove, key: id, standing: .trashed(title))
    }
    return single(free.first, isStreaming: isStreaming)
  }

  private func single(_ known: String?, isStreaming: Bool) -> Change {
    let title = "text \(number).\(count)"
    guard let known, promised.count > Self.enough || count % 2 == 0 else {
      return Change(kind: .add, key: ULID().text, standing: .present(title))
    }
    switch promised[known] {
    case .present: return Change(kind: .set, key: known, standing: .present(title))
    case .trashed(let title) where !isStreaming:
      return Change(kind: .restore, key: known, standing: .present(title))
    case .absent: return Change(kind: .add, key: known, standing: .present(title))
    default: return Change(kind: .add, key: ULID().text, standing: .present(title))
    }
  }

  /// Each writer has five years of its own, whose numbers it corrects after a while.
  private mutating func logging() -> Change {
    let month = months % 12 + 1
    let year = 1000 + number + 8 * (months / 12 % 5)
    months += 1
    return Change(
      kind: .log, key: "\(year)-\(month < 10 ? "0" : "")\(month)", standing: .present("\(count)"))
  }

  mutating func note(_ change: Change, isAcknowledged: Bool) {
    // It may have been asked for before.
    let keys = Set(change.effects.map(\.key))
    untold.removeAll { !keys.isDisjoint(with: $0.effects.map(\.key)) }
    if isAcknowledged {
      for effect in change.effects { promised[effect.key] = effect.standing }
    } else {
      untold.append(change)
    }
  }

  /// Holds what is there against what was promised; what was open is known then.
  mutating func settle(_ sighting: Sighting, _ tally: inout Tally) {
    for change in untold {
      let effects = change.effects
      let done = effects.count { sighting.standing($0.key) == $0.standing }
      if done == effects.count {
        tally.savedUntold += 1
        for effect in effects { promised[effect.key] = effect.standing }
      } else if done > 0 {
        tally.lost.append("half a step: \(done) of \(effects)")
      }
    }
    untold = []
    for (key, standing) in promised {
      let found = sighting.standing(key)
      if found != standing {
        tally.lost.append("\(key): promised \(standing), found \(found)")
      }
      promised[key] = found
    }
  }
}
