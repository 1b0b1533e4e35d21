extension TrialKind {
  /// Kills programs that write to a store, at random moments, and looks for what was lost.
  static let kills = TrialKind(
    name: "kills", numbers: ["KILLS", "SEED"],
    help: "kills eight writers at random moments, 500 times or as often as said, and looks for "
      + "every acknowledged change"
  ) { (numbers, isKept) throws(TrialError) in
    let goal = Int(numbers.first ?? 500)
    var generator = SplitMix(state: numbers.dropFirst().first ?? 1)
    var progress = Progress()
    var tally = Tally()
    while tally.kills < goal, tally.losses.isEmpty {
      let before = tally
      let found = try Bench.use(keeping: isKept) { (bench) throws(TrialError) in
        var trial = KillTrial(
          bench: bench, writers: 8, generator: SplitMix(state: generator.next()))
        try trial.prepare()
        try trial.run(kills: min(goal - tally.kills, killsOfStore)) { now in
          let sum = before + now
          progress.tell(
            "\(sum.kills) of \(goal) kills, \(sum.killsInSave) inside a save, "
              + "\(sum.acknowledged) acknowledged, \(sum.losses.count) findings")
        }
        return trial.tally
      }
      tally = before + found
    }
    return TrialReport(summary: tally.summary, losses: tally.losses)
  }

  /// Behind each round all is looked through that a store holds: with a new store now and then, that
  /// stays as quick as it was.
  private static let killsOfStore = 500
}
