import Cells
import Testing
import Widgets

@Suite("Popups, pages and prompts")
struct PopupTests {
  @Test("a few letters find what is meant, best first")
  func picking() {
    var picker = Picker(
      title: "Go to",
      items: [
        PickerItem("Trash"), PickerItem("St Anne"), PickerItem("Riverside", detail: "hospital"),
        PickerItem("Add a cycle", hint: "a"), PickerItem("Site measures"),
      ])
    for key in "sa" { _ = picker.handle(.character(key)) }
    #expect(picker.selected == 1)
    _ = picker.handle(.control("u"))
    for key in "hosp" { _ = picker.handle(.character(key)) }
    #expect(picker.handle(.enter) == .chosen(2))
    _ = picker.handle(.character("☃"))
    #expect(picker.selected == nil)
    #expect(picker.handle(.escape) == .cancelled)
  }

  @Test("a match in a row at a word's beginning beats scattered letters")
  func fuzzy() throws {
    let whole = try #require(FuzzyMatch("cyc", in: "log a cycle"))
    let scattered = try #require(FuzzyMatch("cyc", in: "clay ice"))
    #expect(whole.score > scattered.score)
    #expect(whole.positions == [6, 7, 8])
    #expect(FuzzyMatch("zoe", in: "Zoë") != nil)
    #expect(FuzzyMatch("xyz", in: "cycle") == nil)
  }

  @Test("a popup is a centred box as large as its text")
  func popup() {
    var grid = Grid(Size(columns: 30, rows: 7), filledWith: Cell(text: "."))
    Confirm(title: "Trash", question: "Sure?").draw(into: &grid, rect: grid.bounds)
    #expect(
      grid.text
        == """
        ..............................
        .......╭─ Trash ──────╮.......
        .......│ Sure?        │.......
        .......│              │.......
        .......│ y yes   n no │.......
        .......╰──────────────╯.......
        ..............................
        """)
  }

  @Test("Enter does not answer a question")
  func confirm() {
    let confirm = Confirm(title: "", question: "Delete?")
    #expect(confirm.handle(.enter) == .ignored)
    #expect(confirm.handle(.character("y")) == .yes)
    #expect(confirm.handle(.escape) == .no)
  }

  @Test("Tab completes and returns to what was typed")
  func completion() {
    var prompt = PromptLine(prefix: ":")
    #expect(prompt.handle(.character("a")) == .changed)
    prompt.setCompletions(["add", "archive"])
    _ = prompt.handle(.tab)
    #expect(prompt.text == "add")
    _ = prompt.handle(.tab)
    _ = prompt.handle(.tab)
    #expect(prompt.text == "a")
    #expect(prompt.handle(.enter) == .submitted("a"))
  }

  @Test("help is laid out in columns where there is room")
  func help() {
    let groups = ["Move", "Change"].map {
      HelpSheet.Group(title: $0, entries: [.init(keys: "a", label: "add")])
    }
    var grid = Grid(Size(columns: 80, rows: 2))
    HelpSheet(groups: groups).draw(into: &grid, rect: grid.bounds)
    #expect(
      grid.text == "Move" + String(repeating: " ", count: 36) + "Change\na  add"
        + String(repeating: " ", count: 34) + "a  add")
  }
}
