extension CommandTable {
  /// The key table of the README, written from the commands themselves.
  public static var markdown: String {
    var lines: [String] = []
    for group in Command.Group.allCases {
      let commands = all.filter { $0.group == group }
      guard !commands.isEmpty else { continue }
      if !lines.isEmpty { lines.append("") }
      lines += [
        "**\(group.rawValue)**", "", "| keys | command | what it does |", "| --- | --- | --- |",
      ]
      lines += commands.map { command in
        let keys = command.keys.map { "`\($0.description == "|" ? "\\|" : $0.description)`" }
          .joined(separator: " ")
        let sections = command.sections.map(\.title).sorted().joined(separator: ", ")
        let place = sections.isEmpty ? "" : " (\(sections))"
        return "| \(keys) | `:\(command.id)` | \(command.help)\(place) |"
      }
    }
    return lines.joined(separator: "\n")
  }
}
