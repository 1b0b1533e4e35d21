extension TrialKind {
  /// Fills disks of many small sizes, and looks for what was lost or badly said.
  static let space = TrialKind(
    name: "space", numbers: ["SIZES", "SEED"],
    help: "fills small disks of 48 sizes from 24 to 400 kB, or of as many as said, and looks at "
      + "every refusal and for every change; takes root or user namespaces"
  ) { (numbers, isKept) throws(TrialError) in
    try Bench.use(keeping: isKept) { (bench) throws(TrialError) in
      try SmallDisk.prepare()
      var trial = SpaceTrial(
        bench: bench, generator: SplitMix(state: numbers.dropFirst().first ?? 1))
      let sizes = max(1, Int(numbers.first ?? 48))
      for size in 0..<sizes { try trial.sweep(kilobytes: 24 + 376 * size / max(1, sizes - 1)) }
      let summary = """
        disks \(sizes), changes saved \(trial.saved), refused \(trial.refused)
        lost or badly said \(trial.losses.count)
        """
      return TrialReport(summary: summary, losses: trial.losses)
    }
  }
}
