import Testing

/// The ids of what a furnished store holds.
struct FurnishedStore {
  var site: String
  var member: String
  var project: String
  var cycle: String
  var resource: String
}

extension HuddleSandbox {
  /// Makes a store with one of everything that sections show, by commands.
  @discardableResult
  func furnish(months: Int = 1) throws -> FurnishedStore {
    try does("init", "--name", "Safer Surgery")
    let site = try does("add", "site", "name=Riverside Hospital", "code=riverside", "kind=hospital")
    let member = try does(
      "add", "member", "name=Dana Quist", "login=dana", "perspective=staff", "visibility=network")
    try does(
      "add", "measure", "name=Wound infections", "kind=outcome", "dataKind=proportion",
      "direction=decrease", "multiplier=100")
    for month in 1...months {
      let period = "2025-\(month < 10 ? "0" : "")\(month)"
      try does("log", "wound", "riverside", period, "\(1 + month % 2 * 2)/118")
    }
    let project = try does(
      "add", "project", "name=Warm patients", "sites=riverside", "problem=Cold",
      "roster.0.member=dana", "roster.0.role=data-lead")
    let cycle = try does(
      "add", "cycle", "project=\(project)", "title=Blanket on arrival", "stage=do",
      "plannedStart=2026-01-05", "plannedEnd=2026-01-12")
    let resource = try does(
      "add", "resource", "title=Warm blanket card", "kind=tool", "visibility=network")
    return FurnishedStore(
      site: site, member: member, project: project, cycle: cycle, resource: resource)
  }

  /// Runs a command that must succeed; the first line of what it printed.
  @discardableResult
  func does(_ arguments: String...) throws -> String {
    let run = try huddle(arguments)
    try #require(run.code == 0, "\(arguments): \(run.errors)")
    return String(run.output.prefix { $0 != "\n" })
  }
}
