import JSONTree
import TestSupport
import Testing

@testable import Improvement

@Suite("Driver diagrams") struct DriverTreeTests {
  private static let seeds = 0..<60

  @Test("reading and writing keep every record, its unknown fields and its place", arguments: seeds)
  func roundTrip(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let tree = DriverTreeSamples.random(&generator)
    let again = DriverTree(drivers: tree.driverRecords, ideas: tree.ideaRecords)
    #expect(again == tree)
    #expect(again.driverRecords == tree.driverRecords && again.ideaRecords == tree.ideaRecords)
    #expect(again.driverRecords.allSatisfy { $0["unknown"]?.int != nil })
  }

  @Test("any row of changes leaves no circle, no orphan, nothing twice", arguments: seeds)
  func sound(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    var tree = DriverTreeSamples.random(&generator)
    for _ in 0..<60 {
      let step = DriverTreeSamples.step(in: tree, &generator)
      let before = Set(tree.entries.map(\.id))
      guard let next = try? tree.applying(step) else { continue }
      let after = Set(next.entries.map(\.id))
      #expect(after.count == next.entries.count)
      switch step {
      case .add, .addBeside: #expect(after == before.union([step.id]))
      case .remove(_, false): #expect(after == before.subtracting([step.id]))
      case .remove(let id, true):
        let index = try #require(tree.index(of: id))
        let gone = Set(tree.entries[tree.stretch(at: index)].map(\.id))
        #expect(after == before.subtracting(gone))
      default: #expect(after == before)
      }
      #expect(findings(in: next).isEmpty)
      #expect(next.settled == next)
      #expect(next.driverRecords.map { $0["level"]?.int } == depths(of: next))
      tree = next
    }
  }

  @Test("a move leaves all others in their order and at their depth", arguments: seeds)
  func order(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let tree = DriverTreeSamples.random(&generator)
    for entry in tree.entries {
      let id = entry.id
      let index = try #require(tree.index(of: id))
      let moved = Set(tree.entries[tree.stretch(at: index)].map(\.id))
      for step in [DriverStep.indent(id), .outdent(id), .up(id), .down(id)] {
        guard let next = try? tree.applying(step) else { continue }
        #expect(
          next.entries.filter { !moved.contains($0.id) }
            == tree.entries.filter { !moved.contains($0.id) })
        #expect(
          next.entries.filter { moved.contains($0.id) }.map(\.id)
            == tree.entries.filter { moved.contains($0.id) }.map(\.id))
      }
    }
  }

  @Test("outdent takes an indent back, and down takes up back", arguments: seeds)
  func inverses(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let tree = DriverTreeSamples.random(&generator)
    for entry in tree.entries where entry.kind == .driver {
      if let next = try? tree.applying(.indent(entry.id)) {
        #expect(try next.applying(.outdent(entry.id)) == tree)
      }
      let index = try #require(tree.index(of: entry.id))
      let parent = tree.parent(at: index).map { tree.entries[$0].id }
      let isLast = tree.children(of: parent).last { $0.kind == .driver }?.id == entry.id
      if isLast, let next = try? tree.applying(.outdent(entry.id)) {
        #expect(try next.applying(.indent(entry.id)) == tree)
      }
    }
    for entry in tree.entries {
      guard let next = try? tree.applying(.up(entry.id)) else { continue }
      #expect(try next.applying(.down(entry.id)) == tree)
    }
  }

  @Test("a driver can't stand under itself or under what stands under it", arguments: seeds)
  func circles(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let tree = DriverTreeSamples.random(&generator)
    for (index, entry) in tree.entries.enumerated() where entry.kind == .driver {
      for below in tree.entries[tree.stretch(at: index)] {
        #expect(throws: DriverTreeProblem.underItself(entry.text, under: below.text)) {
          try tree.applying(.place(entry.id, under: below.id))
        }
      }
    }
  }

  @Test("what is wrong is said in words")
  func words() throws {
    let tree = DriverTreeSamples.theatre
    func problem(_ step: DriverStep) -> String {
      do throws(DriverTreeProblem) {
        _ = try tree.applying(step)
        return ""
      } catch {
        return "\(error)"
      }
    }
    #expect(
      problem(.place("d1", under: "d1.1"))
        == "“Normal temperature” cannot stand under “Warm before theatre”, which stands under it; "
        + "move that one away first")
    #expect(problem(.indent("d1")).hasPrefix("no driver stands before “Normal temperature”"))
    #expect(problem(.outdent("d1")).contains("a primary driver already"))
    #expect(problem(.outdent("i2")).contains("cannot stand under the aim"))
    #expect(problem(.add(.driver, id: "x", text: "Deep", under: "d1.1.1")).contains("3 levels"))
    #expect(problem(.add(.driver, id: "x", text: "On an idea", under: "i1")).contains("idea"))
    #expect(problem(.add(.driver, id: "x", text: " ", under: nil)).contains("a few words"))
    #expect(problem(.up("d1")).contains("the first there"))
    #expect(problem(.down("d2")).contains("the last there"))
    #expect(problem(.remove("gone", together: false)).contains("not in the diagram any more"))
  }

  @Test("what stood under a driver that goes moves up into its place, or goes with it")
  func removal() throws {
    let adopted = try DriverTreeSamples.theatre.applying(.remove("d1.1", together: false))
    #expect(adopted.entries.map(\.id) == ["d1", "d1.1.1", "d1.2", "i1", "i2", "d2"])
    #expect(adopted.entry("d1.1.1")?.depth == 1)
    let together = try DriverTreeSamples.theatre.applying(.remove("d1.1", together: true))
    #expect(together.entries.map(\.id) == ["d1", "d1.2", "i2", "d2"])
  }

  @Test("circles, unknown drivers and missing ids are read so that nothing is lost")
  func damaged() {
    let tree = DriverTree(
      drivers: [
        ["id": "a", "parent": "b", "text": "A"], ["id": "b", "parent": "a", "text": "B"],
        ["id": "c", "parent": "gone", "text": "C"], ["text": "no id"],
        ["id": "c", "text": "the same id"],
      ], ideas: [["id": "i", "driver": "gone", "text": "I"]])
    #expect(tree.entries.map(\.text) == ["C", "no id", "the same id", "A", "B", "I"])
    #expect(Set(tree.entries.map(\.id)).count == 6)
    #expect(findings(in: tree).isEmpty)
  }

  @Test("a chain of 20,000 drivers is read without end")
  func longChain() {
    let drivers = (0..<20_000).map { number -> JSON in
      [
        "id": .string("d\(number)"), "parent": .string("d\(number - 1)"),
        "text": .string("\(number)"),
      ]
    }
    #expect(DriverTree(drivers: drivers).entries.last?.depth == 19_999)
  }

  private func depths(of tree: DriverTree) -> [Int?] {
    tree.entries.filter { $0.kind == .driver }.map { $0.depth + 1 }
  }

  private func findings(in tree: DriverTree) -> [Finding] {
    let document = tree.written(into: ["type": "project", "id": "p"])
    return Validation.findings(in: document, type: .project).filter {
      ["drivers", "ideas"].contains($0.path.steps.first)
    }
  }
}

enum DriverTreeSamples {
  static let theatre = DriverTree(
    drivers: [
      ["id": "d1", "text": "Normal temperature"],
      ["id": "d1.1", "parent": "d1", "text": "Warm before theatre"],
      ["id": "d1.1.1", "parent": "d1.1", "text": "Staff know how"],
      ["id": "d1.2", "parent": "d1", "text": "Warm in theatre"],
      ["id": "d2", "text": "Clean skin"],
    ],
    ideas: [
      ["id": "i1", "driver": "d1.1", "text": "Warm blanket"],
      ["id": "i2", "driver": "d1", "text": "Thermometer in every bay"],
    ])

  /// Up to 20 records, each with a field that nobody knows, three levels deep at most.
  static func random(_ generator: inout SeededGenerator) -> DriverTree {
    var tree = DriverTree(drivers: [])
    for number in 0..<Int.random(in: 3...20, using: &generator) {
      let kind: DriverTree.Kind = Int.random(in: 0..<4, using: &generator) == 0 ? .idea : .driver
      let parent = tree.entries.filter { $0.kind == .driver }.randomElement(using: &generator)?.id
      let isAtTop = kind == .driver && Int.random(in: 0..<3, using: &generator) == 0
      let step = DriverStep.add(
        kind, id: "n\(number)", text: "Node \(number)", under: isAtTop ? nil : parent)
      tree = (try? tree.applying(step)) ?? tree
    }
    for index in tree.entries.indices { tree.entries[index].record["unknown"] = JSON(index) }
    return DriverTree(drivers: tree.driverRecords, ideas: tree.ideaRecords)
  }

  static func step(in tree: DriverTree, _ generator: inout SeededGenerator) -> DriverStep {
    let id = tree.entries.randomElement(using: &generator)?.id ?? "none"
    let other = tree.entries.randomElement(using: &generator)?.id
    let new = "x\(UInt32.random(in: 0...UInt32.max, using: &generator))"
    let kind: DriverTree.Kind = Bool.random(using: &generator) ? .idea : .driver
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: return .add(kind, id: new, text: new, under: other)
    case 1: return .addBeside(kind, id: new, text: new, beside: id)
    case 2, 3: return .indent(id)
    case 4: return .outdent(id)
    case 5: return .up(id)
    case 6: return .down(id)
    case 7: return .place(id, under: other)
    case 8: return .remove(id, together: false)
    default: return .remove(id, together: true)
    }
  }
}
