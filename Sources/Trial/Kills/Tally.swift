/// What a trial came to.
struct Tally {
  var kills = 0
  /// Kills that hit a program with a file of the save open: staging, lock, intent or journal.
  var killsInSave = 0
  /// Kills after which the change was there though nobody had been told so.
  var savedUntold = 0
  var acknowledged = 0
  var refused = 0
  /// Times that a store was opened behind kills, without any repair, and looked through.
  var openings = 0
  var stores = 0
  /// Documents that are not as was promised, and halves of steps.
  var lost: [String] = []
  /// Stores with documents that cannot be read.
  var torn: [String] = []
  /// Whatever else is wrong; there is to be none of all three.
  var others: [String] = []

  var losses: [String] { lost + torn + others }

  static func + (left: Tally, right: Tally) -> Tally {
    Tally(
      kills: left.kills + right.kills, killsInSave: left.killsInSave + right.killsInSave,
      savedUntold: left.savedUntold + right.savedUntold,
      acknowledged: left.acknowledged + right.acknowledged, refused: left.refused + right.refused,
      openings: left.openings + right.openings, stores: left.stores + right.stores,
      lost: left.lost + right.lost, torn: left.torn + right.torn,
      others: left.others + right.others)
  }

  var summary: String {
    """
    kills \(kills), inside a save \(killsInSave), saved without a word \(savedUntold)
    acknowledged changes \(acknowledged), refused \(refused)
    stores \(stores), opened by themselves behind kills and looked through \(openings) times
    lost \(lost.count), torn \(torn.count), otherwise wrong \(others.count)
    """
  }
}
