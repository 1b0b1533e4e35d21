import SimulatedDisk

extension TrialKind {
  /// Power cuts at every moment of everything that is done, on a disk in memory.
  static let disk = TrialKind(
    name: "disk", numbers: ["STATES", "SEED"],
    help: "cut the power on a simulated disk until so many states were looked through (100000)"
  ) { numbers, _ in
    var trial = DiskTrial(
      states: Int(numbers.first ?? 100_000), seed: numbers.dropFirst().first ?? 1)
    trial.run()
    return TrialReport(summary: trial.tally.words, losses: trial.tally.losses)
  }

  /// Faults at every call of everything that is done, and of the recovery behind it.
  static let faults = TrialKind(
    name: "faults", numbers: ["EVERY"],
    help: "let every call fail in every way, and one of EVERY (7) calls of the recovery behind it"
  ) { numbers, _ in
    var tally = FaultTally()
    for deed in Deed.allCases {
      // Of what takes thirty times as many calls only some are taken.
      var trial = FaultTrial(
        stride: deed == .many ? 29 : 1, recoveryStride: Int(numbers.first ?? 7))
      trial.run(deed)
      tally += trial.tally
    }
    return TrialReport(summary: tally.words, losses: tally.losses)
  }

  /// Bugs put in on purpose, which the other trials must notice.
  static let mutants = TrialKind(
    name: "mutants", numbers: [], help: "put known bugs into the store and see each one noticed"
  ) { _, _ in
    var lines: [String] = []
    var missed: [String] = []
    for mutant in Mutant.allCases {
      let losses = mutant.losses()
      if let first = losses.first {
        lines.append("noticed: \(mutant.words)\n    \(first)")
      } else {
        missed.append("not noticed: \(mutant.words)")
      }
    }
    return TrialReport(summary: lines.joined(separator: "\n"), losses: missed)
  }
}
