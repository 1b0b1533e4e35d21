/// How soon each section of a large network stands on the screen, and how soon a key is answered in
/// a list and in a form.
enum SectionBenchmark {
  /// Months that give a network of a thousand sites a million observations.
  private static let months = 125
  private static let keys = 150
  private static let people = ["marta", "priya", "ingrid"]

  static func measure(
    cycles: Int, in workplace: Workplace, _ report: inout Report
  ) throws(BenchmarkError) {
    let store = "\(workplace.folder)/sections-\(cycles)"
    // A hundred cycles at each site: ten of the sample network's, nine more told after each.
    try workplace.run([
      workplace.program, "demo", "--sites", "\(max(1, cycles / 100))", "--months", "\(months)",
      "--retellings", "9", "--store", store, "--no-open",
    ])
    for login in people {
      let options = ["--store", store, "--as", login]
      // A search keeps the snapshot.
      try workplace.run([workplace.program, "list", "cycle", "--search", "zebra"] + options)
      let screen = try PseudoTerminal(
        [workplace.program] + options, variables: workplace.variables)
      _ = try screen.burst(silence: 500, after: login == "ingrid" ? "steward" : "·")
      // Measures first, so that no page has drawn its charts before.
      var places = [
        ("4", "Measures"), ("2", "Projects"), ("3", "Cycles"), ("5", "Team"), ("6", "Commons"),
        ("1", "Today"),
      ]
      // A lead has no portfolio; the second coach of the sample network looks after forty sites.
      if login != "marta" { places.append(("7", "Portfolio")) }
      for (key, section) in places {
        let complete = try settled(key, screen)
        report.add(
          "\(login): \(section), the rows and the page beside them",
          "\(Samples.number(complete)) ms", target: "100 ms", isMet: complete < 100)
      }
      _ = try settled("3", screen)
      try measureKeys("a key in Cycles", "j", screen, login, &report)
      _ = try settled("a", screen)
      try measureKeys("a letter in a form", "w", screen, login, &report)
      try measureLongText(screen, login, &report)
    }
  }

  /// A text of 60,000 characters in one paragraph: pasted, and typed in at its end and far above it.
  private static func measureLongText(
    _ screen: PseudoTerminal, _ login: String, _ report: inout Report
  ) throws(BenchmarkError) {
    let text = String(repeating: "wash both hands ", count: 3_750)
    let start = Moment.now
    try screen.paste(text + "zebra")
    let burst = try screen.burst(silence: 400, after: "zebra")
    let taken = (burst.last ?? start).milliseconds(since: start)
    report.add("\(login): 60,000 characters pasted", "\(Samples.number(taken)) ms")
    try measureKeys("a letter at their end", "w", screen, login, &report)
    for _ in 0..<40 {
      // Page up.
      screen.type("\u{1B}[5~")
      _ = try? screen.burst(silence: 20, patience: 100)
    }
    try measureKeys("a letter in their middle", "w", screen, login, &report)
  }

  private static func measureKeys(
    _ what: String, _ key: String, _ screen: PseudoTerminal, _ login: String,
    _ report: inout Report
  ) throws(BenchmarkError) {
    var times = Samples()
    for number in 0..<keys {
      // Down and up again, so that a list has no end.
      let key = key == "j" && !number.isMultiple(of: 2) ? "k" : key
      let start = Moment.now
      screen.type(key)
      let sign = "jk".contains(key) ? "\u{1B}" : key
      guard let burst = try? screen.burst(silence: 30, after: sign, patience: 1_000),
        let first = burst.first
      else { break }
      times.add(first.milliseconds(since: start))
    }
    let late = times.percentile(99)
    report.add(
      "\(login): \(what)", "\(times.text("ms")), p99 \(Samples.number(late))", target: "16 ms",
      isMet: late < 16)
  }

  /// The milliseconds until the last byte that a key has sent.
  private static func settled(
    _ key: String, _ screen: PseudoTerminal
  ) throws(BenchmarkError) -> Double {
    let start = Moment.now
    screen.type(key)
    let burst = try screen.burst(silence: 400, after: "\u{1B}")
    return (burst.last ?? start).milliseconds(since: start)
  }
}
