import Cells
import TestSupport
import Testing
import Widgets

/// Keys and texts that a person, a cat or an attacker might send.
private let keys: [Key] =
  [
    .enter, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end,
    .pageUp, .pageDown, .function(1), .escape,
  ] + "abdefknpruwz".map { Key.control($0) } + "aZ 9日\u{301}👍🏽\u{1B}".map { Key.character($0) }

private let sizes = [
  Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: 0, rows: 9),
  Size(columns: 2, rows: 3), Size(columns: 5, rows: 2), Size(columns: 23, rows: 4),
  Size(columns: 80, rows: 24), Size(columns: 200, rows: 3),
]

@Suite("Any key at any size")
struct AnyKeyAnySizeTests {
  /// Presses random keys, draws at random sizes, and checks that what was outside stays as it was.
  private func torment(
    seed: UInt64, _ press: (Key, Size) -> Void, _ draw: (inout Grid, Rect) -> Point?
  ) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<600 {
      guard let key = keys.randomElement(using: &random),
        let size = sizes.randomElement(using: &random),
        let glyphs = Glyphs.allCases.randomElement(using: &random)
      else { continue }
      press(key, size)
      let rect = Rect(column: 2, row: 1, columns: size.columns, rows: size.rows)
      let whole = Size(columns: size.columns + 5, rows: size.rows + 2)
      var grid = Grid(whole, filledWith: Cell(text: "#"), glyphs: glyphs)
      if let cursor = draw(&grid, rect) { #expect(rect.contains(cursor), "\(cursor) \(rect)") }
      for row in 0..<whole.rows {
        for column in 0..<whole.columns
        where !rect.contains(Point(column: column, row: row)) {
          #expect(grid[column, row].text == "#")
        }
      }
    }
  }

  @Test("a list", arguments: [0, 1, 3, 5_000])
  func list(count: Int) {
    var list = List(count: count)
    torment(seed: 1) { key, size in
      list.layout(rows: size.rows)
      _ = list.handle(key)
    } _: { grid, rect in
      list.draw(into: &grid, rect: rect, focused: true, empty: "No cycles yet.") { index in
        [Span("cycle \(index) 日本", .strong)]
      }
    }
  }

  @Test("a table")
  func table() {
    var table = Table(
      columns: [
        TableColumn("Measure", minimum: 12, ideal: nil),
        TableColumn("Latest", minimum: 6, ideal: 8, alignment: .right, priority: 1),
        TableColumn("Age", minimum: 4, ideal: 12, priority: 2),
      ], list: List(count: 40))
    torment(seed: 2) { key, size in
      table.layout(rows: size.rows)
      _ = table.handle(key)
    } _: { grid, rect in
      table.draw(into: &grid, rect: rect, focused: false) { ["Falls \($0)", "4.4", "2 days"] }
    }
  }

  @Test("a text field and an editor")
  func text() {
    var field = TextField("début")
    torment(seed: 4) { key, _ in
      _ = field.handle(key)
    } _: { grid, rect in
      field.draw(into: &grid, rect: rect, focused: true)
    }
    var editor = TextEditor("one\n\ntwo 日本語 three")
    torment(seed: 5) { key, size in
      editor.layout(size)
      _ = editor.handle(key)
    } _: { grid, rect in
      editor.draw(into: &grid, rect: rect, focused: true)
    }
  }

  @Test("a form")
  func form() {
    var form = Form(FormTests.fields)
    form.errors = ["title": "Say what you will try, in a few words."]
    torment(seed: 6) { key, size in
      form.layout(size)
      _ = form.handle(key)
    } _: { grid, rect in
      form.draw(into: &grid, rect: rect, focused: true)
    }
  }

  @Test("a picker, a prompt, a question")
  func popups() {
    var picker = Picker(title: "Go to", items: (0..<50).map { PickerItem("Site \($0)") })
    torment(seed: 7) { key, size in
      picker.layout(size)
      _ = picker.handle(key)
    } _: { grid, rect in
      picker.draw(into: &grid, rect: rect)
    }
    var prompt = PromptLine(prefix: ":", history: ["add cycle"])
    prompt.setCompletions(["log", "add"])
    torment(seed: 8) { key, _ in
      _ = prompt.handle(key)
    } _: { grid, rect in
      prompt.draw(into: &grid, rect: rect)
    }
    let question = Confirm(title: "Trash", question: "Move “Falls” to the trash?\nIt can return.")
    torment(seed: 9) { key, _ in
      _ = question.handle(key)
    } _: { grid, rect in
      question.draw(into: &grid, rect: rect)
    }
  }

  @Test("a help sheet")
  func help() {
    let entries = (0..<9).map { HelpSheet.Entry(keys: "^\($0)", label: "does \($0)") }
    var help = HelpSheet(groups: ["Move", "Edit", "Go"].map { .init(title: $0, entries: entries) })
    torment(seed: 11) { key, size in
      help.layout(size)
      _ = help.handle(key)
    } _: { grid, rect in
      help.draw(into: &grid, rect: rect)
      return nil
    }
  }
}
