/// What a store may be found as after an interrupted deed.
struct Expectation: Sendable {
  let deed: Deed
  let before: Sighting
  let after: Sighting
  /// Whether somebody was told that it is done.
  var isAcknowledged: Bool
  /// Whether it is known not to be done: whoever asked was told why.
  var isRefused = false
  /// Documents that came since, and were acknowledged, by path.
  var since: [String: [UInt8]] = [:]
  /// Their entries in the journal.
  var entriesSince: Set<String> = []
  /// Whether these may as well be missing, because whoever asked had no answer.
  var isSinceOpen = false

  /// What is lost or half done, in words; nil where nothing is.
  func problem(of found: Sighting) -> String? {
    var found = found
    for (path, bytes) in since {
      let there = found.units[Sighting.documents]?[path]
      guard there == bytes || isSinceOpen && there == nil else {
        return "lost what was acknowledged later: \(path)"
      }
      found.units[Sighting.documents]?[path] = nil
    }
    guard isSinceOpen || entriesSince.isSubset(of: found.entries) else {
      return "a line of what was acknowledged later is lost"
    }
    found.entries.removeAll { entriesSince.contains($0) }
    if isAcknowledged { return problemOfAcknowledged(found) }
    if isRefused { return problemOfRefused(found) }
    return problemOfUnanswered(found)
  }

  private func problemOfAcknowledged(_ found: Sighting) -> String? {
    if found.units != after.units { return "lost: \(found.difference(from: after))" }
    if let lost = lostLine(found, of: after) { return lost }
    return found.quarantine.isSuperset(of: after.quarantine) ? nil : "quarantine lost"
  }

  private func problemOfRefused(_ found: Sighting) -> String? {
    if found.units != before.units { return "refused, yet: \(found.difference(from: before))" }
    let more = Set(found.entries).subtracting(before.entries)
    if !more.isEmpty { return "refused, yet in the journal" }
    return lostLine(found, of: before)
  }

  private func problemOfUnanswered(_ found: Sighting) -> String? {
    for unit in Set(found.units.keys).union(before.units.keys).union(after.units.keys) {
      let files = found.units[unit] ?? [:]
      if files != before.units[unit] ?? [:], files != after.units[unit] ?? [:] {
        return
          "half of it: \(found.difference(from: before)); wanted \(after.difference(from: before))"
      }
    }
    if let lost = lostLine(found, of: before) { return lost }
    let more = Set(found.entries).subtracting(before.entries)
    if !more.isSubset(of: after.entries) { return "a foreign line in the journal" }
    let documents = found.units[Sighting.documents]
    let isDone = documents == after.units[Sighting.documents]
    if documents == before.units[Sighting.documents], !isDone, !more.isEmpty {
      return "in the journal, and not done"
    }
    if isDone, documents != before.units[Sighting.documents], !deed.isSingle,
      more.count < Set(after.entries).subtracting(before.entries).count
    {
      return "done, and not in the journal"
    }
    return isDone && !found.quarantine.isSuperset(of: after.quarantine)
      ? "replaced before it was kept" : nil
  }

  /// Whether a change of one document is there that nobody had an answer to, without its line.
  func isWithoutLine(_ found: Sighting) -> Bool {
    let documents = found.units[Sighting.documents]
    return !isAcknowledged && deed.isSingle && documents == after.units[Sighting.documents]
      && documents != before.units[Sighting.documents] && found.entries == before.entries
  }

  private func lostLine(_ found: Sighting, of expected: Sighting) -> String? {
    let lines = Set(found.entries)
    if lines.count < found.entries.count { return "a line is in the journal twice" }
    return lines.isSuperset(of: expected.entries) ? nil : "a line of the journal is lost"
  }
}
