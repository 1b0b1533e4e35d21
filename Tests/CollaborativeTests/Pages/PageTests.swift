import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Testing

@Suite("Pages")
struct PageTests {
  /// A document of every type, filled as people fill them.
  func network() throws -> SampleNetwork {
    let network = try SampleNetwork()
    let site = JSON.string(try network.id(.site, "riverside"))
    let project = JSON.string(try network.id(.project, "warm-patients"))
    let member = JSON.string(try network.id(.member, "pat-riverside"))
    let measure = JSON.string(try network.id(.measure, "wound-infections"))
    _ = try network.steward.set(
      try network.id(.project, "warm-patients"), assignments: [],
      document: [
        "aim": ["text": "90 % arrive warm", "from": 60, "to": 90, "measure": measure],
        "measures": [measure], "drivers": [["id": "d1", "text": "Blankets at hand"]],
        "roster": [["member": member, "role": "data-lead"]],
        "progress": [["date": "2026-03-01", "kind": "self", "score": 2.5, "rater": member]],
        "milestones": [["what": "Charter signed", "due": "2026-01-31"]],
        "barriers": [["text": "No warmer", "mitigation": "Borrow one"]],
      ])
    let resource = try network.add(
      .resource,
      [
        "title": "Warm blanket", "kind": "change-idea", "plainSummary": "A blanket for all.",
        "authors": [member], "site": site, "steps": ["Fetch", "Warm"],
      ])
    try network.add(
      .adoption,
      [
        "resource": .string(resource), "site": site, "stage": "abandoned",
        "reasonStopped": "No warmer", "history": [["stage": "testing", "at": "2026-01-05"]],
      ])
    for type in [DocumentType.need, .offer] {
      try network.add(
        type, ["title": "A warmer", "category": "supplies", "member": member, "site": site])
    }
    try network.add(
      .hypothesis, ["ifWeChange": "we call", "because": "people trust voices"])
    let cycle = try network.cycle(
      "One patient",
      [
        "stage": "closed", "ramp": "Blanket", "driver": "d1", "owner": member,
        "scale": ["patients": 1], "actualStart": network.day(0),
        "plan": [
          "objective": "Does it keep them warm?",
          "predictions": [
            ["prediction": "36.5 °C on arrival", "expectedValue": 36.5, "measure": measure]
          ],
          "tasks": [["what": "Fetch a blanket", "who": member, "done": "2026-02-01"]],
        ],
        "do": ["observations": [["text": "She asked for a second one.", "by": member]]],
        "study": [
          "results": [
            ["result": "36.7 °C", "matched": "yes", "learning": "One is enough."],
            ["result": "The family helped."],
          ], "summary": "It works for one.",
        ],
        "act": ["decision": "scale-up", "rationale": "Cheap and liked"],
      ])
    try network.cycle("Five patients", ["ramp": "Blanket", "parentCycle": .string(cycle)])
    try network.add(
      .note, as: "pat-riverside",
      [
        "kind": "question", "body": "And at night?",
        "target": ["type": "cycle", "id": .string(cycle)],
        "actions": [["what": "Ask the night team", "who": member, "due": "2026-01-01"]],
      ])
    try network.log(["2/118", "0/0", "~3/118"])
    _ = project
    return network
  }

  /// What looks like an id in a text.
  func ids(in text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }.filter { word in
      word.utf8.count == 26 && word.hasPrefix("0")
    }
  }

  @Test("every type has a page that names things by their names, and shows nothing twice")
  func everyType() throws {
    let network = try network()
    for type in DocumentType.authored {
      let documents = try network.steward.documents(type)
      #expect(!documents.isEmpty, "\(type)")
      for document in documents {
        let page = try network.steward.page(Target(type, document.id))
        #expect(!page.title.isEmpty && !page.groups.isEmpty, "\(type)")
        for line in page.text where !line.hasPrefix("Id: ") {
          #expect(ids(in: line).isEmpty, "\(type): \(line)")
        }
        for group in page.groups {
          let fields = group.lines.compactMap { line -> String? in
            if case .field(let label, let value, _, _) = line { "\(label): \(value)" } else { nil }
          }
          #expect(Set(fields).count == fields.count, "\(type): \(fields)")
        }
        for link in page.links { _ = try network.steward.page(link) }
      }
    }
  }

  @Test("a cycle's page shows its four stages, its prediction beside the result, and its ramp")
  func cyclePage() throws {
    let network = try network()
    let row = try #require(try network.steward.cycleRows(words: "one patient").first)
    let page = try network.steward.page(row.target)
    #expect(page.subtitle == "PDSA cycle · Closed · Scale up · 1 patient")
    let headings = page.groups.map(\.heading)
    let stages = headings.filter { ["Plan", "Do", "Study", "Act"].contains($0) }
    #expect(stages == ["Plan", "Do", "Study", "Act"])
    let text = page.text
    #expect(text.contains("Driver: Blankets at hand"))
    #expect(text.contains("Prediction | 36.5 °C on arrival | expected 36.5 · Wound infections"))
    #expect(text.contains("done | Fetch a blanket | Pat of riverside"))
    #expect(text.contains("As predicted: 36.7 °C"))
    #expect(text.contains("It teaches: One is enough."))
    #expect(text.contains("Result: The family helped."))
    #expect(text.contains("Closed | One patient (this one) | 1 patient · Scale up"))
    #expect(text.contains { $0.hasPrefix("Question | And at night?") && $0.contains("no answer") })
  }

  @Test("a resource's page says who tried it, failures as openly as successes")
  func resourcePage() throws {
    let network = try network()
    let row = try #require(try network.steward.commonsRows(words: "blanket").first)
    let text = try network.steward.page(row.target).text
    #expect(
      text.contains {
        $0.hasPrefix("Tried at 1 site; it cannot be judged yet")
          && $0.contains("1 stopped, and says why.")
      })
    #expect(
      text.contains {
        $0.hasPrefix("Stopped, and why | riverside hospital") && $0.contains("No warmer")
      })
    #expect(text.contains("Authors: Pat of riverside"))
  }

  @Test("a series' page shows the newest numbers, the newest first, and why some are missing")
  func seriesPage() throws {
    let network = try network()
    let tile = try #require(try network.steward.tiles().first)
    let page = try network.steward.page(tile.target)
    let lines = page.lines(under: "Newest numbers").map { line in
      if case .item(_, let text, let note, _, _, _) = line { "\(text) | \(note)" } else { "" }
    }
    #expect(
      lines == ["2.5 % | 3 of 118 · provisional", "No opportunity | 0 of 0", "1.7 % | 2 of 118"])
  }

  @Test("a diagram is shown by its levels and not by its ids; one patient is one patient")
  func plainWords() throws {
    let network = try network()
    let id = try #require(try network.steward.documents(.network).first?.id)
    _ = try network.steward.set(
      id, assignments: [],
      document: [
        "drivers": [
          ["id": "n1", "text": "Warmth"], ["id": "n2", "text": "Blankets", "parent": "n1"],
        ]
      ])
    let page = try network.steward.page(Target(.network, id))
    #expect(page.text.contains(" | Warmth | ") && page.text.contains(" | Blankets | "))
    let cycle = try #require(try network.steward.cycleRows(words: "one patient").first)
    #expect(
      try network.steward.page(cycle.target).text.contains("How many patients?: 1 patient"))
  }

  @Test("a long text stays whole, and a broken reference is shown as it is")
  func longAndBroken() throws {
    let network = try network()
    let long = String(repeating: "Whole sentence. ", count: 1_000) + "The end."
    let gone = "01" + String(repeating: "z", count: 24)
    let id = try network.cycle("Long", ["plan": ["theory": .string(long)]])
    try network.damage(id) {
      $0["owner"] = .string(gone)
      $0["parentCycle"] = .string(gone)
    }
    let page = try network.steward.page(Target(.cycle, id))
    #expect(page.text.contains { $0.hasSuffix(long) })
    #expect(page.text.contains("Owner: \(gone)"))
    #expect(!page.links.contains { $0.id == gone })
  }

  @Test("a link that names the wrong type still opens the document as what it is")
  func wrongType() throws {
    let network = try network()
    let project = try network.id(.project, "warm-patients")
    #expect(try network.steward.page(Target(.note, project)).title == "Warm patients")
  }

  @Test("a site's page lists people with their consent only, beyond one's own site")
  func people() throws {
    let network = try network()
    let target = Target(.site, try network.id(.site, "riverside"))
    #expect(try network.open("lee-riverside").page(target).lines(under: "People").count == 2)
    #expect(try network.open("lee-hillview").page(target).lines(under: "People").isEmpty)
  }
}
