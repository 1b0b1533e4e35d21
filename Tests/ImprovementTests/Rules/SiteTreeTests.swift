import Improvement
import JSONTree
import TestSupport
import Testing

@Suite("Sites within sites") struct SiteTreeTests {
  private func tree(_ sites: [(id: String, parent: String?)]) -> SiteTree {
    SiteTree(
      sites.map { site in
        var tree: JSON = ["id": .string(site.id)]
        if let parent = site.parent { tree["parentSite"] = .string(parent) }
        return Site(tree)
      })
  }

  @Test("each site stands below the one it is part of, siblings in the given order")
  func order() {
    let tree = tree([("w2", "h"), ("h", nil), ("w1", "h"), ("bay", "w1"), ("clinic", nil)])
    #expect(tree.entries.map(\.id) == ["h", "w2", "w1", "bay", "clinic"])
    #expect(tree.entries.map(\.depth) == [0, 1, 1, 2, 0])
    #expect(tree.ids(within: "h") == ["h", "w2", "w1", "bay"])
    #expect(tree.ids(above: "bay") == ["w1", "h"])
    #expect(tree.parts(of: "h") == ["w2", "w1"])
  }

  @Test("a site whose larger site is not there stands at the top and says so")
  func missing() {
    let tree = tree([("w", "gone"), ("bay", "w")])
    #expect(tree.entries.map(\.depth) == [0, 1])
    #expect(tree.entries[0].oddity == .parentMissing("gone"))
    #expect(tree.entries[1].oddity == nil)
  }

  @Test("sites that are part of themselves stand at the top with the way round")
  func circles() {
    let tree = tree([("a", "b"), ("b", "c"), ("c", "a"), ("tail", "a"), ("self", "self")])
    #expect(Set(tree.entries.map(\.id)) == ["a", "b", "c", "tail", "self"])
    #expect(tree.entries.first { $0.id == "a" }?.oddity == .circular(["a", "b", "c", "a"]))
    #expect(tree.entries.first { $0.id == "b" }?.oddity == .circular(["b", "c", "a", "b"]))
    #expect(tree.entries.first { $0.id == "self" }?.oddity == .circular(["self", "self"]))
    #expect(tree.entries.first { $0.id == "tail" }?.parent == "a")
    #expect(tree.ids(within: "a") == ["a", "tail"])
  }

  @Test("whatever the parents are, every site stands in the tree once", arguments: 0..<300)
  func everySiteOnce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ids = (0..<Int.random(in: 1...30, using: &random)).map { "s\($0)" }
    let sites = ids.map { id -> (id: String, parent: String?) in
      switch Int.random(in: 0...4, using: &random) {
      case 0: (id, nil)
      case 1: (id, "elsewhere")
      default: (id, ids.randomElement(using: &random))
      }
    }
    let tree = tree(sites)
    #expect(tree.entries.map(\.id).sorted() == ids.sorted())
    for entry in tree.entries where entry.depth > 0 {
      let parent = entry.parent.flatMap { parent in tree.entries.first { $0.id == parent } }
      #expect(parent?.depth == entry.depth - 1)
      #expect(!tree.ids(above: entry.id).contains(entry.id))
    }
    let tops = tree.entries.filter { $0.depth == 0 }
    #expect(tops.flatMap { tree.ids(within: $0.id) }.sorted() == ids.sorted())
  }
}
