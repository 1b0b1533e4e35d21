import Collaborative
import DocumentStore
import Improvement
import JSONTree
import Testing

@Suite("Packages") struct PackageTests {
  private struct Bundle {
    let network: SampleNetwork
    let package: String
    let items: [String]
    let riverside: String

    init() throws {
      let network = try SampleNetwork()
      self.network = network
      items = try ["Blanket", "Clock", "Clippers"].map {
        try network.add(.resource, ["title": .string($0), "kind": "change-idea", "version": 4])
      }
      package = try network.add(
        .resource,
        ["title": "Bundle", "kind": "change-package", "items": JSON(strings: items)])
      riverside = try network.id(.site, "riverside")
    }

    func adoptions() throws -> [Adoption] {
      try network.open("stella").documents(.adoption).map { Adoption($0.tree) }
    }
  }

  @Test("a package is taken on in part: itself and each element taken, in one step")
  func inPart() throws {
    let bundle = try Bundle()
    let lee = try bundle.network.open("lee-riverside")
    let outcome = try lee.takeOn(
      package: bundle.package, elements: [bundle.items[0], bundle.items[2]], at: bundle.riverside)
    #expect(outcome.others.count == 2)
    let made = try bundle.adoptions()
    #expect(Set(made.map(\.resource)) == [bundle.package, bundle.items[0], bundle.items[2]])
    for adoption in made where adoption.resource != bundle.package {
      #expect(adoption.package == bundle.package)
      #expect(adoption.version == 4)
    }
    #expect(
      made.first { $0.resource == bundle.package }?.whatWasAdapted
        == "In part: 2 of 3 elements.")
    _ = try lee.undo()
    #expect(try bundle.adoptions().isEmpty)
  }

  @Test("what a site tries already is left as it is, and nothing twice is refused in words")
  func again() throws {
    let bundle = try Bundle()
    let lee = try bundle.network.open("lee-riverside")
    _ = try lee.takeOn(package: bundle.package, elements: [bundle.items[1]], at: bundle.riverside)
    let rest = try lee.takeOn(package: bundle.package, at: bundle.riverside)
    #expect(rest.words.contains("1 it tries already"))
    #expect(try bundle.adoptions().count == 4)
    #expect {
      try lee.takeOn(package: bundle.package, at: bundle.riverside)
    } throws: { "\($0)".contains("tries that much") }
  }

  @Test("what is no package, or no element of it, is named")
  func refused() throws {
    let bundle = try Bundle()
    let steward = bundle.network.steward
    #expect {
      try steward.takeOn(package: bundle.items[0], at: bundle.riverside)
    } throws: { "\($0)".contains("is no package") }
    let package = Resource(try steward.document(bundle.package).tree)
    #expect(
      try steward.elements(meant: "3, blanket", of: package) == [bundle.items[2], bundle.items[0]])
    #expect { try steward.elements(meant: "4", of: package) } throws: { "\($0)".contains("1 to 3") }
  }

  @Test(
    "the matrix has a row a site, a column an element, the furthest stage and the newest number")
  func matrix() throws {
    let bundle = try Bundle()
    let site = JSON.string(bundle.riverside)
    let measure = JSON.string(try bundle.network.id(.measure, "wound-infections"))
    try bundle.network.log(["2/100", "3/100", "92/100"])
    for (item, stage) in [(0, "testing"), (0, "implemented"), (0, "abandoned"), (2, "adapted")] {
      try bundle.network.add(
        .adoption,
        [
          "resource": .string(bundle.items[item]), "site": site, "stage": .string(stage),
          "reasonStopped": "No warmer", "reliabilityMeasure": measure,
        ])
    }
    let steward = try bundle.network.open("stella")
    let matrix = try steward.bundleMatrix(
      of: Resource(steward.document(bundle.package).tree))
    #expect(matrix.elements.map(\.title) == ["Blanket", "Clock", "Clippers"])
    let row = try #require(matrix.rows.first)
    #expect(matrix.rows.count == 1)
    #expect(row.cells.map { $0?.stage } == [.implemented, nil, .adapted])
    #expect(row.cells[0]?.reliability == "92%")
    #expect(row.inUse == 1)
  }

  @Test("only what is in use tells how reliably, and what was stopped says why")
  func inUseOnly() throws {
    let bundle = try Bundle()
    let measure = JSON.string(try bundle.network.id(.measure, "wound-infections"))
    try bundle.network.log(["92/100"])
    for (item, stage) in ["testing", "abandoned", "implemented"].enumerated() {
      try bundle.network.add(
        .adoption,
        [
          "resource": .string(bundle.items[item]), "site": .string(bundle.riverside),
          "stage": .string(stage), "reasonStopped": "No warmer", "reliabilityMeasure": measure,
        ])
    }
    let steward = try bundle.network.open("stella")
    let cells = try steward.bundleMatrix(of: Resource(steward.document(bundle.package).tree))
      .rows[0].cells
    #expect(cells.map { $0?.reliability } == [nil, nil, "92%"])
    #expect(cells.map { $0?.reason } == [nil, "No warmer", nil])
    let page = try steward.page(Target(.resource, bundle.package))
    #expect(
      page.text.contains(
        "Nobody took the whole package; 1 site knows or tried parts of it: P shows them."))
  }

  @Test("letters and shapes of the stages differ from each other")
  func signs() {
    #expect(Set(AdoptionStage.allCases.map(\.letter)).count == AdoptionStage.allCases.count)
    #expect(Set(AdoptionStage.allCases.map(\.shape)).count == AdoptionStage.allCases.count)
  }
}
