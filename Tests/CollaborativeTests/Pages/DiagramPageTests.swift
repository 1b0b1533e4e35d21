import Collaborative
import Improvement
import JSONTree
import Testing

@Suite("A driver on a page") struct DiagramPageTests {
  private func network() throws -> (SampleNetwork, String) {
    let network = try SampleNetwork()
    let project = try network.id(.project, "warm-patients")
    let shared = try #require(try network.steward.documents(.network).first).id
    _ = try network.steward.set(shared, "drivers.0.id=n1", "drivers.0.text=Normal temperature")
    _ = try network.steward.set(
      project, "aim.text=Halve wound infections", "drivers.0.id=d1", "drivers.0.text=Warm theatre",
      "drivers.0.networkDriver=n1", "drivers.1.id=d2", "drivers.1.parent=d1",
      "drivers.1.text=Warm on arrival", "ideas.0.id=i1", "ideas.0.driver=d2",
      "ideas.0.text=Warm blanket", "ideas.1.id=i2", "ideas.1.driver=d2",
      "ideas.1.text=Warm fluids")
    for (title, ramp, size) in [
      ("One", "Warm blanket", 1), ("Five", "Warm blanket", 5), ("Fluids", "Warm fluids", 1),
    ] {
      try network.cycle(
        title,
        [
          "ramp": .string(ramp), "driver": "d2", "stage": "do", "scale": ["patients": JSON(size)],
          "actualStart": "2026-02-02",
        ])
    }
    return (network, project)
  }

  @Test("it says what it serves, here and in the network, and what serves it, with its ramps")
  func driver() throws {
    let (network, project) = try network()
    let lee = try network.open("lee-riverside")
    let page = try lee.page(Target(project: project, part: .driver("d1")))
    #expect(page.title == "Warm theatre")
    #expect(page.subtitle.hasPrefix("Driver · "))
    let text = page.text
    #expect(text.contains { $0.hasPrefix("aim | Halve wound infections") })
    #expect(text.contains("In the network: Normal temperature"))
    #expect(text.contains { $0.hasPrefix("driver | Warm on arrival") })
    #expect(text.contains("idea | Warm blanket | 2 cycles"))
    #expect(text.contains("Warm blanket: 2; Warm fluids: 1"), "its ramps, side by side")
    #expect(text.contains { $0.contains("Five") && $0.contains("5 patients") })
    #expect(page.links.contains(Target(project: project, part: .idea("i1", under: "d2"))))
  }

  @Test("an idea's page shows the drivers above it and its own tests only")
  func idea() throws {
    let (network, project) = try network()
    let page = try network.open("lee-riverside").page(
      Target(project: project, part: .idea("i1", under: "d2")))
    #expect(page.subtitle.hasPrefix("Change idea · "))
    let above = page.lines(under: "What it serves")
    #expect(above.count == 3, "the aim and two drivers")
    #expect(page.text.contains("Warm blanket: 2"))
    #expect(!page.text.contains { $0.contains("Fluids") })
  }

  @Test("what nobody has tested says how to begin, and what is gone says so")
  func empty() throws {
    let (network, project) = try network()
    _ = try network.steward.set(project, "drivers.2.id=d3", "drivers.2.text=Enough warmers")
    let page = try network.open("lee-riverside").page(
      Target(project: project, part: .driver("d3")))
    #expect(page.text.contains { $0.hasPrefix("Nothing yet: + in Projects") })
    #expect(page.text.contains { $0.hasPrefix("No cycle yet: in Projects, a on it") })
    #expect(throws: CollaborationError.self) {
      try network.open("lee-riverside").page(Target(project: project, part: .driver("d9")))
    }
  }
}
