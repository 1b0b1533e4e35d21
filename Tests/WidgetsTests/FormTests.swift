import Cells
import Testing
import Widgets

@Suite("Form")
struct FormTests {
  static let fields = [
    FormField(
      id: "title", label: "Title", help: "What will be tried, in a few words.", isRequired: true,
      section: "Plan"),
    FormField(
      id: "purpose", label: "Purpose",
      input: .choice([.init("test", "test"), .init("implement", "implement")])),
    FormField(id: "owner", label: "Owner", input: .picker(title: "choose a person")),
    FormField(id: "theory", label: "Theory", input: .longText),
    FormField(id: "planned", label: "As planned", input: .boolean, section: "Do"),
    FormField(id: "tags", label: "Tags", input: .list),
  ]

  private func shown(_ form: Form, _ size: Size, focused: Bool = true) -> String {
    var grid = Grid(size)
    form.draw(into: &grid, rect: grid.bounds, focused: focused)
    return grid.text
  }

  private func type(_ text: String, into form: inout Form) {
    for character in text { _ = form.handle(.character(character)) }
  }

  @Test("a form is filled in by keys alone")
  func filling() {
    var form = Form(Self.fields)
    #expect(!form.isDirty)
    type("Red socks", into: &form)
    #expect(form.handle(.enter) == .moved)
    #expect(form.handle(.character("i")) == .changed("purpose"))
    _ = form.handle(.tab)
    #expect(form.handle(.enter) == .openPicker("owner"))
    form["owner"] = "01h"
    #expect(form.handle(.enter) == .moved)
    type("if seen", into: &form)
    _ = form.handle(.enter)
    type("then safe", into: &form)
    _ = form.handle(.tab)
    #expect(form.handle(.character(" ")) == .changed("planned"))
    _ = form.handle(.down)
    #expect(form.paste("ward\nfalls") == .changed("tags"))
    #expect(
      form.values == [
        "title": "Red socks", "purpose": "implement", "owner": "01h",
        "theory": "if seen\nthen safe", "planned": "true", "tags": "ward\nfalls",
      ])
    #expect(form.isDirty)
    form.markSaved()
    #expect(!form.isDirty)
  }

  @Test("labels stand beside their fields where there is room")
  func wide() {
    let form = Form(Self.fields, values: ["title": "Red socks"])
    #expect(
      shown(form, Size(columns: 60, rows: 10)) == """
        Plan
        › Title *     Red socks
                      What will be tried, in a few words.
          Purpose     ( ) test  ( ) implement
          Owner       choose a person ▸
          Theory

        Do
          As planned  [ ]
          Tags
        """)
  }

  @Test("an error stands below its field and is found again")
  func errors() {
    var form = Form(Self.fields)
    form.errors["purpose"] = "Choose why this is tried."
    let found = form.focusFirstError()
    #expect(found)
    #expect(form.focusedField?.id == "purpose")
    #expect(shown(form, Size(columns: 60, rows: 12)).contains("! Choose why this is tried."))
  }

  @Test("the focused field is always in sight", arguments: [3, 5, 9])
  func scrolling(rows: Int) {
    var form = Form(Self.fields)
    let size = Size(columns: 40, rows: rows)
    form.layout(size)
    for field in Self.fields {
      #expect(shown(form, size).contains(field.label), "\(field.label)")
      _ = form.handle(.tab)
    }
    #expect(form.focusedField?.id == "title")
  }
}
