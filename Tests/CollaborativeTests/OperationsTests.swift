import DocumentStore
import Improvement
import JSONTree
import Testing

@testable import Collaborative

@Suite("Changing documents") struct OperationsTests {
  @Test("whoever makes a store becomes its first member and steward")
  func founder() throws {
    let store = try TemporaryStore()
    let steward = try store.steward()
    #expect(steward.principal.introduction == "stella · steward")
    #expect(steward.principal.source == .login)
    #expect(try steward.documents(.network).map(steward.title) == ["Safer Surgery"])
  }

  @Test("a new document has what every document has, and is found again")
  func add() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let outcome = try steward.add(
      .cycle, "project=warm", "plan.objective=Do blankets warm?", "tags=ssi,warmth",
      "plan.predictions.0.prediction=9 of 10 are warm")
    #expect(outcome.words == "added the PDSA cycle “Do blankets warm?”")
    let tree = try store.steward().tree(outcome.id)
    #expect(tree["type"] == "cycle")
    #expect(tree["stage"] == "plan")
    #expect(tree["title"] == "Do blankets warm?")
    #expect(tree["created"]?["by"]?.string == steward.principal.memberID)
    #expect(tree["site"]?.string == (try steward.resolve("riverside", type: .site)))
    #expect(tree["tags"] == ["ssi", "warmth"])
    #expect(tree["plan.predictions.0.madeAt" as JSONPath] != nil)
  }

  @Test("fields are set, appended to, taken from and cleared by what is typed")
  func assignments() throws {
    let steward = try TemporaryStore().furnished()
    let id = try steward.add(.cycle, "project=warm", "title=A", "tags=ssi").id
    try steward.set(id, "tags+=warm", "tags+=ssi", "plannedStart=+1d", "owner=cora")
    var tree = try steward.tree(id)
    #expect(tree["tags"] == ["ssi", "warm"])
    #expect(tree["plannedStart"] == "2026-03-21")
    #expect(tree["owner"]?.string == (try steward.resolve("cora", type: .member)))
    try steward.set(id, "tags-=ssi", "plannedStart=", "scale.patients=-0")
    tree = try steward.tree(id)
    #expect(tree["tags"] == ["warm"])
    #expect(tree["plannedStart"] == nil)
  }

  @Test("fields that nobody knows stay where they are")
  func unknownFields() throws {
    let steward = try TemporaryStore().furnished()
    let project = try steward.resolve("warm", type: .project)
    let id = try steward.add(
      .cycle, document: ["title": "A", "project": .string(project), "x-local": ["n": 1]]
    ).id
    try steward.set(id, "title=B")
    #expect(try steward.tree(id)["x-local"] == ["n": 1])
  }

  @Test("a document is merged field by field, and null takes a field away")
  func mergedDocument() throws {
    let steward = try TemporaryStore().furnished()
    let id = try steward.add(
      .cycle, "project=warm", "title=A", "plan.objective=O", "plan.theory=T"
    ).id
    var shown = try steward.presented(steward.document(id))
    shown["plan"] = ["theory": .null]
    _ = try steward.set(id, document: shown)
    #expect(try steward.tree(id)["plan"] == ["objective": "O"])
    #expect(try steward.tree(id)["revision"] == nil)
  }

  @Test("setting what stands there already writes nothing")
  func unchanged() throws {
    let steward = try TemporaryStore().furnished()
    let first = try steward.add(.cycle, "project=warm", "title=A")
    let again = try steward.set(first.id, "title=A")
    #expect(!again.hasChanged)
    #expect(again.revision == first.revision)
  }

  @Test("who has seen an older revision is told who changed it, and nothing is lost")
  func conflict() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let seen = try steward.add(.cycle, "project=warm", "title=A")
    try store.open("cora").set(seen.id, "title=B")
    let refused = refusal {
      _ = try steward.set(
        seen.id, assignments: [Assignment("title", "C")], expecting: seen.revision)
    }
    #expect(refused?.code == 4)
    #expect(refused?.words.contains("changed by Cora") == true)
    #expect(try steward.tree(seen.id)["title"] == "B")
  }

  @Test("a removed document waits in the trash and comes back as it was")
  func trash() throws {
    let steward = try TemporaryStore().furnished()
    let added = try steward.add(.cycle, "project=warm", "title=A")
    let before = try steward.document(added.id)
    #expect(try steward.remove(added.id).words == "moved the PDSA cycle “A” to the trash")
    #expect(refusal { _ = try steward.document(added.id) }?.code == 1)
    #expect(try steward.restore(added.id).words == "brought back the PDSA cycle “A”")
    #expect(try steward.document(added.id).revision == before.revision)
    #expect(refusal { _ = try steward.restore(added.id) }?.code == 1)
  }

  @Test(
    "what would not be sound is refused in words that help",
    arguments: [
      ("objectiv=x", "a cycle has no field “objectiv”; did you mean plan.objective?"),
      ("plan=x", "group of fields"),
      ("id=x", "sets this field itself"),
      ("title", "no FIELD=VALUE"),
      ("title+=x", "not a list"),
      ("stage=studdy", "study"),
      ("plannedStart=soon", "plannedStart"),
      ("project=nosuch", "no project “nosuch”"),
      ("plan.predictions.3.prediction=x", "first entry is number 0"),
      ("title=", "Title"),
    ])
  func refused(word: String, part: String) throws {
    let steward = try TemporaryStore().furnished()
    let id = try steward.add(.cycle, "project=warm", "title=A").id
    let refused = refusal { try steward.set(id, word) }
    #expect(refused?.code == 1)
    #expect(refused?.words.contains(part) == true, "\(refused?.words ?? "accepted")")
    #expect(refused?.words.contains("\n") == false)
    #expect(try steward.tree(id)["title"] == "A")
  }

  @Test("codes and logins are given once")
  func unique() throws {
    let steward = try TemporaryStore().furnished()
    let refused = refusal { try steward.add(.site, "name=X", "code=Riverside", "kind=clinic") }
    #expect(refused?.words.contains("taken by riverside hospital") == true)
  }

  @Test("what a record referred to before may be gone by now; what is new must be there")
  func goneReferences() throws {
    let steward = try TemporaryStore().furnished()
    let resource = try steward.add(
      .resource, "title=Warm blanket", "kind=change-idea", "plainSummary=Warm it.")
    let adoption = try steward.add(
      .adoption, "resource=\(resource.id)", "site=riverside", "stage=testing")
    let quentin = try steward.add(.member, "name=Quentin", "perspective=staff")
    func history(_ day: String, by member: String) -> JSON {
      let entry: JSON = ["stage": "testing", "at": .string(day), "by": .string(member)]
      return ["history": [entry]]
    }
    _ = try steward.set(adoption.id, document: history("2026-03-01", by: quentin.id))
    _ = try steward.remove(quentin.id)
    _ = try steward.set(adoption.id, document: history("2026-03-02", by: quentin.id))
    let nowhere = ULID().text
    let refused = refusal {
      _ = try steward.set(adoption.id, document: history("2026-03-02", by: nowhere))
    }
    #expect(
      refused?.words.hasPrefix("history.0.by: there is no member with the id “\(nowhere)”") == true)
  }

  @Test("a document names things by code, login, name, project and measure, or part of an id")
  func resolving() throws {
    let steward = try TemporaryStore().furnished()
    let measure = try steward.resolve("wound-infections", type: .measure)
    #expect(try steward.resolve("Wound Infections", type: .measure) == measure)
    #expect(try steward.resolve("wound", type: .measure) == measure)
    #expect(try steward.resolve(String(measure.dropLast(2))) == measure)
    #expect(
      refusal { _ = try steward.resolve("w", type: .measure) }?.words.contains("could be") == true)
    let project = try steward.resolve("warm", type: .project)
    try steward.set(project, "measures=wound")
    #expect(try steward.resolve("warm/infections", type: .measure) == measure)
    #expect(
      refusal { _ = try steward.resolve("quentin", type: .member) }?.words
        .contains("no member") == true)
  }

  @Test("lists are narrowed by fields and words, sorted and windowed")
  func listing() throws {
    let steward = try TemporaryStore().furnished()
    for number in 1...5 {
      try steward.add(
        .cycle, "project=warm", "title=Test \(number)",
        "stage=\(number < 3 ? "plan" : "do")", "scale.patients=\(number)", "tags=t\(number)")
    }
    var request = ListRequest(type: .cycle, conditions: [.init(field: "stage", value: "do")])
    #expect(try steward.list(request).total == 3)
    request.sort = "-scale.patients"
    request.limit = 1
    let page = try steward.list(request)
    #expect(page.rows.map(steward.title) == ["Test 5"])
    #expect(page.total == 3)
    request = ListRequest(type: .cycle, conditions: [.init(field: "tags", value: "T2")])
    #expect(try steward.list(request).rows.map(steward.title) == ["Test 2"])
    request = ListRequest(type: .cycle, conditions: [.init(field: "owner", value: "stella")])
    #expect(try steward.list(request).total == 5)
    request = ListRequest(type: .cycle, search: "test 4")
    #expect(try steward.list(request).rows.map(steward.title) == ["Test 4"])
    request = ListRequest(type: .cycle, conditions: [.init(field: "stagee", value: "do")])
    #expect(refusal { _ = try steward.list(request) }?.words.contains("did you mean stage") == true)
  }

  @Test("no chain of documents of one kind leads back to where it began")
  func circles() throws {
    let steward = try TemporaryStore().furnished()
    try steward.set(try steward.resolve("hillview"), "parentSite=riverside")
    let refused = refusal {
      try steward.set(try steward.resolve("riverside"), "parentSite=hillview")
    }
    #expect(refused?.code == 1)
    #expect(refused?.words.contains("parentSite (Part of)") == true)
  }

  @Test("a name that someone else took a moment ago is not given twice")
  func takenMeanwhile() throws {
    let store = try TemporaryStore()
    let steward = try store.furnished()
    let other = try store.steward()
    #expect(try other.documents(.site).count == 2)
    try steward.add(.site, "name=A", "code=new", "kind=unit")
    let refused = refusal { try other.add(.site, "name=B", "code=new", "kind=unit") }
    #expect(refused?.words.contains("“new” is taken by A") == true)
    try other.add(.site, "name=B", "code=newer", "kind=unit")
    #expect(try store.steward().documents(.site).count == 4)
  }
}
