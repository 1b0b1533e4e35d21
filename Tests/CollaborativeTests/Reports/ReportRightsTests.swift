import Collaborative
import Improvement
import JSONTree
import Testing

@Suite("What reports leave out") struct ReportRightsTests {
  /// A network with something that each reader may not see, worded so that it can be found.
  private func furnished() throws -> SampleNetwork {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    let measure = try network.id(.measure, "wound-infections")
    _ = try network.steward.set(project, "measures+=\(measure)")
    try network.log(["5/100", "4/100", "6/100"])
    try network.add(
      .note, as: "cora",
      [
        "body": "SECRET-COACHING they are burnt out", "kind": "visit", "privateToCoaches": true,
        "concernLevel": "concern", "visit": ["date": network.day(-5), "focus": "SECRET-FOCUS"],
        "target": ["type": "site", "id": .string(try network.id(.site, "riverside"))],
        "actions": [["what": "SECRET-ACTION talk to the board", "due": network.day(3)]],
      ])
    try network.add(
      .note, as: "pat-riverside",
      [
        "body": "SECRET-DIARY", "kind": "question", "visibility": "private",
        "target": ["type": "project", "id": .string(project)],
      ])
    try network.cycle(
      "SECRET-CYCLE", as: "lee-riverside",
      [
        "visibility": "private", "stage": "do", "actualStart": network.day(-3),
        "plan": [
          "tasks": [["what": "SECRET-TASK"]], "predictions": [["prediction": "SECRET-PREDICTION"]],
        ],
      ])
    let series = try network.id(.series, "riverside.wound-infections")
    try network.damage(series) { tree in
      tree["points.1.status" as JSONPath] = "hidden"
      tree["points.1.numerator" as JSONPath] = 4
      tree["points.1.note" as JSONPath] = "SECRET-POINT"
    }
    return network
  }

  private func reports(_ network: SampleNetwork, as login: String) throws -> [(String, Report)] {
    let reader = try network.open(login)
    let (project, site) = try (
      network.id(.project, "warm-patients"), network.id(.site, "riverside")
    )
    let month = Period(.month, containing: network.today)
    return try [
      ("project", reader.projectReport(project)), ("site", reader.siteReport(site)),
      ("project's month", reader.monthReport(project, in: month)),
      ("site's month", reader.monthReport(site, in: month)),
    ]
  }

  @Test("what is private or for coaches only is in no report of the site's lead or participant")
  func hidden() throws {
    let network = try furnished()
    for login in ["lee-riverside", "pat-riverside"] {
      for (name, report) in try reports(network, as: login) {
        for line in report.text {
          #expect(!line.contains("SECRET-COACHING"), "\(login), \(name): \(line)")
          #expect(!line.contains("SECRET-FOCUS"), "\(login), \(name): \(line)")
          #expect(!line.contains("SECRET-ACTION"), "\(login), \(name): \(line)")
          let isOwnDiary = login == "pat-riverside"
          #expect(isOwnDiary || !line.contains("SECRET-DIARY"), "\(login), \(name): \(line)")
        }
      }
    }
    for login in ["pat-riverside", "cora", "stella", "pat-hillview"] {
      let texts = try network.open(login).projectReport(network.id(.project, "warm-patients")).text
      for line in texts {
        for secret in ["SECRET-CYCLE", "SECRET-TASK", "SECRET-PREDICTION"] {
          #expect(!line.contains(secret), "\(login): \(line)")
        }
      }
    }
  }

  @Test("a coach's own report has what is for coaches only, marked as such wherever it stands")
  func marked() throws {
    let network = try furnished()
    let report = try network.open("cora").siteReport(network.id(.site, "riverside"))
    let secret = report.text.filter { $0.contains("SECRET-ACTION") }
    #expect(!secret.isEmpty)
    #expect(secret.allSatisfy { $0.contains("for coaches only") })
    #expect(report.text(under: "Last visit").contains("Open to: for coaches only"))
    #expect(report.colophon.contains { $0.contains("“for coaches only”") })
    try network.add(
      .note, as: "cora",
      [
        "body": "SECRET-QUESTION", "kind": "question", "privateToCoaches": true,
        "target": ["type": "project", "id": .string(try network.id(.project, "warm-patients"))],
      ])
    for (name, report) in try reports(network, as: "cora") {
      let asked = report.text.filter { $0.contains("SECRET-QUESTION") }
      #expect(!asked.isEmpty || name.hasSuffix("month"), "\(name)")
      for line in asked { #expect(line.contains("coaches only"), "\(name): \(line)") }
    }
    for line in report.text where line.contains("SECRET-COACHING") && line.contains("|") {
      #expect(line.contains("for coaches only"), "\(line)")
    }
  }

  @Test("a hidden number is told as hidden, neither its count nor what was noted beside it")
  func hiddenPoint() throws {
    let network = try furnished()
    let site = try network.id(.site, "riverside")
    let month = Period(.month, containing: network.today).advanced(by: -2)
    let report = try network.open("lee-riverside").monthReport(site, in: month)
    let row = try #require(
      report.text(under: "Numbers").first {
        $0.contains("Wound infections |") || $0.contains("Wound infections;")
      })
    #expect(row.contains("hidden"))
    #expect(!row.contains("4 of 100") && !row.contains("4 %"))
    #expect(!report.text.contains { $0.contains("SECRET-POINT") })
    for block in report.sections.flatMap(\.blocks) {
      guard case .chart(let chart) = block else { continue }
      #expect(chart.chart.points.allSatisfy { $0.status != .hidden || $0.numerator == nil })
    }
  }

  @Test("who may not open a project gets no report of it, and is told so")
  func refused() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    _ = try network.steward.set(project, "visibility=team")
    let refused = refusal { _ = try network.open("pat-hillview").projectReport(project) }
    #expect(refused?.code == 5)
  }

  @Test("what is only named in a readable document is not told by its name")
  func names() throws {
    let network = try SampleNetwork()
    let measure = try network.id(.measure, "waiting-time")
    let project = try network.id(.project, "warm-patients")
    _ = try network.steward.set(measure, "name=SECRET-MEASURE", "visibility=private")
    _ = try network.steward.set(project, "measures+=\(measure)", "aim.measure=\(measure)")
    let report = try network.open("lee-riverside").projectReport(project)
    #expect(!report.text.contains { $0.contains("SECRET-MEASURE") })
    #expect(report.text(under: "Aim").contains("Measured by: not shared with you"))
  }
}
