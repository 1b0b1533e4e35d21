import Glibc

/// How soon people see what somebody else changed: many workbenches are open on one store, each in
/// a terminal of its own, one more program changes what they all show, and every time is taken from
/// its `ok` to the bytes that show the new text.
enum WatchBenchmark {
  private static let watchers = 50
  private static let changes = 40
  /// Milliseconds that the workbenches have to come to rest between two changes.
  private static let pause = 250.0
  /// Three texts that differ in every letter, so that a terminal is sent all of the next one.
  private static let texts = ["qwertyuiop", "asdfghjklz", "zxcvbnmqwe"]

  static func measure(
    in workplace: Workplace, sites: Int?, _ report: inout Report
  ) throws(BenchmarkError) {
    let store = "\(workplace.folder)/watched"
    let size = sites.map { ["--sites", "\($0)"] } ?? []
    try workplace.run([workplace.program, "demo", "--store", store, "--no-open"] + size)
    let listed = try workplace.run(
      [workplace.program, "list", "project", "--csv", "--store", store])
    let row = listed.split(whereSeparator: \.isNewline).dropFirst().first ?? ""
    let id = row.split(separator: ",").first ?? ""
    try workplace.run(
      [workplace.program, "set", "\(id)", "name=Aa \(texts[0])", "--store", store])
    var screens: [PseudoTerminal] = []
    for _ in 0..<watchers {
      let screen = try PseudoTerminal(
        [workplace.program, "projects", "--store", store], variables: workplace.variables)
      screens.append(screen)
      _ = try screen.burst(silence: 100, after: texts[0])
    }
    let writer = try ApplyingWriter(
      [workplace.program, "apply", "-", "--store", store], variables: workplace.variables)
    var times = Samples()
    for change in 1...changes {
      try rest(screens)
      let text = texts[change % texts.count]
      try writer.write(
        "{\"op\":\"set\",\"id\":\"\(id)\",\"fields\":{\"name\":\"Aa \(text)\"}}\n")
      for time in try arrivals(of: text, at: screens, since: try writer.answered()) {
        times.add(time)
      }
    }
    report.add(
      "another's change on \(watchers) screens, p50",
      "\(Samples.number(times.percentile(50))) ms of \(times.count)")
    let late = times.percentile(99)
    report.add(
      "p99", "\(Samples.number(late)) ms, at most \(Samples.number(times.largest)) ms",
      target: "250 ms", isMet: late <= 250)
  }

  /// Takes what is still sent until nothing has come for a while.
  private static func rest(_ screens: [PseudoTerminal]) throws(BenchmarkError) {
    while true {
      let ready = readable(screens, milliseconds: Int32(pause))
      if ready.isEmpty { return }
      for index in ready { _ = try screens[index].take() }
    }
  }

  /// How many milliseconds behind a moment each screen had been sent a text.
  private static func arrivals(
    of text: String, at screens: [PseudoTerminal], since moment: Moment
  ) throws(BenchmarkError) -> [Double] {
    let wanted = Array(text.utf8)
    var sent = [[UInt8]](repeating: [], count: screens.count)
    var times = [Double?](repeating: nil, count: screens.count)
    while times.contains(where: { $0 == nil }) {
      if Moment.now.milliseconds(since: moment) > 20_000 { throw .neverShown(text) }
      for index in readable(screens, milliseconds: 1_000) {
        sent[index] += try screens[index].take()
        let now = Moment.now
        if times[index] == nil, sent[index].firstRange(of: wanted) != nil {
          times[index] = max(0, now.milliseconds(since: moment))
        }
      }
    }
    return times.compactMap(\.self)
  }

  private static func readable(_ screens: [PseudoTerminal], milliseconds: Int32) -> [Int] {
    var ready = screens.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    guard poll(&ready, nfds_t(ready.count), milliseconds) > 0 else { return [] }
    return ready.indices.filter { ready[$0].revents & Int16(POLLIN) != 0 }
  }
}

/// A program that is given lines and answers each.
final class ApplyingWriter {
  private let process: pid_t
  private let input: Int32
  private let output: Int32

  init(_ words: [String], variables: [String]) throws(BenchmarkError) {
    var (there, back): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&there) == 0, pipe(&back) == 0 else { throw .noTerminal }
    for end in there + back { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (input, output) = (there[1], back[0])
    process = try Spawn.start(
      words, variables: variables, inputs: [(2, "/dev/null", O_WRONLY)],
      copies: [(there[0], 0), (back[1], 1)])
    close(there[0])
    close(back[1])
  }

  deinit {
    close(input)
    close(output)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  func write(_ line: String) throws(BenchmarkError) {
    let bytes = Array(line.utf8)
    guard Glibc.write(input, bytes, bytes.count) == bytes.count else { throw .ended(line) }
  }

  /// Waits for an answer, and says when it came.
  func answered() throws(BenchmarkError) -> Moment {
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while answer.last != 0x0A {
      let count = read(output, &buffer, buffer.count)
      guard count > 0 else { throw .ended("an answer") }
      answer += buffer[..<count]
    }
    let now = Moment.now
    let text = String(decoding: answer, as: UTF8.self)
    guard text.contains("\"ok\":true") else { throw .failed(["apply"], text) }
    return now
  }
}
