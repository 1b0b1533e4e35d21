import Improvement
import JSONTree
import TestSupport
import Testing

@Suite("Lineage") struct LineageTests {
  @Test("a way back is told from one end to the other")
  func way() {
    let links = ["a": ["x", "b"], "b": ["c"], "c": ["a"], "x": []]
    #expect(Lineage.circle(from: "a") { links[$0] ?? [] } == ["a", "b", "c", "a"])
    #expect(Lineage.circle(from: "x") { links[$0] ?? [] } == nil)
    #expect(Lineage.circle(from: "s") { $0 == "s" ? ["s"] : [] } == ["s", "s"])
  }

  @Test("a circle that does not touch the beginning ends the search and is none of its own")
  func circleElsewhere() {
    let links = ["a": ["b"], "b": ["c"], "c": ["b"]]
    #expect(Lineage.circle(from: "a") { links[$0] ?? [] } == nil)
  }

  @Test("in any network of links a way back is found exactly where one exists", arguments: 0..<20)
  func againstReachability(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<50 {
      let count = Int.random(in: 1...7, using: &generator)
      var links = [String: [String]]()
      for node in 0..<count {
        links["\(node)"] = (0..<count).filter { _ in
          Int.random(in: 0..<4, using: &generator) == 0
        }.map(String.init)
      }
      var reach = links.mapValues(Set.init)
      for _ in 0..<count {
        for (node, others) in reach {
          reach[node] = others.union(others.flatMap { reach[$0] ?? [] })
        }
      }
      for node in links.keys {
        let way = Lineage.circle(from: node) { links[$0] ?? [] }
        #expect((way != nil) == (reach[node]?.contains(node) ?? false))
        for (from, to) in zip(way ?? [], (way ?? []).dropFirst()) {
          #expect(links[from]?.contains(to) == true)
        }
      }
    }
  }

  @Test("what others use of a shared resource makes a new version; a title or a tag does not")
  func versions() {
    var old = Resource(["version": 3, "visibility": "network", "steps": ["Fetch"]])
    var new = old
    new.tree["steps"] = ["Fetch", "Warm"]
    #expect(Lineage.version(of: new, after: old) == 4)
    #expect(Lineage.version(of: old, after: old) == 3)
    var retitled = old
    retitled.tree["title"] = "Warm blankets"
    #expect(Lineage.version(of: retitled, after: old) == 3)
    new.tree["version"] = 9
    #expect(Lineage.version(of: new, after: old) == 9)
    new.tree["version"] = 3
    old.tree["visibility"] = "team"
    #expect(Lineage.version(of: new, after: old) == 3)
  }
}
