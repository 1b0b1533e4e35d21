import DocumentStore
import Glibc
import JSONTree

/// Many processes that write to one store as quickly as they are answered, most of them to the same
/// documents.
///
/// Each is one `huddle apply` that is asked for a change when it has answered the one before, so
/// that as many save at any moment as there are processes.
struct LoadTrial {
  let bench: Bench
  let processes: Int
  let changes: Int
  private var generator: SplitMix
  private(set) var writers: [LoadWriter] = []
  private(set) var seconds = 0.0
  /// How much the slowest process had done when the quickest was through.
  private(set) var least: Int?
  private(set) var merged = 0
  private(set) var kept = 0
  private(set) var losses: [String] = []

  /// How long a process may finish nothing while others do, in milliseconds.
  static let patience = 5_000.0

  init(bench: Bench, processes: Int, changes: Int, generator: SplitMix) {
    self.bench = bench
    self.processes = processes
    self.changes = changes
    self.generator = generator
    signal(SIGPIPE, SIG_IGN)
  }

  /// How many changes a process is asked for.
  func share(_ writer: Int) -> Int {
    changes / processes + (writer < changes % processes ? 1 : 0)
  }

  mutating func run() throws(TrialError) {
    let shared = SharedDocuments(changes: changes, processes: processes)
    let own = (0..<processes).map { _ in (0..<5).map { _ in ULID().text } }
    try furnish(shared, own.flatMap(\.self))
    for number in 0..<processes {
      writers.append(
        LoadWriter(
          number: number, own: own[number],
          conversation: try Conversation(
            ["apply", "-"], of: bench, isAsked: true, errors: "writer-\(number).errors")))
    }
    let start = Moment.now
    var progress = Progress()
    for writer in writers.indices { ask(writer, shared) }
    while writers.contains(where: { !$0.conversation.hasEnded }) {
      let open = writers.filter { !$0.conversation.hasEnded }
      Conversation.wait(for: open.map(\.conversation), milliseconds: 1_000)
      for writer in open.map(\.number) { listen(writer, shared) }
      progress.tell(
        "\(writers.reduce(0) { $0 + $1.done }) of \(changes) changes, \(open.count) at work")
    }
    seconds = Moment.now.milliseconds(since: start) / 1_000
    for writer in writers {
      let code = writer.conversation.reap()
      if writer.done < share(writer.number) || code != 0 && writer.refused.isEmpty {
        losses.append(
          "process \(writer.number) ended with \(code) after \(writer.done) changes: "
            + bench.text(writer.conversation.errors))
      }
    }
  }

  private func furnish(_ shared: SharedDocuments, _ own: [String]) throws(TrialError) {
    try bench.must(["init", "--name", "Trial"])
    for site in 0..<shared.siteCount {
      try bench.must(["add", "site", "name=Site \(site)", "code=site-\(site)", "kind=hospital"])
    }
    try bench.must([
      "add", "measure", "name=Waits", "kind=process", "dataKind=continuous", "direction=decrease",
    ])
    let lines = (shared.ids + own).map { LoadChange.Part.adding($0, "begun").compactText + "\n" }
    let path = try bench.write(lines.joined(), to: "documents.jsonl")
    try bench.must(["apply", path])
  }

  private mutating func ask(_ writer: Int, _ shared: SharedDocuments) {
    guard writers[writer].done < share(writer) else {
      if least == nil { least = writers.map(\.done).min() }
      writers[writer].conversation.closeInput()
      return
    }
    let change = writers[writer].next(shared, &generator)
    writers[writer].asked = (change, .now)
    writers[writer].conversation.ask(change.line)
  }

  private mutating func listen(_ writer: Int, _ shared: SharedDocuments) {
    for line in writers[writer].conversation.hear() {
      guard let asked = writers[writer].asked else { continue }
      var change = asked.change
      writers[writer].waits.append(Moment.now.milliseconds(since: asked.since))
      writers[writer].done += 1
      guard let answer = Answer(line), answer.line == writers[writer].done else {
        losses.append("instead of an answer: \(line)")
        continue
      }
      if answer.isMerged { merged += 1 }
      if answer.needsChoice { kept += 1 }
      if let revisions = answer.revisions {
        change.revisions = revisions
        writers[writer].answered.append(change)
      } else {
        writers[writer].refused.append(change)
        if answer.code != 4 { losses.append("refused with \(answer.code): \(answer.error)") }
      }
      ask(writer, shared)
    }
  }

  mutating func add(_ found: [String]) { losses += found }
}
