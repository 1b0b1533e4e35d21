import DocumentStore
import Glibc

/// Writers that are killed, round after round, and what is found behind each round.
///
/// Six of eight ask `huddle apply` for one change after another, a few lines ahead; two start a
/// command for each change.
struct KillTrial {
  let bench: Bench
  private var generator: SplitMix
  private var writers: [Writer]
  private(set) var tally = Tally()
  /// How long a program runs that nobody kills, in nanoseconds.
  private var usual = 30_000_000

  private static let killsInRound = 50
  private static let linesAhead = 4

  init(bench: Bench, writers: Int, generator: SplitMix) {
    self.bench = bench
    self.generator = generator
    self.writers = (0..<writers).map(Writer.init)
    // A program that was killed no longer reads what it is asked.
    signal(SIGPIPE, SIG_IGN)
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
    let start = Moment.now
    for writer in writers.indices {
      var attempt = try begin(writer, isStreaming: false, isDoomed: false)
      while !attempt.conversation.hasEnded {
        Conversation.wait(for: [attempt.conversation], milliseconds: -1)
        listen(&attempt, writer)
      }
      end(attempt, writer)
    }
    usual = (Moment.now.nanoseconds - start.nanoseconds) / writers.count
    try check()
  }

  /// Runs until so many programs were killed.
  ///
  /// - Parameter tell: told of each round what there is so far.
  mutating func run(kills: Int, telling tell: (Tally) -> Void) throws(TrialError) {
    tally.stores = 1
    while tally.kills < kills, tally.losses.isEmpty {
      let goal = min(kills, tally.kills + Self.killsInRound)
      var running: [Int: Attempt] = [:]
      while tally.kills < goal || !running.isEmpty {
        for writer in writers.indices where running[writer] == nil && tally.kills < goal {
          running[writer] = try begin(writer, isStreaming: writer % 4 != 0, isDoomed: true)
        }
        let next = running.values.compactMap(\.doomed).min() ?? .now
        let pause = max(0, min(10, Int(next.milliseconds(since: .now))))
        Conversation.wait(for: running.values.map(\.conversation), milliseconds: pause)
        for writer in writers.indices {
          guard var attempt = running.removeValue(forKey: writer) else { continue }
          listen(&attempt, writer)
          if try goesOn(&attempt, writer, isEnough: tally.kills >= goal) {
            running[writer] = attempt
          } else {
            end(attempt, writer)
          }
        }
      }
      try check()
      tell(tally)
    }
  }

  private mutating func begin(
    _ writer: Int, isStreaming: Bool, isDoomed: Bool
  ) throws(TrialError) -> Attempt {
    let errors = "writer-\(writer).errors"
    // With eight at work on few processors each takes longer than alone.
    let delay = Int.random(in: 0...(usual * (isStreaming ? 12 : 6)), using: &generator)
    let doomed = isDoomed ? Moment(nanoseconds: Moment.now.nanoseconds + delay) : nil
    if isStreaming {
      let conversation = try Conversation(["apply", "-"], of: bench, isAsked: true, errors: errors)
      var attempt = Attempt(
        conversation: conversation, asked: [], isStreaming: true, doomed: doomed)
      ask(&attempt, writer)
      return attempt
    }
    let change = writers[writer].next(&generator, except: [], isStreaming: false)
    let words = try change.words { (text) throws(TrialError) in
      try bench.write(text, to: "writer-\(writer).json")
    }
    let conversation = try Conversation(
      words ?? ["whoami"], of: bench, isAsked: false, errors: errors)
    return Attempt(
      conversation: conversation, asked: [change], isStreaming: false, doomed: doomed)
  }

  private mutating func ask(_ attempt: inout Attempt, _ writer: Int) {
    while attempt.asked.count < Self.linesAhead {
      let change = writers[writer].next(&generator, except: attempt.busy, isStreaming: true)
      guard let operation = change.operation else { continue }
      attempt.conversation.ask(operation.compactText)
      attempt.asked.append(change)
      attempt.lines += 1
    }
  }

  /// Takes note of what was answered.
  private mutating func listen(_ attempt: inout Attempt, _ writer: Int) {
    for line in attempt.conversation.hear() where !attempt.asked.isEmpty {
      let first = attempt.lines - attempt.asked.count + 1
      let change = attempt.asked.removeFirst()
      if !attempt.isStreaming {
        acknowledge(change, writer)
      } else if let answer = Answer(line), answer.line == first {
        if answer.revisions != nil { acknowledge(change, writer) } else { refuse(answer) }
      } else {
        tally.others.append("instead of an answer to line \(first): \(line)")
      }
    }
  }

  private mutating func acknowledge(_ change: Change, _ writer: Int) {
    tally.acknowledged += 1
    writers[writer].note(change, isAcknowledged: true)
  }

  /// Another writer may change the series first; everything else here is this writer's own.
  private mutating func refuse(_ answer: Answer) {
    tally.refused += 1
    if answer.code != 4 { tally.others.append("refused with \(answer.code): \(answer.error)") }
  }

  /// Asks on, or kills what is due; whether it is still running.
  private mutating func goesOn(
    _ attempt: inout Attempt, _ writer: Int, isEnough: Bool
  ) throws(TrialError) -> Bool {
    if attempt.conversation.hasEnded { return false }
    if isEnough {
      attempt.conversation.closeInput()
      return true
    }
    guard let doomed = attempt.doomed, doomed <= Moment.now else {
      if attempt.isStreaming { ask(&attempt, writer) }
      return true
    }
    // Stopped first, it can be seen where the kill hits it.
    guard attempt.conversation.stop() else { return true }
    if bench.isInSave(attempt.conversation.process) { tally.killsInSave += 1 }
    kill(attempt.conversation.process, SIGKILL)
    tally.kills += 1
    while !attempt.conversation.hasEnded {
      Conversation.wait(for: [attempt.conversation], milliseconds: -1)
      listen(&attempt, writer)
    }
    return false
  }

  /// Of what was asked and not answered only the first can have been done.
  private mutating func end(_ attempt: Attempt, _ writer: Int) {
    let code = attempt.conversation.reap()
    if code > 0, !attempt.isStreaming {
      tally.refused += 1
      if code == 4 { return }
    }
    if code != 0, code != -SIGKILL, !attempt.isStreaming || !attempt.asked.isEmpty {
      tally.others.append("ended with \(code): \(bench.text(attempt.conversation.errors))")
    }
    if let change = attempt.asked.first { writers[writer].note(change, isAcknowledged: false) }
  }

  /// Holds the store against what was promised.
  private mutating func check() throws(TrialError) {
    let sighting: Sighting
    do throws(StoreError) {
      sighting = try Sighting(store: bench.store)
    } catch {
      tally.others.append("the store does not open: \(error)")
      return
    }
    if tally.kills > 0 { tally.openings += 1 }
    if sighting.damaged > 0 { tally.torn.append("\(sighting.damaged) documents are torn") }
    for writer in writers.indices { writers[writer].settle(sighting, &tally) }
    let (code, output) = try bench.run(["doctor"])
    if code != 0 { tally.others.append("the doctor finds: \(output)\(bench.text("run.errors"))") }
  }
}
