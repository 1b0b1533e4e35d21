import Improvement
import JSONTree
import TestSupport
import Testing

@Suite struct DocumentTableTests {
  @Test("every field has a path of its own, a label and a help", arguments: DocumentType.allCases)
  func fieldsAreComplete(_ type: DocumentType) {
    let table = type.table
    #expect(table.type == type)
    #expect(Set(table.addressableNames).count == table.addressableNames.count)
    func check(_ field: Field) {
      #expect(!field.label.isEmpty && !field.help.isEmpty, "\(field.path)")
      #expect(field.label.count <= 45, "\(field.path): a label is short")
      #expect(!field.help.contains("\n"))
      if case .records(let inner, let key) = field.kind {
        #expect(key == nil || inner.contains { $0.name == key })
        inner.forEach(check)
      }
    }
    table.fields.forEach(check)
  }

  @Test("every addressable name leads to a field with that path", arguments: DocumentType.allCases)
  func namesLeadToFields(_ type: DocumentType) throws {
    for name in type.table.addressableNames {
      #expect(try type.table.field(at: name).path.description == name)
    }
  }

  @Test("the quick form of a cycle asks for objective, prediction, test and day, in this order")
  func quickCycle() {
    #expect(
      DocumentType.cycle.table.quickFields.map(\.path.description) == [
        "plan.objective", "plan.predictions.0.prediction", "changeIdea.text", "plannedStart",
      ])
  }

  @Test("types that people add have a quick form", arguments: DocumentType.authored)
  func quickForms(_ type: DocumentType) {
    let isComputed = type == .series
    #expect(type.table.quickFields.isEmpty == isComputed)
  }

  @Test("a field inside a list of records keeps its kind and takes its place in the path")
  func fieldsInRecords() throws {
    let table = DocumentType.cycle.table
    let field = try table.field(at: "plan.predictions.3.expectedValue")
    #expect(field.kind == .number)
    #expect(field.path.description == "plan.predictions.3.expectedValue")
    #expect(try DocumentType.series.table.field(at: "points.7.leftOut.reason").kind == .text)
    #expect(try DocumentType.series.table.field(at: "points.7.values.2").kind == .number)
    #expect(try table.field(at: "tags.0").kind == .text)
  }

  @Test(
    "an unknown field names what may have been meant",
    arguments: [
      ("plan.objektive", "plan.objective"), ("objective", "plan.objective"),
      ("plannedStrat", "plannedStart"), ("titel", "title"), ("parentcycle", "parentCycle"),
    ])
  func suggestions(_ typed: String, _ meant: String) {
    let error = #expect(throws: UnknownField.self) {
      try DocumentType.cycle.table.field(at: typed)
    }
    #expect(error?.suggestions.first == meant)
    #expect(error?.description.contains("did you mean \(meant)") == true)
  }

  @Test("the beginning of several fields is no field and says which there are")
  func groups() {
    let error = #expect(throws: UnknownField.self) {
      try DocumentType.cycle.table.field(at: "scale")
    }
    #expect(error?.isGroup == true)
    #expect(error?.suggestions.contains("scale.patients") == true)
  }

  @Test(
    "nonsense, and steps into what is no list, are unknown",
    arguments: [
      "", ".", "zzzzzzzz", "title.0", "plan.predictions.x.prediction",
      "plan.predictions.-1.prediction",
      "plan.predictions.0.nonsense", "plan..objective",
    ])
  func nonsense(_ path: String) {
    #expect(throws: UnknownField.self) { try DocumentType.cycle.table.field(at: path) }
  }

  @Test("a new document starts with its defaults and keeps what was given")
  func newDocument() {
    let given: JSON = ["plan": ["objective": "Does a warm blanket help?"], "purpose": "spread"]
    let tree = DocumentType.cycle.table.newDocument(
      id: "01arz3ndektsv4rrffq69g5fav", at: "2026-11-23T09:00:00Z", by: "visitor:ana",
      given: given)
    #expect(tree["stage"] == "plan")
    #expect(tree["purpose"] == "spread")
    #expect(tree["visibility"] == "team")
    #expect(tree["schema"] == 1)
    #expect(tree["title"] == "Does a warm blanket help?")
    #expect(tree["created.by" as JSONPath] == "visitor:ana")
  }

  @Test("a long objective gives a title cut between words")
  func longTitle() {
    let tree = DocumentType.cycle.table.completed([
      "plan": [
        "objective":
          "Find out whether patients who wait longer than an hour stay warm with one blanket"
      ]
    ])
    #expect(
      tree["title"] == "Find out whether patients who wait longer than an hour stay …")
  }

  @Test("the field reference names every field of every type")
  func reference() {
    let text = FieldReference.markdown
    for type in DocumentType.authored {
      #expect(text.contains("### \(type.rawValue)\n"))
      for field in type.table.fields { #expect(text.contains("`\(field.path)`")) }
    }
    #expect(text.contains("`plan.predictions.N.prediction` *"))
  }

  @Test("the written field reference is the tables'")
  func writtenReference() throws {
    try expectGenerated(
      FieldReference.markdown, named: "fields", in: "Sources/Improvement/FieldReference.md")
  }
}
