import CNcurses
import Cells
import Testing

@testable import CursesTerminal

@Suite("Looks in numbers")
struct LookTests {
  private let style = Style(
    foreground: ThemeColour(rgb: RGB(red: 0x12, green: 0x34, blue: 0x56), x256: 23, ansi: 12),
    background: ThemeColour(rgb: RGB(red: 0, green: 0, blue: 1)), bold: true, reverse: true)

  @Test("a style becomes numbers that the terminal has", arguments: ColourDepth.allCases)
  func depths(depth: ColourDepth) {
    let look = Look(style, depth: depth)
    #expect(look.attributes == Int32(CURSES_BOLD | CURSES_REVERSE))
    for number in [look.foreground, look.background] {
      #expect(number >= -1 && Int(number) < max(1, depth.rawValue))
      #expect((number == -1) == (depth == .none))
    }
  }

  @Test("direct colour never falls upon the numbers of the terminal's own eight")
  func direct() {
    let look = Look(style, depth: .trueColour)
    #expect(look.foreground == 0x123456)
    #expect(look.background >= 8)
    let bright = Style(foreground: ThemeColour(ansi: 12))
    #expect(Look(bright, depth: .trueColour).foreground > 15)
    let plain = Style(foreground: ThemeColour(ansi: 4))
    #expect(Look(plain, depth: .trueColour).foreground == 4)
  }

  @Test("an underlined cell keeps the rest of its role's look")
  func underlined() {
    let look = Look(style, depth: .palette).underlined
    #expect(look.attributes == Int32(CURSES_BOLD | CURSES_REVERSE | CURSES_UNDERLINE))
  }

  @Test(
    "a clipboard's text is encoded as RFC 4648 shows",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("é", "w6k="),
    ])
  func base64(text: String, expected: String) {
    #expect(Base64.encoded(text.utf8) == expected)
  }
}
