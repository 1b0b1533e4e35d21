import Collaborative
import Improvement
import JSONTree
import Testing

@Suite("A project on a page") struct ProjectReportTests {
  @Test("the first page has the aim with its number and day, and what fits of all the rest")
  func front() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    let measure = try network.id(.measure, "wound-infections")
    let long = String(repeating: "and one thing more ", count: 60)
    _ = try network.steward.set(
      project, "aim.text=Halve wound infections \(long)", "aim.from=6", "aim.to=3",
      "aim.by=2026-09-01", "aim.measure=\(measure)", "measures+=\(measure)")
    for number in 0..<12 {
      _ = try network.steward.set(
        project, "drivers.\(number).id=d\(number)",
        "drivers.\(number).text=Driver \(number) \(long)",
        "milestones.\(number).what=Step \(number) \(long)")
    }
    try network.log(["5/100", "4/100", "6/100"])
    for number in 0..<9 {
      try network.cycle(
        "Cycle \(number) \(long)",
        [
          "stage": "closed", "actualStart": .string("2026-02-0\(number + 1)"),
          "study": ["summary": .string("It taught \(number) \(long)")],
          "act": ["decision": "adapt"],
        ])
    }
    let report = try network.open("lee-riverside").projectReport(project)
    #expect(
      report.front.map(\.heading) == [
        "Aim", "Drivers", "Outcome", "Cycles", "What we learnt", "Next steps",
      ])
    let text = report.front.flatMap(\.text)
    #expect(text.contains("Number: from 6 % to 3 %"))
    #expect(text.contains { $0.hasPrefix("By: 1 Sep 2026 (") })
    #expect(text.contains("9 cycles: 9 in Closed. The latest:"))
    #expect(text.count { $0.hasPrefix("Adapt | Cycle") } == 4 + 3, "four cycles, three lessons")
    #expect(text.contains { $0.hasPrefix("3 more drivers and ideas are in the annex") })
    #expect(text.contains("8 more in the annex."))
    #expect(text.allSatisfy { $0.count < 300 }, "nobody's length takes the page")
    #expect(
      report.front.flatMap(\.blocks).count { if case .chart = $0 { true } else { false } } == 1)
    #expect(
      report.sections.first?.text.joined().contains(long.dropLast()) ?? false, "the annex has it")
  }

  @Test("a project with nothing in it says on its first page what comes first")
  func emptyFront() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    let text = try network.open("lee-riverside").projectReport(project).front.flatMap(\.text)
    #expect(text.contains { $0.hasPrefix("The aim does not say") })
    #expect(text.contains { $0.hasPrefix("No driver yet") })
    #expect(text.contains { $0.hasPrefix("No number yet") })
    #expect(text.contains { $0.hasPrefix("No cycle yet") })
    #expect(text.contains { $0.hasPrefix("Nothing is on the list") })
  }

  @Test(
    "aim, drivers, numbers, cycles, predictions, learning, team and next steps are told in order")
  func whole() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    let measure = try network.id(.measure, "wound-infections")
    _ = try network.steward.set(
      project, "aim.text=Halve wound infections", "aim.from=6", "aim.to=3", "aim.by=2026-09-01",
      "aim.measure=\(measure)", "measures+=\(measure)", "drivers.0.id=d1",
      "drivers.0.text=Warm on arrival", "drivers.1.id=d2", "drivers.1.parent=d1",
      "drivers.1.text=Blankets at the door", "barriers.0.text=One warmer",
      "barriers.0.mitigation=A second on loan", "milestones.0.what=Team trained",
      "milestones.0.due=2026-01-01", "milestones.0.done=2025-12-30")
    try network.log(["5/100", "4/100", "6/100"])
    try network.cycle(
      "One blanket",
      [
        "stage": "closed", "ramp": "Blankets", "driver": "d2", "scale": ["patients": 1],
        "actualStart": "2026-02-02", "actualEnd": "2026-02-03",
        "plan": [
          "predictions": [
            [
              "prediction": "It takes a minute", "expectedValue": 1,
              "madeAt": "2026-02-01T09:00:00Z",
            ]
          ]
        ],
        "study": [
          "results": [
            [
              "prediction": 0, "result": "It took four", "value": 4, "matched": "no",
              "learning": "The cupboard is locked",
            ]
          ]
        ],
        "act": ["decision": "abandon", "rationale": "Not with that cupboard"],
      ])
    try network.cycle(
      "Five blankets",
      [
        "ramp": "Blankets", "driver": "d2", "stage": "plan",
        "plan": [
          "predictions": [["prediction": "Four of five stay warm"]],
          "tasks": [["what": "Fetch the key", "when": "2026-01-02"]],
        ],
      ])

    let report = try network.open("lee-riverside").projectReport(project)

    #expect(
      report.headings == [
        "Aim", "Drivers and change ideas", "Measures", "Cycles", "Predictions",
        "Quality of testing", "What we learnt", "Barriers", "Milestones", "Team", "Next steps",
      ])
    let aim = report.text(under: "Aim")
    #expect(aim.contains("Halve wound infections"))
    #expect(aim.contains("Number: from 6 % to 3 %"))
    #expect(aim.contains { $0.hasPrefix("By: 1 Sep 2026 (") && $0.hasSuffix(" days left)") })
    #expect(
      report.text(under: "Drivers") == [
        "Halve wound infections", "1 Warm on arrival", "2 Blankets at the door", "3 Blankets",
      ])
    let cycles = report.text(under: "Cycles")
    #expect(
      cycles.contains { line in
        line.contains("One blanket | Closed; 2 Feb 2026 to 3 Feb 2026 | 1 patient")
          && line.contains("It takes a minute (expected 1) | Not as predicted: It took four (4)")
          && line.hasSuffix("Abandon")
      })
    #expect(cycles.last?.hasPrefix("Five blankets | Plan") ?? false)
    #expect(
      report.text(under: "Predictions").first == "1 of 1 surprised us; 1 not compared yet.")
    #expect(
      report.text(under: "What we learnt").contains(
        "Abandon | One blanket | The cupboard is locked. Not with that cupboard."))
    #expect(
      report.text(under: "Milestones")
        == ["done | Team trained | 30 Dec 2025, due 1 Jan 2026"])
    #expect(report.text(under: "Team").contains("Data lead | nobody yet"))
    #expect(
      report.text(under: "Next steps").contains {
        $0.contains("Fetch the key") && $0.contains("past due")
      })
  }

  @Test("below ten compared predictions there is no share, from ten on there is")
  func share() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    func test(_ count: Int, matched: String) throws {
      for number in 0..<count {
        try network.cycle(
          "\(matched) \(number)",
          [
            "stage": "closed", "plan": ["predictions": [["prediction": "It works"]]],
            "study": [
              "results": [["prediction": 0, "result": "So it went", "matched": .string(matched)]]
            ],
          ])
      }
    }
    try test(6, matched: "yes")
    try test(3, matched: "no")
    let nine = try network.open("lee-riverside").projectReport(project)
    #expect(nine.text(under: "Predictions").first == "3 of 9 surprised us.")
    try test(1, matched: "partly")
    let ten = try network.open("lee-riverside").projectReport(project)
    #expect(ten.text(under: "Predictions").first == "4 of 10 surprised us (40 %).")
  }

  @Test("an empty project says a next step wherever something is missing, and nothing is made up")
  func empty() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    let report = try network.open("lee-riverside").projectReport(project)
    for heading in ["Aim", "Drivers", "Measures", "Cycles", "Next steps"] {
      let section = try #require(report.sections.first { $0.heading.hasPrefix(heading) })
      let advises = section.blocks.contains { if case .advice = $0 { true } else { false } }
      #expect(advises, "\(heading) gives no advice")
    }
    #expect(!report.headings.contains("Predictions"))
  }

  @Test("a measure without a number is named, with the key that enters the first")
  func measureWithoutData() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    _ = try network.steward.set(
      project, "measures+=\(try network.id(.measure, "waiting-time"))")
    let report = try network.open("lee-riverside").projectReport(project)
    #expect(
      report.text(under: "Measures")
        == ["No number yet for Waiting time: o in Measures enters the first."])
  }

  @Test("tasks of closed cycles and resolved notes are off the list, the others stand by their day")
  func toDo() throws {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    try network.cycle(
      "Over", ["stage": "closed", "plan": ["tasks": [["what": "Too late", "when": "2026-01-01"]]]])
    try network.cycle(
      "Under way", ["plan": ["tasks": [["what": "Second", "when": "2026-05-02"]]]])
    try network.add(
      .note, as: "lee-riverside",
      [
        "body": "We agreed", "kind": "comment",
        "target": ["type": "project", "id": .string(project)],
        "actions": [
          ["what": "First", "due": "2026-04-01"], ["what": "Third"],
          ["what": "Was done", "due": "2026-03-01", "done": "2026-03-02"],
        ],
      ])
    let report = try network.open("lee-riverside").projectReport(project)
    let rows = report.text(under: "Next steps").dropFirst(2).map {
      String($0.split(separator: " |")[0])
    }
    #expect(rows == ["First", "Second", "Third"])
  }
}
