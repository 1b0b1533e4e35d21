import CNcurses
import Cells

/// A style in the numbers that ncurses takes.
struct Look: Hashable {
  var attributes: Int32
  var foreground: Int32
  var background: Int32

  /// Colours that the terminal can't show become its own; direct colour has numbers of its own.
  init(_ style: Style, depth: ColourDepth) {
    var attributes = 0
    if style.bold { attributes |= CURSES_BOLD }
    if style.dim { attributes |= CURSES_DIM }
    if style.italic { attributes |= CURSES_ITALIC }
    if style.underline { attributes |= CURSES_UNDERLINE }
    if style.reverse { attributes |= CURSES_REVERSE }
    self.attributes = Int32(attributes)
    foreground = Self.number(style.foreground, depth: depth)
    background = Self.number(style.background, depth: depth)
  }

  var underlined: Look {
    var look = self
    look.attributes |= Int32(CURSES_UNDERLINE)
    return look
  }

  private static func number(_ colour: ThemeColour?, depth: ColourDepth) -> Int32 {
    switch colour?.resolved(for: depth) {
    case nil: return -1
    case .rgb(let rgb): return direct(rgb)
    case .index(let index):
      // With direct colour only the first eight numbers still mean the terminal's palette.
      if depth == .trueColour && index > 7 { return direct(RGB(x256: index)) }
      return Int32(index)
    }
  }

  private static func direct(_ rgb: RGB) -> Int32 {
    let number = Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue)
    return max(8, number)
  }
}
