import DocumentStore
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
    help: "let every call fail in every way, and every call of the recovery behind it, or one of "
      + "EVERY"
  ) { numbers, _ in
    let stride = max(1, Int(numbers.first ?? 1))
    do throws(StoreError) {
      let run = FaultRun(
        try FaultPieces(
          of: Deed.allCases, in: FaultTrial(stride: stride, recoveryStride: stride)))
      Workers.run { run.work() }
      return TrialReport(summary: run.tally.words, losses: run.tally.losses)
    } catch {
      return TrialReport(summary: "the trial could not be held", losses: ["\(error)"])
    }
  }

  /// People who read while others do something over several documents, and the other way round.
  static let readers = TrialKind(
    name: "readers", numbers: [],
    help: "read between any two calls of a transaction over several documents, and let one come "
      + "between any two calls of a reader"
  ) { _, _ in
    var trial = ReadingTrial()
    do throws(StoreError) {
      for deed in ReadingTrial.deeds {
        try trial.readDuring(deed)
        try trial.write(deed)
      }
      return TrialReport(summary: trial.words, losses: trial.losses)
    } catch {
      return TrialReport(summary: "the trial could not be held", losses: ["\(error)"])
    }
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
