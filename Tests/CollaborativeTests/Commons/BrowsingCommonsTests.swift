import DocumentStore
import Improvement
import Testing

@testable import Collaborative

@Suite("Browsing the commons") struct BrowsingCommonsTests {
  @Test("a change is found at once, also one that another program made")
  func following() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let other = try store.steward()
    #expect(try steward.commonsRows(CommonsQuery(words: "blanket")).isEmpty)
    let id = try other.add(.resource, "title=Warm blanket", "kind=tool", "visibility=network").id
    _ = try steward.store.followJournal()
    #expect(try steward.commonsRows(CommonsQuery(words: "blanket")).map(\.target.id) == [id])
    try steward.set(id, "title=Warm socks")
    #expect(try steward.commonsRows(CommonsQuery(words: "blanket")).isEmpty)
    #expect(try steward.commonsRows(CommonsQuery(words: "socks")).count == 1)
    _ = try steward.remove(id)
    #expect(try steward.commonsRows(CommonsQuery(words: "socks")).isEmpty)
    _ = try steward.undo()
    #expect(try steward.commonsRows(CommonsQuery(words: "socks")).count == 1)
  }

  @Test("how many sites tried it follows each try-out")
  func tries() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let id = try steward.add(.resource, "title=Warm blanket", "kind=tool", "visibility=network").id
    func tried() throws -> Int? { try steward.commonsRows(CommonsQuery()).first?.triedAt }
    #expect(try tried() == 0)
    let first = try steward.add(.adoption, "resource=\(id)", "site=riverside", "stage=testing").id
    try steward.add(.adoption, "resource=\(id)", "site=riverside", "stage=testing")
    try steward.add(.adoption, "resource=\(id)", "site=hillview", "stage=aware")
    #expect(try tried() == 1)
    let second = try steward.add(.adoption, "resource=\(id)", "site=hillview", "stage=testing").id
    #expect(try tried() == 2)
    _ = try steward.remove(second)
    #expect(try tried() == 1)
    _ = try steward.remove(first)
    #expect(try tried() == 1)
  }

  @Test("nobody finds, counts or is offered the words of what they may not read")
  func rights() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    try steward.add(
      .resource, "title=Hidden blanket", "kind=tool", "site=riverside", "visibility=team",
      "drivers=Secret warmth")
    let here = try store.open("pat-riverside")
    let there = try store.open("pat-hillview")
    #expect(try here.commonsRows(CommonsQuery(words: "blanket")).count == 1)
    #expect(try there.commonsRows(CommonsQuery(words: "blanket")).isEmpty)
    #expect(try there.commonsRows(CommonsQuery(words: "blenket")).suggestion == nil)
    #expect(try there.commonsFacets(CommonsQuery())[.driver]?.isEmpty == true)
    #expect(try there.commonsRows(CommonsQuery()).all == 0)
  }

  @Test("facets have the words of a person, and the view of who made it")
  func labels() throws {
    let store = try TemporaryStore()
    _ = try store.furnished()
    let pat = try store.open("pat-riverside")
    try pat.add(
      .resource, "title=Warm blanket", "kind=change-idea", "site=riverside", "visibility=network")
    let facets = try pat.commonsFacets(CommonsQuery())
    #expect(facets[.kind]?.map(\.label) == ["Change idea"])
    #expect(facets[.site]?.map(\.label) == ["riverside hospital"])
    #expect(facets[.perspective]?.map(\.label) == ["Patient"])
    let rows = try pat.commonsRows(CommonsQuery(facets: [.perspective: ["patient"]]))
    #expect(rows.count == 1 && rows.chosen == ["Patient"])
    #expect(try pat.commonsRows(CommonsQuery(facets: [.perspective: ["family"]])).isEmpty)
  }
}
