import DocumentStore
import Glibc

/// Writers that are killed, round after round, and what is found behind each round.
struct KillTrial {
  let bench: Bench
  private var generator: SplitMix
  private var writers: [Writer]
  private(set) var tally = Tally()
  /// How long a program runs that nobody kills, in nanoseconds.
  private var usual = 30_000_000

  private static let killsInRound = 50

  init(bench: Bench, writers: Int, generator: SplitMix) {
    self.bench = bench
    self.generator = generator
    self.writers = (0..<writers).map(Writer.init)
  }

  /// Makes the store, and lets each writer finish once, to know how long that takes.
  mutating func prepare() throws(TrialError) {
    for words in [
      ["init", "--name", "Trial"],
      ["add", "site", "name=Riverside", "code=riverside", "kind=hospital"],
      [
        "add", "measure", "name=Waits", "kind=process", "dataKind=continuous", "direction=decrease",
      ],
    ] {
      try bench.must(words)
    }
    try writeUnharmed()
    try check()
  }

  /// Runs until so many programs were killed.
  mutating func run(kills: Int) throws(TrialError) {
    blockChildSignal()
    while tally.kills < kills, tally.losses.isEmpty {
      let goal = min(kills, tally.kills + Self.killsInRound)
      var running: [Int: Attempt] = [:]
      while tally.kills < goal || !running.isEmpty {
        for writer in writers.indices where running[writer] == nil && tally.kills < goal {
          running[writer] = try begin(writer, isDoomed: true)
        }
        wait(for: running.values)
        for (writer, attempt) in running where try isOver(attempt, writer) {
          running[writer] = nil
        }
      }
      try check()
    }
  }

  private mutating func writeUnharmed() throws(TrialError) {
    let start = Moment.now
    for writer in writers.indices {
      let attempt = try begin(writer, isDoomed: false)
      var status: Int32 = 0
      while waitpid(attempt.process, &status, 0) < 0, errno == EINTR {}
      end(attempt, writer, code: Bench.code(status))
    }
    usual = (Moment.now.nanoseconds - start.nanoseconds) / writers.count
  }

  private mutating func begin(_ writer: Int, isDoomed: Bool) throws(TrialError) -> Attempt {
    let change: Change
    var words: [String]
    (change, words) = writers[writer].next(&generator)
    let output = "writer-\(writer)"
    if let index = words.firstIndex(of: Writer.document), let text = Writer.text(of: change) {
      words[index] = try bench.write(text, to: "\(output).json")
    }
    // With eight at work on few processors each takes longer than alone.
    let delay = Int.random(in: 0...(usual * 6), using: &generator)
    let process = try bench.start(words, output: output)
    let now = Moment.now
    return Attempt(
      process: process, change: change, output: output, started: now,
      doomed: isDoomed ? Moment(nanoseconds: now.nanoseconds + delay) : nil)
  }

  /// Kills what is due, and takes note of what ended.
  private mutating func isOver(_ attempt: Attempt, _ writer: Int) throws(TrialError) -> Bool {
    var status: Int32 = 0
    if waitpid(attempt.process, &status, WNOHANG) == attempt.process {
      end(attempt, writer, code: Bench.code(status))
      return true
    }
    guard let doomed = attempt.doomed, doomed <= Moment.now else { return false }
    // Stopped first, it can be seen where the kill hits it.
    kill(attempt.process, SIGSTOP)
    while waitpid(attempt.process, &status, WUNTRACED) < 0, errno == EINTR {}
    guard status & 0xFF == 0x7F else {
      end(attempt, writer, code: Bench.code(status))
      return true
    }
    if bench.isInSave(attempt.process) { tally.killsInSave += 1 }
    kill(attempt.process, SIGKILL)
    while waitpid(attempt.process, &status, 0) < 0, errno == EINTR {}
    tally.kills += 1
    end(attempt, writer, code: Bench.code(status))
    return true
  }

  private mutating func end(_ attempt: Attempt, _ writer: Int, code: Int32) {
    let isTold = code == 0 || code < 0 && !bench.text(attempt.output).isEmpty
    if isTold { tally.acknowledged += 1 }
    if code > 0 {
      tally.refused += 1
      // Another writer changed the series first; everything else here is this writer's own.
      if code != 4 {
        tally.losses.append("refused with \(code): \(bench.text("\(attempt.output).errors"))")
      }
      return
    }
    writers[writer].note(attempt.change, isAcknowledged: isTold)
  }

  /// Holds the store against what was promised.
  private mutating func check() throws(TrialError) {
    tally.rounds += 1
    let sighting: Sighting
    do throws(StoreError) {
      sighting = try Sighting(store: bench.store)
    } catch {
      tally.losses.append("the store does not open: \(error)")
      return
    }
    if sighting.damaged > 0 { tally.losses.append("\(sighting.damaged) documents are torn") }
    for writer in writers.indices { writers[writer].settle(sighting, &tally) }
    let (code, output) = try bench.run(["doctor"])
    if code != 0 { tally.losses.append("the doctor finds: \(output)\(bench.text("run.errors"))") }
  }

  private func blockChildSignal() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGCHLD)
    sigprocmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits until a program ends or one is to be killed.
  private func wait(for attempts: some Collection<Attempt>) {
    let now = Moment.now.nanoseconds
    let next = attempts.compactMap { $0.doomed?.nanoseconds }.min() ?? now + 10_000_000
    var time = timespec(tv_sec: 0, tv_nsec: min(max(next - now, 1), 10_000_000))
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGCHLD)
    sigtimedwait(&signals, nil, &time)
  }
}

extension Writer {
  /// Compares with what is there; what was open is then known.
  mutating func settle(_ sighting: Sighting, _ tally: inout Tally) {
    for (id, expectation) in documents {
      let found = sighting.standings[id] ?? .absent
      if found == expectation.untold {
        tally.savedUntold += 1
      } else if found != expectation.promised {
        tally.losses.append("\(id): promised \(expectation.promised), found \(found)")
      }
      documents[id] = Expectation(promised: found)
    }
    for (period, number) in numbers {
      let found = sighting.numbers[period]
      if number.untold != nil, found == number.untold {
        tally.savedUntold += 1
      } else if found != number.promised {
        tally.losses.append(
          "\(period): promised \(number.promised.map(String.init) ?? "nothing"), found "
            + (found.map(String.init) ?? "nothing"))
      }
      numbers[period] = (found, nil)
    }
  }
}
