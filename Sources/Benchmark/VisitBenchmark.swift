import Glibc

/// How a server bears many people at once: each comes in through the gate into a terminal of their
/// own, and all type throughout, also while others still come.
enum VisitBenchmark {
  /// Milliseconds over which the logins are spread, as sshd needs about as long for fifty.
  private static let arrival = 15_000.0
  /// Milliseconds that all type once the last has come.
  private static let stay = 30_000.0
  /// Milliseconds between two keys of one person, who reads meanwhile.
  private static let pause = 700.0
  /// Milliseconds without a byte after which a screen counts as complete.
  private static let silence = 300.0

  static func measure(
    visitors: Int, cycles: Int, in workplace: Workplace, _ report: inout Report
  ) throws(BenchmarkError) {
    let store = "\(workplace.folder)/visited"
    try workplace.run([
      workplace.program, "demo", "--sites", "\(max(1, cycles / 100))", "--months", "24",
      "--retellings", "9", "--store", store, "--no-open",
    ])
    // A search keeps the snapshot.
    try workplace.run([
      workplace.program, "list", "cycle", "--search", "zebra", "--store", store, "--as", "ingrid",
    ])
    let people = try people(visitors, of: store, in: workplace)
    try measureMovement(people, store, workplace, &report)
    var visits: [Visit] = []
    let start = Moment.now
    while true {
      let now = Moment.now.milliseconds(since: start)
      while visits.count < people.count,
        now >= Double(visits.count) * arrival / Double(people.count)
      {
        visits.append(try Visit(people[visits.count], store: store, in: workplace))
      }
      if now > arrival + stay { break }
      try attend(visits)
    }
    tell(visits, cycles, &report)
  }

  /// What a cursor movement sends over the gate, for one person at each section, beside tig's.
  private static func measureMovement(
    _ people: [(login: String, section: String)], _ store: String, _ workplace: Workplace,
    _ report: inout Report
  ) throws(BenchmarkError) {
    let theirs = try Peer.tig(in: workplace)?.bytes(of: "j", times: 20).atOnce
    if theirs == nil {
      report.note("tig or git is not installed here, so there is no peer beside it.")
    }
    for section in Set(people.map(\.section)).sorted() {
      guard let person = people.first(where: { $0.section == section }) else { continue }
      let plain = [
        workplace.program, section, "--plain", "--store", store, "--as", person.login,
      ]
      let row = try workplace.run(plain).split(separator: "\n").dropFirst(2).first ?? ""
      let word = row.split { !$0.isASCII || !$0.isLetter }.first { $0.utf8.count >= 5 }
      guard let word else { throw .failed(plain, "it has no rows") }
      let visit = Subject(
        words: gate(person, store, workplace), variables: variables(of: person, workplace),
        body: String(word))
      let ours = try visit.bytes(of: "j", times: 20).atOnce
      report.add(
        "j in \(section), over the gate", ours.text("B"), peer: theirs?.text("B"),
        target: theirs.map { "\(Int($0.median)) B" },
        isMet: theirs.map { ours.median <= $0.median })
    }
  }

  fileprivate static func gate(
    _ person: (login: String, section: String), _ store: String, _ workplace: Workplace
  ) -> [String] {
    [
      workplace.program, "gate", "--member", person.login, "--store", store, "--log",
      "\(workplace.folder)/gate.log",
    ]
  }

  fileprivate static func variables(
    of person: (login: String, section: String), _ workplace: Workplace
  ) -> [String] {
    workplace.variables + ["SSH_ORIGINAL_COMMAND=\(person.section)"]
  }

  /// Reads what has come and types where it is time to.
  private static func attend(_ visits: [Visit]) throws(BenchmarkError) {
    var ready = visits.map { pollfd(fd: $0.screen.descriptor, events: Int16(POLLIN), revents: 0) }
    if poll(&ready, nfds_t(ready.count), 5) > 0 {
      for index in ready.indices where ready[index].revents & Int16(POLLIN) != 0 {
        _ = try visits[index].screen.take()
        visits[index].hear(.now)
      }
    }
    for visit in visits { visit.go(on: .now, silence: silence, pause: pause) }
  }

  private static func tell(_ visits: [Visit], _ cycles: Int, _ report: inout Report) {
    tell(visits, "\(cycles) cycles", &report)
    for section in Set(visits.map(\.section)).sorted() {
      tell(visits.filter { $0.section == section }, "… at \(section)", &report)
    }
  }

  private static func tell(_ visits: [Visit], _ whose: String, _ report: inout Report) {
    var (first, keys, memory) = (Samples(), Samples(), Samples())
    for visit in visits {
      if let time = visit.firstScreen { first.add(time) }
      for time in visit.answers { keys.add(time) }
      memory.add(visit.screen.privateKilobytes / 1_024)
    }
    let typed = visits.reduce(0) { $0 + $1.typed }
    let late = first.percentile(95)
    report.add(
      "\(visits.count) people, \(whose): first screen from the gate's start",
      "\(first.text("ms")), p95 \(Samples.number(late))", target: "p95 1000 ms",
      isMet: late < 1_000 && first.count == visits.count)
    let slow = keys.percentile(99)
    report.add(
      "a key, \(keys.count) of \(typed) answered by the end",
      "\(keys.text("ms")), p99 \(Samples.number(slow))", target: "p99 100 ms", isMet: slow < 100)
    report.add(
      "private memory of each", memory.text("MB"), target: "60 MB", isMet: memory.largest < 60)
  }

  /// Leads, participants and coaches by turns, each at what they look at most.
  private static func people(
    _ count: Int, of store: String, in workplace: Workplace
  ) throws(BenchmarkError) -> [(login: String, section: String)] {
    var people: [(login: String, section: String)] = []
    for (role, section, share) in [
      ("lead", "cycles", 5), ("participant", "commons", 3), ("coach", "portfolio", 2),
    ] {
      let listed = try workplace.run([
        workplace.program, "list", "member", "--where", "networkRole=\(role)", "--csv", "--store",
        store, "--as", "ingrid",
      ])
      let lines = listed.split(whereSeparator: \.isNewline)
      guard let column = lines.first?.split(separator: ",").firstIndex(of: "login") else {
        throw .failed(["list", "member"], "it has no column login")
      }
      let logins = lines.dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }.filter { $0.count > column && !$0[column].isEmpty }.map { String($0[column]) }
      for number in 0..<(count * share / 10) where !logins.isEmpty {
        people.append((logins[number * 7 % logins.count], section))
      }
    }
    return people
  }
}

/// One person's session.
private final class Visit {
  let screen: PseudoTerminal
  let section: String
  private(set) var firstScreen: Double?
  private(set) var answers: [Double] = []
  private(set) var typed = 0
  private var lastHeard: Moment?
  private var lastTyped: Moment?
  private var isWaiting = false

  init(
    _ person: (login: String, section: String), store: String, in workplace: Workplace
  ) throws(BenchmarkError) {
    section = person.section
    screen = try PseudoTerminal(
      VisitBenchmark.gate(person, store, workplace),
      variables: VisitBenchmark.variables(of: person, workplace))
  }

  func hear(_ now: Moment) {
    lastHeard = now
    guard isWaiting, let lastTyped else { return }
    isWaiting = false
    answers.append(now.milliseconds(since: lastTyped))
  }

  func go(on now: Moment, silence: Double, pause: Double) {
    guard let lastHeard else { return }
    if firstScreen == nil {
      guard now.milliseconds(since: lastHeard) > silence else { return }
      firstScreen = lastHeard.milliseconds(since: screen.start)
    }
    if let lastTyped, isWaiting || now.milliseconds(since: lastTyped) < pause { return }
    screen.type(typed.isMultiple(of: 2) ? "j" : "k")
    typed += 1
    isWaiting = true
    lastTyped = now
  }
}
