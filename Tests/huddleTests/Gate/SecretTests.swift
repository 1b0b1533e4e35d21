import Foundation
import Testing

/// What a team keeps to itself, looked for with every command that can be given over SSH.
@Suite("What others may not read") struct SecretTests {
  private static let secret = "zyxwombat"

  /// A network in which the team of Hillview has one document of every type for itself.
  private static func network() throws -> (HuddleSandbox, ids: [(type: String, id: String)]) {
    let sandbox = try HuddleSandbox()
    try sandbox.furnish(months: 3)
    try sandbox.does("add", "site", "name=Hillview", "code=hillview", "kind=hospital")
    for (login, role, site) in [
      ("hal", "lead", "hillview"), ("pat", "participant", "riverside"),
      ("lee", "lead", "riverside"), ("cora", "coach", ""),
    ] {
      try sandbox.does(
        "add", "member", "name=\(login)", "login=\(login)", "networkRole=\(role)",
        "siteIds=\(site)", "perspective=staff")
    }
    try sandbox.does("set", "riverside", "coachIds=cora")
    func add(_ type: String, _ words: String...) throws -> (String, String) {
      let run = try sandbox.huddle(["add", type] + words + ["--as", "hal"])
      try #require(run.code == 0, "\(type): \(run.errors)")
      return (type, String(run.output.prefix { !$0.isNewline }))
    }
    let team = "visibility=team"
    let project = try add(
      "project", "name=P \(secret)", "problem=\(secret)", "sites=hillview", team)
    let measure = try add(
      "measure", "name=M \(secret)", "kind=outcome", "dataKind=proportion",
      "project=\(project.1)", team)
    let logged = try sandbox.huddle(
      "log", measure.1, "hillview", "2026-01", "1/10", "--note", secret, "--as", "hal")
    try #require(logged.code == 0, "\(logged.errors)")
    let resource = try add("resource", "title=R \(secret)", "kind=tool", "site=hillview", team)
    var ids = [project, measure, resource]
    ids += [
      try add("cycle", "title=C \(secret)", "project=\(project.1)", team),
      try add("adoption", "resource=\(resource.1)", "site=hillview", "stage=considering", team),
      try add("need", "title=N \(secret)", "category=information", "site=hillview", team),
      try add("offer", "title=O \(secret)", "category=information", "site=hillview", team),
      try add("note", "body=\(secret)", "visibility=private"),
      try add("hypothesis", "ifWeChange=\(secret)", "visibility=private"),
    ]
    let series = try sandbox.huddle("list", "series", "--json", "--as", "hal").output
    let rows = try JSONSerialization.jsonObject(with: Data(series.utf8)) as? [[String: Any]] ?? []
    let own = rows.first { ($0["measure"] as? String) == measure.1 }?["id"] as? String
    ids.append(("series", try #require(own)))
    return (sandbox, ids)
  }

  @Test("no command tells anything of it, neither where it refuses nor where it does what is asked")
  func hidden() throws {
    let (sandbox, ids) = try Self.network()
    var orders: [[String]] = [
      ["search", Self.secret], ["digest"], ["portfolio", "--json"], ["digest", "--coach", "cora"],
      ["report", "site", "hillview"], ["report", "month", "hillview"], ["show", "hillview"],
      ["history", "hillview"], ["undo"], ["redo"],
    ]
    for section in ["today", "projects", "cycles", "measures", "team", "commons", "portfolio"] {
      orders.append([section, "--plain"])
    }
    for (type, id) in ids {
      orders += [
        ["list", type], ["list", type, "--json"], ["list", type, "--csv"],
        ["list", type, "--search", Self.secret], ["list", type, "--public"], ["show", id],
        ["show", id, "--json"], ["show", id, "--public"], ["show", String(id.prefix(12))],
        ["history", id], ["history", id, "--json"], ["set", id, "tags+=x"], ["remove", id],
        ["restore", id], ["withdraw", id, "--reason", "R"], ["evidence", id], ["match", id],
        ["commons", "family", id], ["commons", "package", id], ["commons", "export", id],
        ["report", "project", id], ["report", "site", id, "--format", "html"], ["minutes", id],
        ["chart", "--measure", id], ["chart", "--measure", id, "--site", "hillview"],
        ["try", id, "--site", "riverside"], ["fulfil", id, "--by", "pat"], ["retract", id],
        ["commons", "take-on", id, "riverside"], ["log", id, "hillview", "2026-02", "1/10"],
        ["add", "note", "body=B", "target.type=\(type)", "target.id=\(id)"],
        ["add", "cycle", "title=X", "project=\(id)"],
        ["add", "cycle", "title=X", "parentCycle=\(id)"],
        ["commons", "adapt", id, "title=X", "--changed", "W"],
      ]
    }
    let exchanges = ids.filter { ["need", "offer"].contains($0.type) }.map(\.id)
    orders += [["accept"] + exchanges, ["accept"] + exchanges.reversed()]
    for login in ["pat", "lee", "cora"] {
      for order in orders {
        let run = try sandbox.huddle(order + ["--as", login])
        let told = run.output + run.errors
        // What somebody looks for is said back to them.
        let words =
          order.contains(Self.secret)
          ? told.replacing(Self.secret, with: "", maxReplacements: 1) : told
        #expect(!words.contains(Self.secret), "\(order) as \(login): \(told.prefix(400))")
      }
    }
    // Nothing was changed by any of it.
    for (type, id) in ids {
      #expect(try sandbox.huddle("show", id, "--as", "hal").code == 0, "\(type)")
    }
  }
}
