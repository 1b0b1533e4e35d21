/// What a trial came to.
struct Tally {
  var kills = 0
  /// Kills that hit a program with a file of the save open: staging, lock, intent or journal.
  var killsInSave = 0
  /// Kills after which the change was there though nobody had been told so.
  var savedUntold = 0
  var acknowledged = 0
  var refused = 0
  var rounds = 0
  /// What was lost, in words; there is to be none.
  var losses: [String] = []

  var summary: String {
    """
    kills \(kills), inside a save \(killsInSave), saved without a word \(savedUntold)
    acknowledged changes \(acknowledged), refused \(refused), rounds of checking \(rounds)
    lost or torn \(losses.count)
    """
  }
}
