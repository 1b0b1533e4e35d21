/// `tig`, a reader of git repositories that people find quick, on 500 commits.
enum Peer {
  static func tig(in workplace: Workplace) throws(BenchmarkError) -> Subject? {
    guard workplace.has("tig"), workplace.has("git") else { return nil }
    let repository = "\(workplace.folder)/repository"
    let stream = try workplace.write("commits") { write in
      for number in 1...500 {
        let message = "Change \(number): say what the ward agreed on, and why\n"
        let content = "number \(number)\n"
        write("commit refs/heads/main\n")
        write(
          "committer Ward Sister <sister@example.org> \(1_700_000_000 + number * 3_600) +0000\n")
        write("data \(message.utf8.count)\n\(message)")
        write("M 644 inline notes.txt\ndata \(content.utf8.count)\n\(content)\n")
      }
    }
    try workplace.run(["git", "init", "-q", "-b", "main", repository])
    try workplace.run(["git", "-C", repository, "fast-import", "--quiet"], input: stream)
    // The oldest commit that a terminal of 40 rows shows.
    return Subject(
      words: ["tig", "-C", repository], variables: workplace.variables, body: "Change 470:")
  }
}
