import Cells
import Testing

@testable import CursesTerminal

@Suite("What the environment says")
struct EnvironmentTests {
  private func environment(_ values: [String: String]) -> Environment {
    Environment { values[$0] }
  }

  @Test(
    "a locale that says its encoding is believed, and UTF-8 is taken where none is said",
    arguments: [
      ([:], true), (["LANG": "en_GB.UTF-8"], true), (["LANG": "de_DE.utf8"], true),
      (["LANG": "C"], false), (["LANG": "en_GB.UTF-8", "LC_ALL": "C"], false),
      (["LANG": "C", "LC_CTYPE": "C.UTF-8"], true), (["LANG": "en_GB.ISO-8859-1"], false),
      (["LANG": ""], true),
    ])
  func encoding(values: [String: String], isUnicode: Bool) {
    #expect(environment(values).isUnicode == isUnicode)
  }

  @Test("NO_COLOR with any text asks for no colours")
  func noColour() {
    #expect(environment([:]).allowsColour)
    #expect(environment(["NO_COLOR": ""]).allowsColour)
    #expect(!environment(["NO_COLOR": "0"]).allowsColour)
  }

  @Test("Escape is waited for longer over SSH")
  func escapeDelay() {
    #expect(environment([:]).escapeDelay == 25)
    #expect(environment(["SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"]).escapeDelay == 100)
  }

  @Test(
    "colours are counted as terminfo tells",
    arguments: [
      (-1, ColourDepth.none), (0, .none), (8, .eight), (16, .sixteen), (88, .sixteen),
      (256, .palette), (32_767, .palette),
    ])
  func depth(colours: Int, depth: ColourDepth) {
    #expect(CursesTerminal.depth(colours: colours, isDirect: false) == depth)
  }

  @Test("direct colour is used only where its numbers are red, green and blue")
  func direct() {
    #expect(CursesTerminal.depth(colours: 16_777_216, isDirect: true) == .trueColour)
    #expect(CursesTerminal.depth(colours: 16_777_216, isDirect: false) == .palette)
  }

  @Test("every error says what to do now")
  func words() {
    let errors: [TerminalError] = [
      .noTerminal, .dumb("dumb"), .unknownType("x"), .noDescriptors,
    ]
    for error in errors { #expect(error.description.split(separator: ". ").count >= 2) }
  }
}
