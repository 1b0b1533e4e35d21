import Cells
import Collaborative
import Improvement
import TestSupport
import Testing
import Workbench

@Suite("Entering one period's numbers in a grid") struct EnteringNumbersTests {
  private func session(
    _ store: DemoStore, as login: String = "marta", columns: Int = 80, rows: Int = 24,
    glyphs: Glyphs = .unicode
  ) throws -> ScriptedSession {
    ScriptedSession(
      try store.enter(as: login), columns: columns, rows: rows, glyphs: glyphs, section: .measures)
  }

  private func state(_ session: ScriptedSession) -> EntryState? {
    if case .entry(let state) = session.model.overlay { state } else { nil }
  }

  @Test("the grid looks as recorded", arguments: Glyphs.allCases)
  func screens(_ glyphs: Glyphs) throws {
    for (columns, rows) in [(120, 40), (80, 24), (40, 12)] {
      var session = try session(
        DemoStore.shared.get(), columns: columns, rows: rows, glyphs: glyphs)
      session.type("T218/118<Down>3/90<Tab>counted twice[")
      session.type("<Up>")
      expectGolden(session.screen, named: "numbers-\(columns)x\(rows)-\(glyphs.rawValue)")
    }
  }

  @Test("several numbers and a note are saved as one step, which u takes back as one")
  func save() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("T")
    let table = try #require(state(session)?.table)
    let counted = table.rows.filter(\.measure.dataKind.hasDenominator)
    #expect(counted.count >= 2)
    for (index, row) in table.rows.enumerated() {
      session.type(row.measure.dataKind.hasDenominator ? "1/50" : "4")
      if index == 0 { session.type("<Tab>a new form<S-Tab>") }
      session.type("<Down>")
    }
    session.type("<^s>")
    #expect(session.screen.contains("entered \(table.rows.count) numbers for Oct 2026"))
    let again = try store.enter(as: "marta")
    let period = try #require(Period("2026-10"))
    func number(_ row: EntryRow) throws -> SeriesPoint? {
      Series(try again.document(row.seriesID).tree).points.first { $0.period == period }
    }
    #expect(try number(table.rows[0])?.note == "a new form")
    for row in counted { #expect(try number(row)?.denominator == 50) }
    session.type("u")
    #expect(session.screen.contains("undone: entered \(table.rows.count) numbers"))
    let undone = try store.enter(as: "marta")
    let first = Series(try undone.document(table.rows[0].seriesID).tree)
    #expect(first.points.first { $0.period == period }?.note != "a new form")
  }

  @Test("one wrong cell keeps all from being saved, and says why beside it")
  func wrong() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("T")
    let rows = try #require(state(session)?.table?.rows)
    let index = try #require(rows.firstIndex { $0.measure.dataKind == .proportion })
    for _ in 0..<index { session.type("<Down>") }
    session.type("218/118<Down>")
    #expect(session.screen.contains("! "))
    session.type("<Up><^s>")
    #expect(session.screen.contains("Nothing was saved: see the marked cells."))
    #expect(session.screen.contains("218/118"))
    session.type("<^u>2/118<^s>")
    #expect(session.screen.contains("entered one number"))
  }

  @Test("what is typed for another period stays and is saved with the rest")
  func periods() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("T")
    let first = try #require(state(session)?.table?.rows.first)
    let value = first.measure.dataKind.hasDenominator ? "1/99" : "9"
    session.type("\(value)[\(value)")
    #expect(session.screen.contains("2 typed, not saved yet, 1 of them for other periods"))
    session.type("]]]")
    #expect(session.screen.contains("what comes after has not begun"))
    session.type("<^s>")
    #expect(session.screen.contains("entered 2 numbers for Sep 2026 and Oct 2026"))
  }

  @Test("a grid that is left keeps what was typed as a draft, also when the line drops")
  func draft() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("T77<Esc>")
    #expect(session.screen.contains("kept as a draft"))
    var later = try self.session(store)
    later.type("T")
    #expect(later.screen.contains("your draft is back"))
    #expect(later.screen.contains("77"))
    later.type("<Tab>and a note")
    later.send(.input(.hangup))
    var last = try self.session(store)
    last.type("T")
    #expect(last.screen.contains("and a note"))
    last.type("<^x>T")
    #expect(!last.screen.contains("and a note"))
  }

  @Test("two people who enter the same number: the second is told, and decides")
  func twoPeople() throws {
    let store = try DemoStore()
    var session = try session(store)
    session.type("T")
    let row = try #require(state(session)?.table?.rows.first { $0.measure.dataKind.hasDenominator })
    let index = try #require(state(session)?.table?.rows.firstIndex { $0.seriesID == row.seriesID })
    for _ in 0..<index { session.type("<Down>") }
    session.type("5/50")
    let other = try store.enter(as: "ingrid")
    _ = try other.log(
      ObservationEntry(
        measure: row.measure.id, site: row.siteID, period: "2026-10", text: "6/60"))
    session.type("<^s>")
    #expect(session.screen.contains("entered 6/60 meanwhile"))
    #expect(session.screen.contains("5/50"))
    session.type("<^s>")
    #expect(session.screen.contains("entered one number"))
    let again = try store.enter(as: "marta")
    let point = Series(try again.document(row.seriesID).tree).points
      .first { $0.period == Period("2026-10") }
    #expect(point?.denominator == 50)
  }

  @Test("a column from a spreadsheet fills down, counts side by side become one number")
  func paste() throws {
    var session = try session(DemoStore.shared.get())
    session.type("T")
    let rows = try #require(state(session)?.table?.rows)
    let lines = rows.map { $0.measure.dataKind.hasDenominator ? "3\t77\tpasted" : "8\tpasted" }
    session.send(.input(.paste(lines.joined(separator: "\r\n") + "\r\n")))
    #expect(session.screen.contains("pasted \(2 * rows.count) cells"))
    let sheet = try #require(state(session)?.sheet)
    for (index, row) in rows.enumerated() {
      #expect(
        sheet[.init(row: index, column: 2)]
          == (row.measure.dataKind.hasDenominator ? "3/77" : "8"))
      #expect(sheet[.init(row: index, column: 3)] == "pasted")
    }
  }

  @Test("ten thousand pasted cells and signs that steer a terminal do no harm")
  func hostilePaste() throws {
    var session = try session(DemoStore.shared.get())
    session.type("T")
    let rows = try #require(state(session)?.table?.rows.count)
    let line = "\u{1B}]0;title\u{07}4\u{202E}\n"
    session.send(.input(.paste(String(repeating: line, count: 10_000))))
    #expect(session.screen.contains("there is no row for the other \(10_000 - rows) lines"))
    let entries = try #require(state(session)?.entries.values.map(\.text))
    #expect(!entries.contains { $0.unicodeScalars.contains { $0.value < 0x20 } })
    #expect(!entries.contains { $0.unicodeScalars.contains("\u{202E}") })
    session.type("<^s>")
    #expect(session.screen.contains("Nothing was saved"))
  }

  @Test("a measure that a project wants and nobody has numbers for is in the grid")
  func withoutData() throws {
    let store = try DemoStore()
    let site = try #require(try store.enter(as: "marta").principal.siteIDs.first)
    let steward = try store.enter(as: "ingrid")
    let measure = try steward.add(
      .measure,
      assignments: [
        Assignment("name", "Late antibiotics"), Assignment("kind", "process"),
        Assignment("dataKind", "count"),
      ])
    let project = try #require(
      try steward.documents(.project).map { Project($0.tree) }
        .first { $0.status == .active && $0.siteIds.contains(site) })
    _ = try steward.set(project.id, assignments: [Assignment("measures", measure.id, .append)])
    var session = try session(store)
    session.type("T")
    #expect(session.screen.contains("Late antibiotics"))
    let index = try #require(
      state(session)?.table?.rows.firstIndex { $0.measure.id == measure.id })
    session.type("<PgUp><PgUp>")
    for _ in 0..<index { session.type("<Down>") }
    session.type("4<^s>")
    #expect(session.screen.contains("entered one number"))
    let tiles = try store.enter(as: "marta").tiles(words: "Late antibiotics")
    #expect(tiles.first?.chart.points.count == 1)
  }

  @Test("o and T on a measure without numbers enter its first one; Enter opens how it is defined")
  func firstNumber() throws {
    let store = try DemoStore()
    let steward = try store.enter(as: "ingrid")
    for name in ["Late antibiotics", "Theatre delays"] {
      _ = try steward.add(
        .measure,
        assignments: [
          Assignment("name", name), Assignment("kind", "process"), Assignment("dataKind", "count"),
        ])
    }
    var session = try session(store)
    session.type("/late antibiotics<Enter>")
    #expect(session.screen.contains("no data"))
    session.type("<Enter>")
    #expect(session.screen.contains("Nobody has defined it yet"))
    session.type("<Esc>o4<^s>")
    #expect(session.screen.contains("logged 4"))
    #expect(try store.enter(as: "marta").tiles(words: "Late antibiotics").count == 1)
    session.type("<Esc>/theatre delays<Enter>T")
    let index = try #require(
      state(session)?.table?.rows.firstIndex { $0.name == "Theatre delays" })
    #expect(state(session)?.sheet?.cursor.row == index)
    session.type("7<^s>")
    #expect(try store.enter(as: "marta").tiles(words: "Theatre delays").count == 1)
  }

  @Test("a number for a period that has not begun is refused in words")
  func future() throws {
    let store = try DemoStore()
    let marta = try store.enter(as: "marta")
    let table = try marta.entryTable()
    let row = try #require(table.rows.first)
    let period = Period(.month, containing: table.today).advanced(by: 2)
    let entry = NumberEntry(
      seriesID: row.seriesID, siteID: row.siteID, measureID: row.measure.id, period: period,
      text: "1")
    do throws(CollaborationError) {
      _ = try marta.enter([entry])
      Issue.record("entered")
    } catch {
      #expect(error.words.contains("Jan 2027 has not begun"))
    }
  }

  @Test("who may not enter numbers is told why")
  func participant() throws {
    var session = try session(DemoStore.shared.get(), as: "kofi.fitzroy")
    session.type("T")
    #expect(session.model.overlay == nil)
    #expect(session.screen.contains("may read"))
  }
}
