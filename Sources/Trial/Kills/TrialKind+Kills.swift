extension TrialKind {
  /// Kills programs that write to a store, at random moments, and looks for what was lost.
  static let kills = TrialKind(
    name: "kills", numbers: ["KILLS", "SEED"],
    help: "kills eight writers at random moments, 500 times or as often as said, and looks for "
      + "every acknowledged change"
  ) { (numbers, isKept) throws(TrialError) in
    try Bench.use(keeping: isKept) { (bench) throws(TrialError) in
      var trial = KillTrial(
        bench: bench, writers: 8, generator: SplitMix(state: numbers.dropFirst().first ?? 1))
      try trial.prepare()
      try trial.run(kills: Int(numbers.first ?? 500))
      return TrialReport(summary: trial.tally.summary, losses: trial.tally.losses)
    }
  }
}
