import Cells
import TestSupport
import Testing
import Widgets

@Suite("A sheet that is typed into") struct SheetTests {
  private func sheet(rows: Int = 3) -> Sheet {
    Sheet(
      columns: [
        SheetColumn(TableColumn("name", minimum: 6, ideal: 10)),
        SheetColumn(TableColumn("number", minimum: 8, ideal: 8), isTyped: true, beginsAnew: true),
        SheetColumn(TableColumn("note", minimum: 8, ideal: 12), isTyped: true),
      ], cells: (0..<rows).map { ["", "\($0)/10", "note \($0)"] })
  }

  private func typing(_ text: String, into sheet: Sheet) -> Sheet {
    var sheet = sheet
    for character in text { _ = sheet.handle(.character(character)) }
    return sheet
  }

  @Test("typing takes the place of a number just reached, Backspace goes into it")
  func anew() {
    let typed = typing("7/9", into: sheet())
    #expect(typed[SheetPlace(row: 0, column: 1)] == "7/9")
    var edited = sheet()
    _ = edited.handle(.backspace)
    _ = edited.handle(.character("1"))
    #expect(edited[SheetPlace(row: 0, column: 1)] == "0/11")
  }

  @Test("a note is gone on with, not begun anew")
  func note() {
    var edited = sheet()
    _ = edited.handle(.tab)
    edited = typing("!", into: edited)
    #expect(edited[SheetPlace(row: 0, column: 2)] == "note 0!")
  }

  @Test("Tab walks over every cell that can be typed into and comes round; S-Tab goes back")
  func walk() {
    var walked = sheet()
    var places = [walked.cursor]
    for _ in 0..<5 {
      _ = walked.handle(.tab)
      places.append(walked.cursor)
    }
    #expect(Set(places).count == 6)
    #expect(!places.contains { $0.column == 0 })
    _ = walked.handle(.tab)
    #expect(walked.cursor == places[0])
    _ = walked.handle(.backTab)
    #expect(walked.cursor == places[5])
  }

  @Test("arrows stay inside, and go through the letters of a cell that is being typed")
  func arrows() {
    var moved = sheet()
    _ = moved.handle(.up)
    _ = moved.handle(.left)
    #expect(moved.cursor == SheetPlace(row: 0, column: 1))
    moved = typing("12", into: moved)
    _ = moved.handle(.left)
    moved = typing("/", into: moved)
    #expect(moved[SheetPlace(row: 0, column: 1)] == "1/2")
    for _ in 0..<9 { _ = moved.handle(.down) }
    #expect(moved.cursor == SheetPlace(row: 2, column: 1))
  }

  @Test("words about a wrong cell stand beside it, until the cursor goes where they stand")
  func errors() {
    var wrong = sheet()
    wrong.errors[SheetPlace(row: 0, column: 1)] = "too many"
    func text(_ sheet: Sheet) -> String {
      var grid = Grid(Size(columns: 40, rows: 4))
      sheet.draw(
        into: &grid, rect: grid.bounds, focused: true, reading: { _ in "row" },
        role: { _ in .formField })
      return grid.text
    }
    #expect(text(wrong).contains("! too many"))
    #expect(!text(wrong).contains("note 0"))
    _ = wrong.handle(.tab)
    #expect(text(wrong).contains("note 0"))
  }

  @Test("a spreadsheet's lines are cells between tabs, without signs that steer a terminal")
  func block() {
    let block = SheetBlock("1\t two \r\n\u{1B}[2J3\t\u{202E}four\n", rows: 10)
    #expect(block.rows == [["1", "two"], ["[2J3", "four"]])
    #expect(block.lineCount == 2)
    #expect(SheetBlock("just one", rows: 9).isOneCell)
    #expect(!SheetBlock("a\tb", rows: 9).isOneCell)
  }

  @Test("ten thousand lines are counted, and only those with a row are read")
  func hugeBlock() {
    let block = SheetBlock(String(repeating: "1\n", count: 10_000), rows: 3)
    #expect(block.lineCount == 10_000)
    #expect(block.rows.count == 3)
  }

  @Test("any keys at any size leave a sheet that can be drawn, with its cursor on a cell")
  func anyKeys() {
    var generator = SeededGenerator(seed: 11)
    let keys: [Key] = [
      .up, .down, .left, .right, .tab, .backTab, .enter, .pageUp, .pageDown, .home, .end,
      .backspace, .delete, .character("3"), .character("é"), .control("u"), .control("w"),
    ]
    for rows in [0, 1, 7] {
      var tried = sheet(rows: rows)
      for _ in 0..<300 {
        _ = tried.handle(keys.randomElement(using: &generator) ?? .up)
        let size = Size(
          columns: Int.random(in: 0...60, using: &generator),
          rows: Int.random(in: 0...9, using: &generator))
        var grid = Grid(size)
        tried.draw(
          into: &grid, rect: grid.bounds, focused: true, reading: { _ in "name" },
          role: { _ in .formField })
        #expect(rows == 0 || (0..<rows).contains(tried.cursor.row))
        #expect([1, 2].contains(tried.cursor.column))
      }
    }
  }
}
