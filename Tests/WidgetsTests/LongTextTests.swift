import Cells
import TestSupport
import Testing

@testable import Widgets

@Suite("A long text that is being typed")
struct LongTextTests {
  private static let pieces = [
    "a", "hand", " ", "  ", "\n", "\n\n", "87 %", "日本", "👍🏽", "\u{301}", "🇩", "\u{200D}", "-",
    "averylongwordthatfitsnowhere", "\u{1B}",
  ]

  private func text(of pieces: Int, _ random: inout SeededGenerator) -> String {
    (0..<pieces).compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
  }

  @Test("rows that follow a change are those of the whole text", arguments: 1...40)
  func rows(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let width = Int.random(in: 1...12, using: &random)
    var characters = Array(text(of: 40, &random))
    var rows = TextRows(of: characters, width: width)
    for _ in 0..<60 {
      let start = Int.random(in: 0...characters.count, using: &random)
      let end = min(characters.count, start + Int.random(in: 0...6, using: &random))
      let new = Array(text(of: Int.random(in: 0...3, using: &random), &random))
      characters.replaceSubrange(start..<end, with: new)
      rows.follow(start..<end, with: new.count, in: characters)
      try #require(rows == TextRows(of: characters, width: width), "\(characters) \(start)")
    }
  }

  @Test("rows hold every character once and are no wider than there is room", arguments: 1...20)
  func whole(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let characters = Array(text(of: 60, &random))
    let rows = TextRows(of: characters, width: 9).all
    var next = 0
    for row in rows {
      #expect(row.lowerBound == next)
      next = row.upperBound
      if next < characters.count, characters[next] == "\n" { next += 1 }
      var seen = characters[row]
      while seen.last == " " { seen.removeLast() }
      #expect(seen.count == 1 || seen.reduce(0) { $0 + TextWidth.of($1) } <= 9 + 2)
    }
    #expect(next == characters.count)
  }

  @Test("whatever was typed is taken back and made again to the letter", arguments: 1...30)
  func history(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var editor = TextEditor(text(of: 12, &random))
    editor.layout(Size(columns: 10, rows: 3))
    let keys: [Key] = [
      .backspace, .delete, .enter, .left, .right, .up, .home, .control("w"), .control("k"),
      .character("x"), .character(" "), .character("\u{301}"), .character("日"),
    ]
    var texts = [editor.text]
    for _ in 0..<80 {
      if Int.random(in: 0..<8, using: &random) == 0 {
        editor.insert(text(of: 2, &random))
      } else if let key = keys.randomElement(using: &random) {
        _ = editor.handle(key)
      }
      if editor.text != texts.last { texts.append(editor.text) }
    }
    let end = editor.text
    var steps = 0
    while editor.undo() {
      steps += 1
      #expect(texts.contains(editor.text))
    }
    #expect(editor.text == texts[0])
    for _ in 0..<steps {
      let isRedone = editor.redo()
      #expect(isRedone)
    }
    #expect(editor.text == end)
    let isMore = editor.redo()
    #expect(!isMore)
  }

  @Test("a text that is given more room fills it")
  func room() {
    var editor = TextEditor((1...20).map(String.init).joined(separator: "\n"))
    editor.layout(Size(columns: 10, rows: 3))
    #expect(editor.top == 17)
    editor.layout(Size(columns: 10, rows: 12))
    #expect(editor.top == 8)
    editor.layout(Size(columns: 10, rows: 40))
    #expect(editor.top == 0)
  }

  @Test("a key in a text of 60,000 characters lays out a few rows and not the text")
  func keys() {
    let paragraph = String(repeating: "wash both hands ", count: 3_750)
    var editor = TextEditor(paragraph)
    editor.layout(Size(columns: 60, rows: 10))
    #expect(editor.rowCount > 900)
    for _ in 0..<300 { _ = editor.handle(.up) }
    let before = editor.rows.all
    for character in "and the wrists " { _ = editor.handle(.character(character)) }
    #expect(editor.rows == TextRows(of: editor.characters, width: 60))
    // What stands far behind has only moved along.
    #expect(editor.rows.all.last?.upperBound == (before.last?.upperBound ?? 0) + 15)
  }
}
