import Cells
import Testing
import Widgets

@Suite("Typing")
struct TextEditingTests {
  @Test("the cursor moves by what a person calls a character")
  func graphemes() {
    var field = TextField("a👍🏽e\u{301}")
    #expect(field.cursor == 3)
    _ = field.handle(.backspace)
    #expect(field.text == "a👍🏽")
    _ = field.handle(.backspace)
    #expect(field.text == "a")
  }

  @Test("a mark that is typed joins the letter before it")
  func typedMark() {
    var field = TextField("e")
    _ = field.handle(.character("\u{301}"))
    #expect(field.cursor == 1)
    #expect(field.text == "é")
  }

  @Test("words are deleted backwards and the line to either side")
  func deleting() {
    var field = TextField("wash both hands")
    _ = field.handle(.control("w"))
    #expect(field.text == "wash both ")
    _ = field.handle(.home)
    _ = field.handle(.control("k"))
    #expect(field.isEmpty)
  }

  @Test("a paste with line feeds stays one line in a field")
  func paste() {
    var field = TextField()
    field.insert("one\r\ntwo\tthree")
    #expect(field.text == "one two three")
  }

  @Test("a field scrolls so that the cursor stays in sight")
  func scrolling() {
    var grid = Grid(Size(columns: 10, rows: 1))
    let cursor = TextField("a long sentence").draw(into: &grid, rect: grid.bounds, focused: true)
    #expect(grid.text == "…entence")
    #expect(cursor == Point(column: 8, row: 0))
  }

  @Test("up and down follow the lines as they are seen")
  func visualLines() {
    var editor = TextEditor("alpha beta gamma")
    editor.layout(Size(columns: 11, rows: 4))
    _ = editor.handle(.up)
    #expect(editor.cursor == 5)
    #expect(editor.handle(.up) == .ignored)
    _ = editor.handle(.down)
    #expect(editor.cursor == 16)
    #expect(editor.handle(.down) == .ignored)
  }

  @Test("undo takes back word by word and redo brings it again")
  func undo() {
    var editor = TextEditor()
    for character in "one two" { _ = editor.handle(.character(character)) }
    let steps = [editor.undo(), editor.undo(), editor.undo()]
    #expect(steps == [true, true, false])
    #expect(editor.text == "")
    let again = [editor.redo(), editor.redo(), editor.redo()]
    #expect(again == [true, true, false])
    #expect(editor.text == "one two")
  }

  @Test("a paste is undone at once")
  func pasteUndo() {
    var editor = TextEditor("a")
    editor.insert("\nb\nc")
    #expect(editor.text == "a\nb\nc")
    _ = editor.undo()
    #expect(editor.text == "a")
  }
}
