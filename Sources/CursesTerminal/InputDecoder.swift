import CNcurses
import Cells

/// One thing that ncurses read.
enum RawEvent: Hashable, Sendable {
  /// A byte of UTF-8, which need not be a whole letter.
  case byte(UInt8)
  case named(Int)
  case mouse(Int, Point)
  case other
}

/// Makes keys, pastes and presses of what ncurses reads, event by event.
///
/// Pure, so that every sequence can be tested without a terminal.
struct InputDecoder: Hashable, Sendable {
  /// A longer paste is cut: a mistaken one must not take all memory.
  static let pasteLimit = 1 << 20
  /// Presses at one place within this many milliseconds are a double press.
  static let doublePressTime = 400

  private enum State: Hashable, Sendable {
    case plain
    /// Escape was read; alone it is a key, else it begins a sequence or an Alt chord.
    case escape
    /// Inside a sequence that terminfo does not know, which is swallowed up to its end.
    case unknownSequence
  }

  private var state = State.plain
  private var letters = ScalarAssembler()
  private var paste: String?
  private var pasteCount = 0
  /// Whether a paste's last letter was a carriage return, so that a line feed says no more than it.
  private var endsInReturn = false
  private var pressPoint: Point?
  private var pressTime = 0
  /// Whether anything was decoded since this was last cleared, even if it had no meaning.
  var sawSomething = false

  var isPasting: Bool { paste != nil }
  var isAtRest: Bool { state == .plain && paste == nil }

  mutating func decode(_ event: RawEvent, at time: Int) -> [Input] {
    sawSomething = true
    if case .byte(let byte) = event {
      return letters.take(byte).flatMap { decode(scalar: $0) }
    }
    return letters.rest().flatMap { decode(scalar: $0) } + decode(whole: event, at: time)
  }

  private mutating func decode(whole event: RawEvent, at time: Int) -> [Input] {
    if paste != nil { return decodePasted(event) }
    switch event {
    case .byte: return []
    case .named(let name):
      let before = rest().map { [$0] } ?? []
      if name == CURSES_PASTE_BEGIN {
        paste = ""
        pasteCount = 0
        endsInReturn = false
        return before
      }
      return before + (Self.key(named: name).map { [.key($0)] } ?? [])
    case .mouse(let button, let point):
      let before = rest().map { [$0] } ?? []
      return before + decode(button: button, at: point, time: time)
    case .other:
      return rest().map { [$0] } ?? []
    }
  }

  /// What stands when nothing more has come: Escape alone is a key.
  mutating func rest() -> Input? {
    defer { state = .plain }
    return state == .escape ? .key(.escape) : nil
  }

  /// Ends a paste whose end never came.
  mutating func endPaste() -> Input? {
    guard let text = paste else { return nil }
    paste = nil
    return text.isEmpty ? nil : .paste(text)
  }

  private mutating func decode(scalar value: UInt32) -> [Input] {
    if paste != nil {
      append(value)
      return []
    }
    switch state {
    case .plain:
      if value == 0x1B {
        state = .escape
        return []
      }
      return Self.key(scalar: value).map { [.key($0)] } ?? []
    case .escape:
      if value == 0x1B { return [.key(.escape)] }
      // What follows at once is one chord or sequence; without a meaning here it does nothing.
      state = value == 0x5B || value == 0x4F ? .unknownSequence : .plain
      return []
    case .unknownSequence:
      if (0x40...0x7E).contains(value) { state = .plain }
      return []
    }
  }

  private mutating func decodePasted(_ event: RawEvent) -> [Input] {
    switch event {
    case .named(CURSES_PASTE_END):
      return endPaste().map { [$0] } ?? []
    case .named(CURSES_ENTER): append(0x0A)
    case .byte, .named, .mouse, .other: break
    }
    return []
  }

  /// Controls other than tab and line feed are no text; a carriage return with its line feed is one
  /// end of a line.
  private mutating func append(_ value: UInt32) {
    let isSecondHalf = endsInReturn && value == 0x0A
    endsInReturn = value == 0x0D
    if isSecondHalf { return }
    let value = value == 0x0D ? 0x0A : value
    guard value >= 0x20 || value == 0x09 || value == 0x0A, value != 0x7F,
      !(0x80..<0xA0).contains(value), pasteCount < Self.pasteLimit,
      let scalar = Unicode.Scalar(value)
    else { return }
    pasteCount += 1
    paste?.unicodeScalars.append(scalar)
  }

  private mutating func decode(button: Int, at point: Point, time: Int) -> [Input] {
    switch button {
    case 4: return [.mouse(Mouse(.wheelUp, at: point))]
    case 5: return [.mouse(Mouse(.wheelDown, at: point))]
    default:
      if pressPoint == point, time - pressTime <= Self.doublePressTime {
        pressPoint = nil
        return [.mouse(Mouse(.doublePress, at: point))]
      }
      pressPoint = point
      pressTime = time
      return [.mouse(Mouse(.press, at: point))]
    }
  }

  private static func key(scalar value: UInt32) -> Key? {
    switch value {
    case 0x00: return .control(" ")
    case 0x08, 0x7F: return .backspace
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x01...0x1A, 0x1C...0x1F:
      let letter = value <= 0x1A ? value + 0x60 : value + 0x40
      return Unicode.Scalar(letter).map { .control(Character($0)) }
    case 0x80..<0xA0: return nil
    default: return Unicode.Scalar(value).map { .character(Character($0)) }
    }
  }

  private static func key(named name: Int) -> Key? {
    switch name {
    case CURSES_UP: .up
    case CURSES_DOWN: .down
    case CURSES_LEFT: .left
    case CURSES_RIGHT: .right
    case CURSES_HOME: .home
    case CURSES_END: .end
    case CURSES_PAGE_UP: .pageUp
    case CURSES_PAGE_DOWN: .pageDown
    case CURSES_INSERT: .insert
    case CURSES_DELETE: .delete
    case CURSES_BACKSPACE: .backspace
    case CURSES_ENTER: .enter
    case CURSES_BACK_TAB: .backTab
    case CURSES_F0...(CURSES_F0 + 63): .function(name - CURSES_F0)
    default: nil
    }
  }
}
