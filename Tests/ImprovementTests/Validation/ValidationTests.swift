import Improvement
import JSONTree
import Testing

@Suite struct ValidationTests {
  static let id = "01arz3ndektsv4rrffq69g5fav"
  static let other = "01arz3ndektsv4rrffq69g5faw"

  static func document(_ type: DocumentType, _ given: JSON) -> JSON {
    type.table.newDocument(id: id, at: "2026-11-23T09:00:00Z", by: other, given: given)
  }

  static let cycle = document(.cycle, ["project": .string(other), "title": "Warm blanket"])

  @Test("a cycle with a title and a project may be saved, however incomplete")
  func incompleteCycle() {
    #expect(Validation.findings(in: Self.cycle, type: .cycle).isEmpty)
  }

  @Test("fields that nobody knows are nobody's fault")
  func unknownFields() {
    var tree = Self.cycle
    tree["plan.mood" as JSONPath] = "bright"
    tree["_conflicts"] = [1]
    #expect(Validation.findings(in: tree, type: .cycle).isEmpty)
  }

  @Test(
    "a wrong value is found where it stands",
    arguments: [
      ("title", JSON.null, "is needed"), ("title", "  ", "is needed"),
      ("stage", "plann", "did you mean plan?"), ("plannedStart", "2026-02-30", "no day"),
      ("scale.patients", -1, "from 0"), ("scale.patients", "one", "whole number"),
      ("project", "riverside", "no id of a project"), ("parentCycle", .string(id), "itself"),
      ("act.nextCycle", .string(id), "itself"), ("plan", "later", "fields of its own"),
      ("tags", "ssi", "list of text"), ("tags.0", 3, "text"),
      ("plan.predictions", [["question": "How many?"]], "is needed"),
      ("plan.predictions", ["9 of 10"], "record"),
      ("plan.tasks", [["what": "x", "who": "me"]], "no id"),
      ("do.carriedOutAsPlanned", "yes", "yes or no"), ("created.at", "2026-11-23", "no time"),
      ("created.by", "ana", "visitor:LOGIN"), ("type", "site", "is a cycle"),
      ("schema", 99, "newer huddle"), ("id", "x", "no id"),
      ("study.results", [["prediction": 2]], "count them from 0"),
      ("harm", ["what": "A fall"], "is needed when harm.what"),
    ] as [(JSONPath, JSON, String)])
  func wrongValues(_ path: JSONPath, _ value: JSON, _ words: String) {
    var tree = Self.cycle
    if path == "tags.0" { tree["tags"] = [] }
    tree[path] = value
    let findings = Validation.findings(in: tree, type: .cycle)
    #expect(findings.count == 1)
    #expect(findings.first?.description.contains(words) == true, "\(findings)")
    #expect(findings.first?.path.description.hasPrefix(path.description) == true)
  }

  @Test("an end before its start is found, one on the same day is not")
  func order() {
    var tree = Self.cycle
    tree["plannedStart"] = "2026-03-14"
    tree["plannedEnd"] = "2026-03-14"
    #expect(Validation.findings(in: tree, type: .cycle).isEmpty)
    tree["plannedEnd"] = "2026-03-13"
    #expect(
      Validation.findings(in: tree, type: .cycle).map(\.problem)
        == [.endsBeforeItStarts(start: "When do you start?")])
  }

  @Test("stopping a try-out wants its reason")
  func reasonStopped() {
    var tree = Self.document(
      .adoption, ["resource": .string(Self.other), "site": .string(Self.other)])
    #expect(Validation.findings(in: tree, type: .adoption).isEmpty)
    tree["stage"] = "abandoned"
    let findings = Validation.findings(in: tree, type: .adoption)
    #expect(findings.map(\.path) == ["reasonStopped"])
    #expect(findings.first?.description.contains("needed when stage is abandoned") == true)
  }

  @Test("drivers have ids of their own and lead up to the aim")
  func drivers() {
    func problems(_ drivers: JSON) -> [ValidationProblem] {
      let tree = Self.document(.project, ["name": "Warm", "drivers": drivers])
      return Validation.findings(in: tree, type: .project).map(\.problem)
    }
    #expect(
      problems([["id": "a", "text": "A"], ["id": "b", "text": "B", "parent": "a"]]).isEmpty)
    #expect(problems([["id": "a", "text": "A"], ["id": "a", "text": "B"]]) == [.duplicate("a")])
    #expect(problems([["id": "a", "text": "A", "parent": "x"]]) == [.unknownDriver("x")])
    #expect(
      problems([["id": "a", "text": "A", "parent": "b"], ["id": "b", "text": "B", "parent": "a"]])
        == [.driversInACircle("A"), .driversInACircle("B")])
  }

  @Test("a score is one of the scale", arguments: [0.5, 3.5, 5])
  func scores(_ score: Double) {
    func findings(_ score: Double) -> [Finding] {
      let entry: JSON = ["date": "2026-03-14", "kind": "self", "score": JSON(score)]
      let tree = Self.document(.project, ["name": "Warm", "progress": [entry]])
      return Validation.findings(in: tree, type: .project)
    }
    #expect(findings(score).isEmpty)
    #expect(findings(score + 0.1).count == 1)
    #expect(findings(score - 6).count == 1)
  }

  @Test("codes and logins have their shapes")
  func shapes() {
    #expect(Validation.problem(with: "riverside", kind: .code) == nil)
    #expect(Validation.problem(with: "R0A", kind: .code) == nil)
    #expect(Validation.problem(with: "two words", kind: .code) != nil)
    #expect(Validation.problem(with: "abcdefghijklmnopqrstuvwxyz", kind: .code) != nil)
    #expect(Validation.problem(with: "priya.nair", kind: .login) == nil)
    #expect(Validation.problem(with: "-priya", kind: .login) != nil)
    #expect(Validation.problem(with: "", kind: .login) != nil)
  }

  @Test("an id is a lower-case ULID, a series' id two or three parts of it")
  func ids() {
    #expect(IdentifierShape.isULID(Self.id))
    #expect(!IdentifierShape.isULID("01ARZ3NDEKTSV4RRFFQ69G5FAV"))
    #expect(!IdentifierShape.isULID("81arz3ndektsv4rrffq69g5fav"))
    #expect(!IdentifierShape.isULID("01arz3ndektsv4rrffq69g5fal"))
    #expect(IdentifierShape.isSeriesId("\(Self.id).\(Self.other)"))
    #expect(IdentifierShape.isSeriesId("\(Self.id).\(Self.other).over-75"))
    #expect(!IdentifierShape.isSeriesId(Self.id))
    #expect(!IdentifierShape.isSeriesId("\(Self.id).\(Self.other)."))
  }

  @Test(
    "anything at all in the place of a field is found or passed, and never traps",
    arguments: DocumentType.allCases)
  func anythingGoes(_ type: DocumentType) {
    let values: [JSON] = [
      .null, true, 0, -1, 1e300, "", "x", [], [1], [[:]], [:], ["a": [:]], .string("é\u{0}"),
    ]
    for name in type.table.addressableNames {
      for value in values {
        var tree: JSON = ["id": .string(Self.id)]
        tree[JSONPath(name.replacing(".0.", with: "."))] = value
        for finding in Validation.findings(in: tree, type: type) {
          #expect(!finding.description.isEmpty)
        }
      }
    }
    #expect(!Validation.findings(in: "text", type: type).isEmpty)
  }
}
