extension AdmittedCommand {
  /// Every one there is; whatever else huddle can do is in `keptOut`.
  static let all: [AdmittedCommand] = [
    AdmittedCommand(name: "whoami"),
    AdmittedCommand(
      name: "list", words: 1...1,
      options: [
        "--where": .text, "--search": .text, "--sort": .text, "--limit": .text, "--json": .none,
        "--csv": .none, "--public": .none,
      ]),
    AdmittedCommand(
      name: "search", words: 0...50, shape: .anything,
      options: [
        "--facet": .text, "--order": .text, "--limit": .text, "--save": .name, "--saved": .name,
        "--forget": .name, "--json": .none,
      ]),
    AdmittedCommand(
      name: "show", words: 1...1, options: ["--json": .none, "--public": .none]),
    AdmittedCommand(name: "history", words: 1...1, options: ["--json": .none]),
    AdmittedCommand(
      name: "add", words: 1...200, shape: .assignments,
      options: ["--json": .input, "--preview": .none, "--share-anyway": .text]),
    AdmittedCommand(
      name: "set", words: 1...200, shape: .assignments,
      options: [
        "--json": .input, "--if-revision": .text, "--preview": .none, "--share-anyway": .text,
      ]),
    AdmittedCommand(
      name: "log", words: 4...4, shape: .names(2),
      options: ["--note": .text, "--share-anyway": .text]),
    AdmittedCommand(name: "remove", words: 1...1),
    AdmittedCommand(name: "restore", words: 1...1),
    AdmittedCommand(name: "withdraw", words: 1...1, options: ["--reason": .text]),
    AdmittedCommand(name: "undo"),
    AdmittedCommand(name: "redo"),
    AdmittedCommand(name: "apply", words: 1...1, shape: .input),
    AdmittedCommand(
      name: "import", words: 1...1, shape: .input,
      options: [
        "--measure": .name, "--site-column": .text, "--period-column": .text,
        "--value-column": .text, "--numerator-column": .text, "--denominator-column": .text,
        "--where": .text, "--create-sites": .none, "--dry-run": .none, "--share-anyway": .text,
      ], keptOut: ["--map"]),
    AdmittedCommand(
      name: "chart",
      options: [
        "--measure": .name, "--site": .name, "--type": .text, "--period": .text, "--rules": .text,
        "--freeze": .text, "--phase": .text, "--exclude": .text, "--target": .text,
        "--improvement": .text, "--shift": .text, "--trend": .text, "--cl": .text,
        "--sigma": .text, "--multiply": .text, "--screen-moving-ranges": .none,
        "--rounded-constants": .none, "--suggest": .none, "--format": .text, "--width": .text,
        "--height": .text, "--public": .none,
      ], keptOut: ["--case", "--x", "--y", "--n"]),
    AdmittedCommand(
      name: "report", words: 2...2,
      options: ["--month": .text, "--format": .text, "--public": .none]),
    AdmittedCommand(name: "minutes", words: 1...1, options: ["--on": .text]),
    AdmittedCommand(
      name: "portfolio",
      options: [
        "--coach": .name, "--where": .text, "--search": .text, "--measure": .name, "--by": .text,
        "--save": .name, "--saved": .name, "--forget": .name, "--json": .none,
      ]),
    AdmittedCommand(name: "review", words: 1...1),
    AdmittedCommand(name: "snooze", words: 3...3, shape: .names(1)),
    AdmittedCommand(
      name: "score", words: 0...2, shape: .names(1),
      options: ["--why": .text, "--suggestion": .text, "--on": .text]),
    AdmittedCommand(name: "answer", words: 2...2, shape: .names(1)),
    AdmittedCommand(name: "resolve", words: 1...1, options: ["--reopen": .none]),
    AdmittedCommand(
      name: "digest", options: ["--coach": .name, "--since": .text, "--json": .none]),
    AdmittedCommand(
      name: "try", words: 1...1,
      options: [
        "--site": .name, "--project": .name, "--objective": .text, "--theory": .text,
        "--prediction": .text, "--measure": .name, "--start": .text, "--considering": .none,
      ]),
    AdmittedCommand(name: "evidence", words: 1...1, options: ["--json": .none]),
    AdmittedCommand(name: "match", words: 1...1, options: ["--json": .none]),
    AdmittedCommand(name: "accept", words: 2...2),
    AdmittedCommand(
      name: "fulfil", words: 1...1,
      options: ["--by": .name, "--on": .text, "--helpful": .text, "--thanks": .text]),
    AdmittedCommand(name: "retract", words: 1...1, options: ["--reopen": .none]),
    AdmittedCommand(
      name: "roster add", words: 3...3, options: ["--from": .text, "--until": .text]),
    AdmittedCommand(
      name: "roster end", words: 2...2, options: ["--holder": .name, "--on": .text]),
    AdmittedCommand(
      name: "roster hand-over", words: 2...2,
      options: ["--to": .name, "--holder": .name, "--on": .text]),
    AdmittedCommand(
      name: "roster export",
      options: ["--project": .name, "--site": .name, "--ended": .none]),
    AdmittedCommand(
      name: "roster import", words: 1...1, shape: .input,
      options: ["--project": .name, "--dry-run": .none]),
    AdmittedCommand(name: "member export", options: ["--site": .name]),
    AdmittedCommand(
      name: "member import", words: 1...1, shape: .input,
      options: ["--dry-run": .none, "--share-anyway": .text]),
    AdmittedCommand(name: "commons share", words: 1...200, shape: .assignments),
    AdmittedCommand(
      name: "commons adapt", words: 1...200, shape: .assignments, options: ["--changed": .text]),
    AdmittedCommand(name: "commons family", words: 1...1),
    AdmittedCommand(
      name: "commons take-on", words: 2...2, options: ["--elements": .text, "--project": .name]),
    AdmittedCommand(name: "commons package", words: 1...1),
    AdmittedCommand(name: "commons export", words: 1...1, options: ["--format": .text]),
  ]

  /// What is not done over SSH, and why: every command is in one of the two lists.
  static let keptOut: [String: String] = [
    "init": "it makes a store, and here there is one",
    "demo": "it makes a sample network in a folder of the server",
    "open": "say nothing, or a section, to open the workbench",
    "gate": "you are inside already",
    "backup": "it writes a file on the server; whoever looks after the server does it there",
    "restore-backup":
      "it makes a folder on the server; whoever looks after the server does it there",
    "doctor": "it is for whoever looks after the server, and done there",
    "completions": "there is no shell here that would complete anything",
    "member invite": "it reads a key from a file of the server; a steward does it there",
    "commons import":
      "it reads a file of the server; share what you have with commons share or apply -",
  ]
}
