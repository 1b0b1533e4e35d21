import Glibc

/// Measures how quick huddle feels, and prints tables: `swift run -c release huddle-benchmark`, with
/// `charts` behind it for the charts alone, or `watch` and a number of sites for what many see of
/// one another's changes, or `store` and numbers of cycles for stores of these sizes, or `sections`
/// for the screens of a large network with a million observations, or `commons` for searching 20,000
/// resources, or `visits` and a number for as many people at once through the gate, or `matching`
/// and a number for as many needs and offers. `chance` measures nothing: it writes the table that
/// `ChanceTable+Rates.swift` keeps.
///
/// Times are of cold processes, A B A B, each after the store was once open; those of
/// calculations are of a processor's work in one process.
@main
enum Benchmark {
  static func main() {
    do throws(BenchmarkError) {
      let workplace = try Workplace()
      let words = CommandLine.arguments.dropFirst()
      if words.first == "chance" { return print(ChanceTableRecorder.source(), terminator: "") }
      if words.first == "watch" {
        var watch = Report(peer: "")
        try WatchBenchmark.measure(in: workplace, sites: words.last.flatMap { Int($0) }, &watch)
        return watch.print()
      }
      if words.first == "sections" {
        var sections = Report(peer: "")
        let cycles = words.dropFirst().first.flatMap { Int($0) } ?? 100_000
        try SectionBenchmark.measure(cycles: cycles, in: workplace, &sections)
        return sections.print()
      }
      if words.first == "visits" {
        var visits = Report(peer: "tig")
        let numbers = words.dropFirst().compactMap { Int($0) }
        try VisitBenchmark.measure(
          visitors: numbers.first ?? 50, cycles: numbers.dropFirst().first ?? 100_000,
          in: workplace, &visits)
        return visits.print()
      }
      if words.first == "commons" {
        var commons = Report(peer: "")
        try CommonsBenchmark.measure(in: workplace, &commons)
        return commons.print()
      }
      if words.first == "matching" {
        var matching = Report(peer: "")
        MatchBenchmark.measure(needs: words.last.flatMap { Int($0) } ?? 2_000, &matching)
        return matching.print()
      }
      if words.first == "store" {
        var store = Report(peer: "peers")
        let sizes = words.dropFirst().compactMap { Int($0) }
        for cycles in sizes.isEmpty ? [1_000, 10_000, 100_000] : sizes {
          try StoreBenchmark.measure(cycles: cycles, in: workplace, &store)
        }
        return store.print()
      }
      if words.first != "charts" {
        var report = Report(peer: "tig")
        try measure(in: workplace, &report)
        report.print()
        print()
      }
      var charts = Report(peer: "peers")
      try ChartBenchmark.measure(in: workplace, &charts)
      charts.print()
    } catch {
      let words = Array("huddle-benchmark: \(error)\n".utf8)
      _ = write(STDERR_FILENO, words, words.count)
      exit(1)
    }
  }

  private static func measure(
    in workplace: Workplace, _ report: inout Report
  ) throws(BenchmarkError) {
    let store = "\(workplace.folder)/demo"
    try workplace.run([workplace.program, "demo", "--store", store, "--no-open"])
    let demo = Subject(
      words: [workplace.program, "demo", "--store", store], variables: workplace.variables,
      body: try text(of: "today", in: store, workplace))
    // Open for a moment once: huddle then keeps what it read in one file.
    _ = try demo.idleBytes(milliseconds: 1_500)
    let peer = try Peer.tig(in: workplace)
    if peer == nil {
      report.note("tig or git is not installed here, so there is no peer beside it.")
    }
    try measureFirstScreen(demo, peer, &report)
    try measureMovement(demo, peer, store, workplace, &report)
    let idle = try demo.idleBytes(milliseconds: 3_000)
    report.add("sent while idle for 3 s", "\(idle) B", target: "0 B", isMet: idle == 0)
    try measureBulk(workplace, &report)
  }

  private static func measureFirstScreen(
    _ demo: Subject, _ peer: Subject?, _ report: inout Report
  ) throws(BenchmarkError) {
    var (own, ownBody, others, othersBody) = (Samples(), Samples(), Samples(), Samples())
    // By turns, so that whatever else the computer does meets both.
    for run in 0...40 {
      let first = try demo.open()
      let second = try peer?.open()
      guard run > 0 else { continue }
      own.add(first.complete)
      ownBody.add(first.body)
      if let second {
        others.add(second.complete)
        othersBody.add(second.body)
      }
    }
    let ratio = peer == nil ? nil : own.median / others.median
    report.add(
      "first text of the store", ownBody.text("ms"),
      peer: peer == nil ? nil : othersBody.text("ms"))
    report.add(
      "first screen, complete", own.text("ms"), peer: peer == nil ? nil : others.text("ms"),
      target: ratio.map { "tig, is \(Int(($0 * 100).rounded())) %" },
      isMet: ratio.map { $0 <= 1 })
  }

  private static func measureMovement(
    _ demo: Subject, _ peer: Subject?, _ store: String, _ workplace: Workplace,
    _ report: inout Report
  ) throws(BenchmarkError) {
    let theirs = try peer?.bytes(of: "j", times: 20)
    for section in ["today", "projects", "cycles", "measures", "team", "commons"] {
      var subject = demo
      subject.words = [workplace.program, section, "--store", store]
      subject.body = try text(of: section, in: store, workplace)
      let ours = try subject.bytes(of: "j", times: 20)
      let limit = max(250, theirs?.atOnce.median ?? 0)
      report.add(
        "j in \(section)", ours.atOnce.text("B"), peer: theirs?.atOnce.text("B"),
        target: "\(Int(limit)) B", isMet: ours.atOnce.median <= limit)
      report.add(
        "the page that follows it", ours.afterRest.text("B"), peer: theirs?.afterRest.text("B"),
        target: "1500 B", isMet: ours.afterRest.median <= 1_500)
    }
  }

  private static func measureBulk(
    _ workplace: Workplace, _ report: inout Report
  ) throws(BenchmarkError) {
    let program = workplace.program
    let large = try workplace.cost([
      program, "demo", "--sites", "1000", "--store", "\(workplace.folder)/large", "--no-open",
    ])
    report.add(
      "make a network of 1,000 sites", large.text, target: "60 s", isMet: large.seconds < 60)
    let store = ["--store", "\(workplace.folder)/registry"]
    try workplace.run([program, "init"] + store)
    try workplace.run(
      [program, "add", "measure", "name=Waits", "kind=process", "dataKind=proportion"] + store)
    let options = ["--measure", "waits", "--create-sites"] + LargeTable.columns + store
    let wanted = try LargeTable.wanted(sites: 1_000, months: 60, in: workplace)
    report.add(
      "import 60,000 rows at 1,000 new sites",
      try workplace.cost([program, "import", wanted] + options).text)
    report.add(
      "import them again", try workplace.cost([program, "import", wanted] + options).text)
    let long = try LargeTable.long(megabytes: 200, in: workplace)
    report.add(
      "import 100 rows of a file of 200 MB",
      try workplace.cost([program, "import", long, "--where", "type=1"] + options).text)
  }

  /// A word of the first row of a section, long enough to stand nowhere else.
  private static func text(
    of section: String, in store: String, _ workplace: Workplace
  ) throws(BenchmarkError) -> String {
    let words = [workplace.program, section, "--plain", "--store", store]
    let row = try workplace.run(words).split(separator: "\n").dropFirst(2).first ?? ""
    let word = row.split { !$0.isASCII || !$0.isLetter }.first { $0.utf8.count >= 5 }
    guard let word else { throw .failed(words, "it has no rows") }
    return String(word)
  }
}

extension Spawn.Cost {
  fileprivate var text: String {
    "\(Samples.number(seconds)) s, \(Samples.number(megabytes)) MB"
  }
}
