/// A command that may be given over SSH, with exactly what may be said with it.
///
/// None of them reads or writes a file of the computer that huddle runs on: results go to the
/// standard output, and what is to be read comes from the standard input.
struct AdmittedCommand: Sendable {
  /// What may stand after an option.
  enum Value: Sendable {
    case none
    case text
    /// Only `-`: the standard input.
    case input
  }

  /// What the words that are no options must be.
  enum Shape: Sendable {
    case anything
    /// `FIELD=VALUE`, but for the first.
    case assignments
    /// Only `-`: the standard input.
    case input
  }

  /// One word, or two of a command with commands beneath it.
  var name: String
  var words: ClosedRange<Int> = 0...0
  var shape = Shape.anything
  var options: [String: Value] = [:]

  /// Every one there is.
  static let all: [AdmittedCommand] = [
    AdmittedCommand(name: "whoami"),
    AdmittedCommand(
      name: "list", words: 1...1,
      options: [
        "--where": .text, "--search": .text, "--sort": .text, "--limit": .text, "--json": .none,
        "--csv": .none, "--public": .none,
      ]),
    AdmittedCommand(
      name: "search", words: 0...50,
      options: [
        "--facet": .text, "--order": .text, "--limit": .text, "--save": .text, "--saved": .text,
        "--forget": .text, "--json": .none,
      ]),
    AdmittedCommand(
      name: "show", words: 1...1, options: ["--json": .none, "--public": .none]),
    AdmittedCommand(name: "history", words: 1...1, options: ["--json": .none]),
    AdmittedCommand(
      name: "add", words: 1...200, shape: .assignments,
      options: ["--json": .input, "--share-anyway": .text]),
    AdmittedCommand(
      name: "set", words: 1...200, shape: .assignments,
      options: ["--json": .input, "--if-revision": .text, "--share-anyway": .text]),
    AdmittedCommand(
      name: "log", words: 4...4, options: ["--note": .text, "--share-anyway": .text]),
    AdmittedCommand(name: "remove", words: 1...1),
    AdmittedCommand(name: "restore", words: 1...1),
    AdmittedCommand(name: "withdraw", words: 1...1, options: ["--reason": .text]),
    AdmittedCommand(name: "undo"),
    AdmittedCommand(name: "redo"),
    AdmittedCommand(name: "apply", words: 1...1, shape: .input),
    AdmittedCommand(
      name: "import", words: 1...1, shape: .input,
      options: [
        "--measure": .text, "--site-column": .text, "--period-column": .text,
        "--value-column": .text, "--numerator-column": .text, "--denominator-column": .text,
        "--where": .text, "--create-sites": .none, "--dry-run": .none, "--share-anyway": .text,
      ]),
    AdmittedCommand(
      name: "chart",
      options: [
        "--measure": .text, "--site": .text, "--type": .text, "--period": .text, "--rules": .text,
        "--suggest": .none, "--format": .text, "--width": .text, "--height": .text,
        "--public": .none,
      ]),
    AdmittedCommand(
      name: "report", words: 2...2,
      options: ["--month": .text, "--format": .text, "--public": .none]),
    AdmittedCommand(name: "minutes", words: 1...1, options: ["--on": .text]),
    AdmittedCommand(
      name: "portfolio",
      options: [
        "--coach": .text, "--where": .text, "--search": .text, "--measure": .text, "--by": .text,
        "--save": .text, "--saved": .text, "--forget": .text, "--json": .none,
      ]),
    AdmittedCommand(name: "review", words: 1...1),
    AdmittedCommand(name: "snooze", words: 3...3),
    AdmittedCommand(
      name: "score", words: 0...2,
      options: ["--why": .text, "--suggestion": .text, "--on": .text]),
    AdmittedCommand(name: "answer", words: 2...2),
    AdmittedCommand(name: "resolve", words: 1...1, options: ["--reopen": .none]),
    AdmittedCommand(
      name: "digest", options: ["--coach": .text, "--since": .text, "--json": .none]),
    AdmittedCommand(
      name: "try", words: 1...1,
      options: [
        "--site": .text, "--project": .text, "--objective": .text, "--theory": .text,
        "--prediction": .text, "--measure": .text, "--start": .text, "--considering": .none,
      ]),
    AdmittedCommand(name: "evidence", words: 1...1, options: ["--json": .none]),
    AdmittedCommand(name: "match", words: 1...1, options: ["--json": .none]),
    AdmittedCommand(name: "accept", words: 2...2),
    AdmittedCommand(
      name: "fulfil", words: 1...1,
      options: ["--by": .text, "--on": .text, "--helpful": .text, "--thanks": .text]),
    AdmittedCommand(name: "retract", words: 1...1, options: ["--reopen": .none]),
    AdmittedCommand(
      name: "roster add", words: 3...3, options: ["--from": .text, "--until": .text]),
    AdmittedCommand(
      name: "roster end", words: 2...2, options: ["--holder": .text, "--on": .text]),
    AdmittedCommand(
      name: "roster hand-over", words: 2...2,
      options: ["--to": .text, "--holder": .text, "--on": .text]),
    AdmittedCommand(
      name: "roster export",
      options: ["--project": .text, "--site": .text, "--ended": .none]),
    AdmittedCommand(
      name: "roster import", words: 1...1, shape: .input,
      options: ["--project": .text, "--dry-run": .none]),
    AdmittedCommand(name: "member export", options: ["--site": .text]),
    AdmittedCommand(
      name: "member import", words: 1...1, shape: .input,
      options: ["--dry-run": .none, "--share-anyway": .text]),
    AdmittedCommand(name: "commons share", words: 1...200, shape: .assignments),
    AdmittedCommand(
      name: "commons adapt", words: 1...200, shape: .assignments, options: ["--changed": .text]),
    AdmittedCommand(name: "commons family", words: 1...1),
    AdmittedCommand(
      name: "commons take-on", words: 2...2, options: ["--elements": .text, "--project": .text]),
    AdmittedCommand(name: "commons package", words: 1...1),
    AdmittedCommand(name: "commons export", words: 1...1, options: ["--format": .text]),
  ]

  /// Refuses everything that is not said to be admitted.
  func check(_ arguments: [String]) throws(GateRefusal) {
    if arguments == ["--help"] || arguments == ["-h"] { return }
    var plain: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      guard Self.isOption(argument) else {
        plain.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let option = String(parts[0])
      guard let value = options[option] else {
        throw .optionNotAdmitted(option: option, command: name)
      }
      if case .none = value {
        if parts.count > 1 { throw .optionNotAdmitted(option: argument, command: name) }
        continue
      }
      var given = parts.count > 1 ? String(parts[1]) : nil
      if given == nil, index < arguments.count {
        given = arguments[index]
        index += 1
      }
      guard let given, !given.hasPrefix("--") else { throw .noValue(option: option, command: name) }
      if case .input = value, given != "-" { throw .onlyInput(option: option, command: name) }
    }
    try checkWords(plain)
  }

  private func checkWords(_ plain: [String]) throws(GateRefusal) {
    guard words.contains(plain.count) else {
      throw .wordsDoNotFit(command: name, found: plain.count)
    }
    switch shape {
    case .anything: break
    case .input: if plain != ["-"] { throw .onlyInput(option: "FILE", command: name) }
    case .assignments:
      for word in plain.dropFirst() where !word.contains("=") || word.hasPrefix("=") {
        throw .noAssignment(word: word, command: name)
      }
    }
  }

  /// `-` alone and negative numbers are words.
  private static func isOption(_ argument: String) -> Bool {
    guard argument.hasPrefix("-"), let second = argument.dropFirst().first else { return false }
    return !second.isASCII || !(second.isNumber || second == ".")
  }
}
