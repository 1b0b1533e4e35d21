import Cells
import TestSupport
import Testing
import Workbench

/// What a golden screen shows: a section, at a size, in one kind of signs.
struct ScreenCase: CustomTestStringConvertible, Sendable {
  var section: SectionID
  var size: Size
  var glyphs: Glyphs

  var name: String { "\(section.rawValue)-\(size.columns)x\(size.rows)-\(glyphs.rawValue)" }
  var testDescription: String { name }

  static let all = SectionID.allCases.flatMap { section in
    [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)]
      .flatMap { size in
        Glyphs.allCases.map { ScreenCase(section: section, size: size, glyphs: $0) }
      }
  }
}

@Suite("Screens of the sections") struct SectionScreenTests {
  @Test("each section looks as recorded, in characters and in roles", arguments: ScreenCase.all)
  func screen(_ screen: ScreenCase) throws {
    let collaboration = try DemoStore.shared.get().enter(as: "priya")
    let session = ScriptedSession(
      collaboration, columns: screen.size.columns, rows: screen.size.rows, glyphs: screen.glyphs,
      section: screen.section)
    let grid = session.frame.grid
    expectGolden("\(grid.text)\n\n\(grid.roles)", named: screen.name)
    if screen.glyphs == .ascii {
      #expect(grid.text.unicodeScalars.allSatisfy(\.isASCII) || hasOnlyForeignLetters(grid.text))
    }
  }

  /// Names may have letters beyond ASCII; the workbench's own signs may not.
  private func hasOnlyForeignLetters(_ text: String) -> Bool {
    text.unicodeScalars.filter { !$0.isASCII }.allSatisfy(\.properties.isAlphabetic)
  }

  @Test("a chart looks as recorded", arguments: Glyphs.allCases)
  func chart(_ glyphs: Glyphs) throws {
    let collaboration = try DemoStore.shared.get().enter(as: "marta")
    for (columns, rows) in [(120, 40), (80, 24)] {
      var session = ScriptedSession(
        collaboration, columns: columns, rows: rows, glyphs: glyphs, section: .measures)
      session.type("<Enter><Left><Left>")
      expectGolden(session.screen, named: "chart-\(columns)x\(rows)-\(glyphs.rawValue)")
    }
  }

  @Test("the screen in the README is the one that the program shows")
  func readme() throws {
    var session = ScriptedSession(
      try DemoStore.shared.get().enter(as: "marta"), columns: 110, rows: 34, section: .measures)
    session.type("<Enter>")
    try expectGenerated("```\n\(session.screen)\n```", named: "screen", in: "README.md")
  }

  @Test("the form of a new cycle, the palette and the keys look as recorded")
  func overlays() throws {
    let collaboration = try DemoStore.shared.get().enter(as: "marta")
    for (keys, name) in [("a", "form"), ("<^p>", "palette"), ("?", "help"), ("v", "board")] {
      var session = ScriptedSession(collaboration, columns: 80, rows: 24, section: .cycles)
      session.type(keys)
      expectGolden(session.screen, named: "\(name)-80x24-unicode")
    }
  }

  @Test("a window that is too small gets a sentence that says how large it must be")
  func tooSmall() throws {
    let collaboration = try DemoStore.shared.get().enter(as: "priya")
    let session = ScriptedSession(collaboration, columns: 20, rows: 5)
    let words = session.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("huddle needs 40×12"))
  }
}
