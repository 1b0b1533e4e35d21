import Improvement
import JSONTree
import Testing

@Suite struct FieldTextTests {
  let today = CalendarDate(daysSince1970: 20_780)  // 2026-11-23, a Monday

  @Test(
    "a value is read by the kind of its field",
    arguments: [
      ("  some words ", FieldKind.text, JSON.string("some words")),
      ("two\nlines", .text, "two lines"), ("two\nlines", .longText, "two\nlines"),
      ("fri", .date, "2026-11-27"), ("2026-w12", .period, "2026-W12"),
      ("2026-03", .period, "2026-03"),
      ("today", .period, "2026-11-23"), ("12", .integer, 12), ("-3.50", .number, -3.5),
      ("YES", .boolean, true), ("no", .completion, false), ("today", .completion, "2026-11-23"),
      ("ssi, falls", .list(.text), ["ssi", "falls"]), ("a, b\nc", .list(.longText), ["a, b", "c"]),
      ("scale up", CycleDecision.kind, "scale-up"), ("Adopt", CycleDecision.kind, "adopt"),
      ("test a change", CyclePurpose.kind, "test"), ("riverside", .reference(.site), "riverside"),
      ("[{\"what\":\"x\"}]", .records([], keyedBy: nil), [["what": "x"]]),
    ] as [(String, FieldKind, JSON)])
  func read(_ text: String, _ kind: FieldKind, _ expected: JSON) throws {
    #expect(try FieldText.read(text, as: kind, today: today) == expected)
  }

  @Test("an empty text takes the field away", arguments: ["", "  ", "\n"])
  func empty(_ text: String) throws {
    #expect(try FieldText.read(text, as: .number, today: today) == nil)
  }

  @Test(
    "what is no value is refused in words that say what to write",
    arguments: [
      ("14.3.2026", FieldKind.date, "2026-03-14"), ("3,2", .number, "write 3.2"),
      ("12.5", .integer, "whole number"), ("many", .number, "no number"),
      ("maybe", .boolean, "yes nor no"), ("adapd", CycleDecision.kind, "did you mean adapt?"),
      ("1e999", .number, "no number"), ("nan", .number, "no number"),
      ("[1,]", .records([], keyedBy: nil), "comma"), ("March", .period, "2026-03"),
    ])
  func refused(_ text: String, _ kind: FieldKind, _ words: String) {
    let error = #expect(throws: FieldTextError.self) {
      try FieldText.read(text, as: kind, today: today)
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test("typed text is brought to one form, so that the same word is the same bytes")
  func normalised() throws {
    let value = try FieldText.read("Rene\u{301}e", as: .text, today: today)
    #expect(value == .string("Ren\u{E9}e"))
  }

  @Test("a value is shown in words")
  func shown() {
    #expect(FieldText.show("2026-03-14", as: .date) == "14 Mar 2026")
    #expect(FieldText.show("2026-03", as: .period) == "Mar 2026")
    #expect(FieldText.show("2026-03-14T09:30:00Z", as: .timestamp) == "14 Mar 2026 09:30 UTC")
    #expect(FieldText.show("scale-up", as: CycleDecision.kind) == "Scale up")
    #expect(FieldText.show(true, as: .boolean) == "yes")
    #expect(
      FieldText.show(["a", "b"], as: .list(.reference(.member))) { _ in "Ana" } == "Ana, Ana")
    #expect(FieldText.show(nil, as: .text) == "")
    #expect(FieldText.show("rubbish", as: .date) == "rubbish")
    let table = DocumentType.project.table
    let milestones: JSON = [["what": "Baseline", "due": "2026-03-14", "done": true]]
    let kind = (try? table.field(at: "milestones").kind) ?? .text
    #expect(FieldText.show(milestones, as: kind) == "Baseline · 14 Mar 2026 · yes")
  }

  @Test("what is offered for editing reads back as the same value")
  func editing() throws {
    let values: [(JSON, FieldKind)] = [
      ("2026-03-14", .date), ("two\nlines", .longText), (3.25, .number), (false, .boolean),
      (["x", "y"], .list(.text)), (["a, b", "c"], .list(.longText)), ("adapt", CycleDecision.kind),
      ([["what": "x"]], .records([], keyedBy: nil)), ("2026-Q1", .period),
    ]
    for (value, kind) in values {
      #expect(try FieldText.read(FieldText.edit(value, as: kind), as: kind, today: today) == value)
    }
  }
}
