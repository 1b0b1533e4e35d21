import Glibc

/// What a team might take instead of huddle, with as many records: Taskwarrior, SQLite through its
/// shell, and files in git.
struct StorePeers {
  private let workplace: Workplace
  private let hasTask: Bool
  private let hasSQLite: Bool
  private let hasGit: Bool
  private var database: String { "\(workplace.folder)/peer.db" }
  private var repository: String { "\(workplace.folder)/peer-git" }
  private var taskWords: [String] {
    [
      "task", "rc:\(workplace.folder)/taskrc", "rc.data.location=\(workplace.folder)/tasks",
      "rc.confirmation=off", "rc.hooks=off",
    ]
  }

  init(tasks count: Int, in workplace: Workplace) throws(BenchmarkError) {
    self.workplace = workplace
    hasTask = workplace.has("task")
    hasSQLite = workplace.has("sqlite3")
    hasGit = workplace.has("git")
    let chain = [
      "warm", "blanket", "before", "theatre", "nurse", "ward", "family", "round", "home",
    ]
    func text(_ number: Int) -> String {
      (0..<24).map { chain[(number &* 31 &+ $0 &* $0 &* 7) % chain.count] }.joined(separator: " ")
        + " \(number)"
    }
    try workplace.run(["rm", "-rf", "\(workplace.folder)/tasks", database, repository])
    if hasTask {
      _ = try workplace.write("taskrc") { add in add("") }
      try workplace.run(["mkdir", "-p", "\(workplace.folder)/tasks"])
      // Its own file of pending tasks, which it reads as it is.
      _ = try workplace.write("tasks/pending.data") { add in
        for number in 0..<count {
          let hex = String(number + 0x1000_0000, radix: 16)
          add(
            "[description:\"\(text(number))\" entry:\"1700000000\" status:\"pending\" "
              + "uuid:\"\(hex)-0000-4000-8000-0000\(hex)\"]\n")
        }
      }
    }
    if hasSQLite {
      let script = try workplace.write("peer.sql") { add in
        add("create table cycle(id integer primary key, text); begin;\n")
        for number in 0..<count { add("insert into cycle values(\(number),'\(text(number))');\n") }
        add("commit;\n")
      }
      try workplace.run(["sqlite3", database], input: script)
    }
    if hasGit {
      try workplace.run(["git", "init", "-q", repository])
      try workplace.run(git(["config", "core.fsync", "all"]))
      let script = try workplace.write("peer.import") { add in
        add("commit refs/heads/main\ncommitter A <a@b> 1700000000 +0000\ndata 1\na\n")
        for number in 0..<count {
          let body = text(number) + "\n"
          add("M 644 inline \(number / 100)/\(number).txt\ndata \(body.utf8.count)\n\(body)\n")
        }
      }
      try workplace.run(git(["fast-import", "--quiet"]), input: script)
      try workplace.run(git(["checkout", "-q", "-f", "main"]))
    }
  }

  /// The same search in each of them.
  func search(_ runs: Int) throws(BenchmarkError) -> String {
    try words(
      [
        (hasTask, "task", taskWords + ["description.contains:blanket before", "count"]),
        (
          hasSQLite, "sqlite3",
          ["sqlite3", database, "select count(*) from cycle where text like '%blanket before%'"]
        ),
        (hasGit, "git grep", git(["grep", "-c", "blanket before"])),
      ], runs)
  }

  /// One record changed and made durable in each of them.
  func save(_ runs: Int) throws(BenchmarkError) -> String {
    let path = "\(repository)/0/7.txt"
    let commit =
      "date +%N > \(path) && git -C \(repository) -c user.name=a -c user.email=a@b "
      + "commit -q -a -m a"
    return try words(
      [
        (hasTask, "task", taskWords + ["7", "modify", "priority:H"]),
        (
          hasSQLite, "sqlite3",
          [
            "sqlite3", database,
            "pragma synchronous=full; update cycle set text=text||'x' where id=7",
          ]
        ),
        (hasGit, "git", ["sh", "-c", commit]),
      ], runs)
  }

  private func git(_ words: [String]) -> [String] { ["git", "-C", repository] + words }

  private func words(
    _ peers: [(isThere: Bool, name: String, words: [String])], _ runs: Int
  ) throws(BenchmarkError) -> String {
    var texts: [String] = []
    for peer in peers where peer.isThere {
      var samples = Samples()
      for _ in 0..<min(runs, 5) { samples.add(try workplace.cost(peer.words).seconds * 1_000) }
      texts.append("\(peer.name) \(Samples.number(samples.median)) ms")
    }
    return texts.isEmpty ? "none installed" : texts.joined(separator: ", ")
  }
}
