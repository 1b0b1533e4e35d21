import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Two people at one document") struct MergingTests {
  /// A cycle that two people read, and what the first of them saved.
  private func quarrel(
    _ words: String...
  ) throws -> (store: TemporaryStore, lee: Collaboration, base: StoredDocument) {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let id = try steward.add(
      .cycle, "project=warm", "title=Blankets", "tags=ssi", "plan.objective=Do they warm?"
    ).id
    let lee = try store.open("lee-riverside")
    let base = try lee.document(id)
    _ = try steward.set(
      id, assignments: try words.map { word throws in try Assignment(typed: word) })
    return (store, lee, base)
  }

  private func edit(
    _ base: StoredDocument, _ words: String..., by person: Collaboration
  ) throws -> Outcome {
    let assignments = try words.map { word throws in try Assignment(typed: word) }
    return try person.save(person.assigning(assignments, to: base.tree, .cycle), over: base)
  }

  @Test("edits of different fields are both there, and the words say whose was merged in")
  func clean() throws {
    let (_, lee, base) = try quarrel("tags+=warm", "plan.theory=If warm then well")
    let outcome = try edit(base, "title=Two blankets", "tags+=night", by: lee)
    #expect(
      outcome.words == "saved the PDSA cycle “Two blankets”; stella’s edit is merged in")
    #expect(!outcome.needsChoice)
    let tree = try lee.tree(base.id)
    #expect(tree["title"] == "Two blankets")
    #expect(tree["plan.theory" as JSONPath] == "If warm then well")
    #expect(tree["tags"] == ["ssi", "night", "warm"])
  }

  @Test("two versions of one field are kept, shown with who and when, and listed until one is set")
  func conflict() throws {
    let (_, lee, base) = try quarrel("title=Warm blankets")
    let outcome = try edit(base, "title=Two blankets", by: lee)
    #expect(outcome.needsChoice)
    #expect(
      outcome.words
        == "saved the PDSA cycle “Warm blankets”; stella changed “Title” too: both versions are "
        + "kept, choose one")
    let saved = try lee.document(base.id)
    let field = try #require(lee.twoVersions(in: saved).first)
    #expect(field.path == "title")
    #expect(field.label == "Title")
    #expect(Set(field.versions.map(\.text)) == ["Warm blankets", "Two blankets"])
    #expect(field.versions.allSatisfy { $0.who.contains("20 Mar 2026") })
    let page = try lee.page(Target(.cycle, base.id))
    #expect(page.groups.first?.heading == "Two versions")
    #expect(try lee.todayRows().contains { $0.kind == .choice && $0.target.id == base.id })

    try lee.set(base.id, "stage=do")
    #expect(try lee.twoVersions(in: lee.document(base.id)).count == 1)
    try lee.set(base.id, "title=Warm blankets")
    let chosen = try lee.document(base.id)
    #expect(chosen.tree[KeptConflict.path] == nil)
    #expect(chosen.tree["title"] == "Warm blankets")
    #expect(try lee.page(Target(.cycle, base.id)).groups.first?.heading != "Two versions")
    #expect(try !lee.todayRows().contains { $0.kind == .choice })
  }

  @Test("one period's number from two people is chosen by the period's name, wherever it stands")
  func points() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let first = try steward.log(
      ObservationEntry(
        measure: "wound-infections", site: "riverside", period: "2026-01", text: "1/50"))
    let lee = try store.open("lee-riverside")
    let base = try lee.document(first.seriesID)
    try steward.set(base.id, "points.0.numerator=2")
    let edited = try lee.assigning([Assignment("points.0.numerator", "3")], to: base.tree, .series)
    #expect(try lee.save(edited, over: base).needsChoice)
    let field = try #require(lee.twoVersions(in: lee.document(base.id)).first)
    #expect(field.path == "points.2026-01")
    #expect(field.versions.contains { $0.text.contains("3 · 50") })
    _ = try lee.log(
      ObservationEntry(
        measure: "wound-infections", site: "riverside", period: "2025-12", text: "4/50"))
    try lee.set(base.id, "points.2026-01.numerator=3")
    let tree = try lee.tree(base.id)
    #expect(tree["points.1.numerator" as JSONPath] == 3)
    #expect(tree[KeptConflict.path] == nil)
  }

  @Test("a merge that would not be sound, or not this person's to save, is refused as a conflict")
  func unsound() throws {
    let (_, lee, base) = try quarrel("plannedStart=2026-05-01")
    let outcome = refusal { _ = try edit(base, "plannedEnd=2026-04-01", by: lee) }
    #expect(outcome?.code == 4)
    #expect(try lee.tree(base.id)["plannedEnd"] == nil)
  }

  @Test("what somebody does not share is not shown as one of two versions either")
  func personal() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let id = try steward.resolve("lee-riverside", type: .member)
    let lee = try store.open("lee-riverside")
    let base = try lee.document(id)
    try steward.set(id, "contact=by post")
    let edited = try lee.assigning([Assignment("contact", "by bell")], to: base.tree, .member)
    #expect(try lee.save(edited, over: base).needsChoice)
    let pat = try store.open("pat-riverside")
    #expect(pat.twoVersions(in: try pat.document(id)).isEmpty)
    #expect(pat.presented(try pat.document(id))[KeptConflict.path] == nil)
    #expect(lee.twoVersions(in: try lee.document(id)).count == 1)
  }

  @Test("an expected revision never merges")
  func expecting() throws {
    let (_, lee, base) = try quarrel("tags+=warm")
    let refused = refusal {
      _ = try lee.set(
        base.id, assignments: [Assignment("title", "x")], expecting: base.revision)
    }
    #expect(refused?.code == 4)
  }
}
