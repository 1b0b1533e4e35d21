import ControlCharts

/// Measures what a chart costs: its limits, every rule of every set and the sentence that tells the
/// finding, then the whole process from a table to a drawing.
///
/// Beside each stands what other programs took for limits alone, or limits and their own rules, on
/// two cores of an AMD EPYC; for scale only, because the machines differ.
enum ChartBenchmark {
  static func measure(in workplace: Workplace, _ report: inout Report) throws(BenchmarkError) {
    // A process begins with the memory of the one that starts it, so that this comes while it is
    // small.
    try measureMemory(in: workplace, &report)
    try measureProcess(in: workplace, &report)
    measureCalculation(&report)
    measureHardSeries(&report)
    report.note(
      "Peers: medians of their own calculation in a running interpreter; the process from start.")
  }

  private static func measureCalculation(_ report: inout Report) {
    let sizes = [
      (count: 24, runs: 2_000, limit: 0.05, peers: "qcc 1 ms, abspc 0.6 ms, NHSRplotthedots 31 ms"),
      (count: 1_000, runs: 200, limit: 1, peers: "qcc 12 ms, abspc 9 ms, NHSRplotthedots 51 ms"),
      (
        count: 100_000, runs: 7, limit: 100,
        peers: "qcc 1100 ms, abspc 790 ms, NHSRplotthedots 1900 ms"
      ),
    ]
    for size in sizes {
      let values = ChartSample.noise(size.count)
      let counts = ChartSample.shares(size.count)
      report.add(
        "I chart, all rules, sentence: \(size.count) points", of: size.runs, limit: size.limit,
        peers: size.peers
      ) { ChartSample.told(values, .i) }
      report.add(
        "P chart, all rules, sentence: \(size.count) points", of: size.runs, limit: size.limit,
        peers: nil
      ) { ChartSample.told(counts, .p) }
    }
  }

  /// Series in which a rule is complete at nearly every point: a rule that looked back over all of
  /// a run at each would take 16 times the time for 4 times the points.
  private static func measureHardSeries(_ report: inout Report) {
    for (name, values) in ChartSample.hard(100_000) {
      let quarter = Array(values.prefix(25_000))
      let (whole, part) = (shortest(values), shortest(quarter))
      report.add(
        "\(name): 100000 points",
        "\(Samples.number(whole)) ms, \(Samples.number(whole / part)) × 25000 points",
        target: "6 ×", isMet: whole / part < 6)
    }
  }

  private static func shortest(_ values: [Observation]) -> Double {
    var samples = Samples()
    for _ in 0..<5 {
      let start = Moment.worked
      precondition(ChartSample.told(values, .i, centre: 0, sigma: 1) > 0)
      samples.add(Moment.worked.milliseconds(since: start))
    }
    return samples.smallest
  }

  private static func measureProcess(
    in workplace: Workplace, _ report: inout Report
  ) throws(BenchmarkError) {
    let table = try ChartSample.table(36, "months.csv", in: workplace)
    var (samples, processor) = (Samples(), Samples())
    for run in 0...30 {
      let cost = try workplace.cost([workplace.program, "chart", table])
      guard run > 0 else { continue }
      samples.add(cost.seconds * 1_000)
      processor.add(cost.processorSeconds * 1_000)
    }
    report.add(
      "process: CSV of 36 months to a drawn chart", samples.text("ms"),
      peer: "plotext 43 ms, controlchartspy 86 ms, clinical-qikit 340 ms, qicharts2 580 ms",
      target: "15 ms", isMet: samples.median < 15)
    report.add("its processor time", processor.text("ms"))
  }

  private static func measureMemory(
    in workplace: Workplace, _ report: inout Report
  ) throws(BenchmarkError) {
    var megabytes: [Double] = []
    for rows in [1_000, 50_000, 100_000] {
      let table = try ChartSample.table(rows, "\(rows).csv", in: workplace)
      let words = [workplace.program, "chart", table, "--format", "spark"]
      megabytes.append(try workplace.cost(words).megabytes)
    }
    let first = (megabytes[1] - megabytes[0]) * 1_048_576 / 49_000
    let second = (megabytes[2] - megabytes[1]) * 1_048_576 / 50_000
    report.add(
      "memory of the process for each further point",
      "\(Int(first)) B, then \(Int(second)) B", target: "2000 B",
      isMet: max(first, second) < 2_000)
    report.add("memory of the process: 1000 points", "\(Samples.number(megabytes[0])) MB")
  }
}

extension Report {
  /// Times some work in milliseconds of a processor, once to warm up and then so often.
  fileprivate mutating func add(
    _ name: String, of runs: Int, limit: Double, peers: String?, _ work: () -> Int
  ) {
    var samples = Samples()
    var length = work()
    for _ in 0..<runs {
      let start = Moment.worked
      length += work()
      samples.add(Moment.worked.milliseconds(since: start))
    }
    // What was told is looked at, so that no work can be left out.
    precondition(length > 0)
    let isShort = limit < 1
    add(
      name, isShort ? samples.thousandfold.text("µs") : samples.text("ms"), peer: peers,
      target: isShort ? "\(Int(limit * 1_000)) µs" : "\(Int(limit)) ms",
      isMet: samples.median < limit)
  }
}
