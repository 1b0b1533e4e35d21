import Glibc

/// How a large store feels: its first screen, a search, a save, the doctor, its memory; beside what
/// one would take instead, whole process against whole process and each of them with its fsyncs.
enum StoreBenchmark {
  /// Runs of each thing that takes part of a second.
  private static let runs = 15

  static func measure(
    cycles: Int, in workplace: Workplace, _ report: inout Report
  ) throws(BenchmarkError) {
    let store = "\(workplace.folder)/store-\(cycles)"
    let program = workplace.program
    // A hundred cycles at each site: ten of the sample network's, nine more told after each.
    try workplace.run([
      program, "demo", "--sites", "\(max(1, cycles / 100))", "--retellings", "9", "--store", store,
      "--no-open",
    ])
    let login = try lead(of: store, in: workplace)
    try workplace.run(["rm", "-rf", "\(store)/.store/index"])
    let options = ["--store", store, "--as", login]
    func name(_ what: String) -> String { "\(cycles) cycles: \(what)" }

    // Of thousands of documents a first search keeps the snapshot.
    let words = [program, "list", "cycle", "--search", "blanket before"] + options
    let rebuild = try seconds { () throws(BenchmarkError) in try workplace.run(words) }
    report.add(
      name("first search, snapshot made from files in memory"), "\(Samples.number(rebuild)) s",
      target: "1.5 s", isMet: rebuild < 1.5)
    try workplace.forget(below: store)
    try workplace.run(["rm", "-rf", "\(store)/.store/index"])
    let cold = try seconds { () throws(BenchmarkError) in try workplace.run(words) }
    report.add(
      name("the same, from files dropped from memory"), "\(Samples.number(cold)) s",
      target: "8 s", isMet: cold < 8)

    let subject = Subject(
      words: [program] + options, variables: workplace.variables,
      body: try StoreBenchmark.text(of: [program, "today", "--plain"] + options, in: workplace))
    // Fewer documents are kept by a workbench that is open for a moment.
    _ = try subject.idleBytes(milliseconds: 2_000)
    var (warm, fromDisk) = (Samples(), Samples())
    for _ in 0..<runs { warm.add(try subject.open().body) }
    for _ in 0..<5 {
      try workplace.forget(below: "\(store)/.store/index")
      fromDisk.add(try subject.open().body)
    }
    report.add(
      name("first screen, warm"), warm.text("ms"), target: "50 ms", isMet: warm.median < 50)
    report.add(
      name("first screen, snapshot dropped from memory"), fromDisk.text("ms"), target: "300 ms",
      isMet: fromDisk.median < 300)
    let memory = try subject.privateMegabytes()
    report.add(
      name("private memory of a workbench"), "\(Samples.number(memory)) MB", target: "60 MB",
      isMet: memory < 60)

    let peers = try StorePeers(tasks: cycles, in: workplace)
    let search = try times(words, in: workplace)
    report.add(
      name("list --search"), search.text("ms"), peer: try peers.search(runs), target: "50 ms",
      isMet: search.median < 50)
    let id = try StoreBenchmark.first(of: "cycle", options, in: workplace)
    let save = try times(
      [program, "set", id, "changeIdea.text=Warm blankets"] + options, in: workplace,
      alternating: "changeIdea.text=Warm sheets")
    report.add(name("save, whole process"), save.text("ms"), peer: try peers.save(runs))
    let doctor = try seconds { () throws(BenchmarkError) in
      try workplace.run([program, "doctor"] + options)
    }
    report.add(
      name("doctor"), "\(Samples.number(doctor)) s", target: "10 s", isMet: doctor < 10)
    try workplace.run(["rm", "-rf", store])
  }

  /// A lead of one of the sample network's sites.
  private static func lead(
    of store: String, in workplace: Workplace
  ) throws(BenchmarkError) -> String {
    let words = [
      workplace.program, "list", "member", "--where", "login=marta", "--csv", "--store", store,
    ]
    return try workplace.run(words).contains("marta") ? "marta" : "ingrid"
  }

  private static func first(
    of type: String, _ options: [String], in workplace: Workplace
  ) throws(BenchmarkError) -> String {
    let words = [workplace.program, "list", type, "--where", "site=riverside", "--csv"] + options
    let row = try workplace.run(words).split(whereSeparator: \.isNewline).dropFirst().first ?? ""
    guard let id = row.split(separator: ",").first else { throw .failed(words, "it has no rows") }
    return String(id)
  }

  private static func text(
    of words: [String], in workplace: Workplace
  ) throws(BenchmarkError) -> String {
    let row = try workplace.run(words).split(separator: "\n").dropFirst(2).first ?? ""
    let word = row.split { !$0.isASCII || !$0.isLetter }.first { $0.utf8.count >= 5 }
    guard let word else { throw .failed(words, "it has no rows") }
    return String(word)
  }

  private static func times(
    _ words: [String], in workplace: Workplace, alternating other: String? = nil
  ) throws(BenchmarkError) -> Samples {
    var samples = Samples()
    for run in 0...runs {
      var words = words
      if let other, run % 2 == 1 { words[3] = other }
      let cost = try workplace.cost(words)
      if run > 0 { samples.add(cost.seconds * 1_000) }
    }
    return samples
  }

  static func seconds(
    _ body: () throws(BenchmarkError) -> Void
  ) throws(BenchmarkError) -> Double {
    let start = Moment.now
    try body()
    return Moment.now.milliseconds(since: start) / 1_000
  }
}
