extension TrialKind {
  /// Lets many processes write to the same documents at the same time.
  static let load = TrialKind(
    name: "load", numbers: ["PROCESSES", "CHANGES", "SEED"],
    help: "lets 50 processes make 100,000 changes, a quarter of them of two documents, and looks "
      + "for every one; says how long a save took"
  ) { (numbers, isKept) throws(TrialError) in
    try Bench.use(keeping: isKept) { (bench) throws(TrialError) in
      let processes = Int(numbers.first ?? 50)
      let changes = Int(numbers.dropFirst().first ?? UInt64(processes) * 2_000)
      guard processes > 0 else { throw .cannot("write with no process", code: 22) }
      var trial = LoadTrial(
        bench: bench, processes: processes, changes: changes,
        generator: SplitMix(state: numbers.dropFirst(2).first ?? 1))
      try trial.run()
      trial.add(try LoadCheck(of: trial).findings)
      return TrialReport(summary: trial.summary, losses: trial.losses)
    }
  }
}

extension LoadTrial {
  var summary: String {
    let waits = writers.flatMap(\.waits).sorted()
    func wait(_ share: Double) -> String {
      waits.isEmpty ? "–" : "\(tenths(waits[Int(Double(waits.count - 1) * share)])) ms"
    }
    let done = writers.reduce(0) { $0 + $1.answered.count }
    let pairs = writers.reduce(0) { $0 + $1.answered.count { $0.parts.count > 1 } }
    let starved = writers.count { $0.waits.contains { $0 > Self.patience } }
    return """
      processes \(processes), changes \(done), of two documents \(pairs), in \(tenths(seconds)) s
      a save: half under \(wait(0.5)), p99 \(wait(0.99)), longest \(wait(1))
      when the quickest process was done, the slowest had made \(least ?? 0) of \(share(0)) changes
      merged with another's \(merged), two versions kept \(kept), refused \
      \(writers.reduce(0) { $0 + $1.refused.count })
      starved \(starved), lost or torn \(losses.count)
      """
  }

  private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
