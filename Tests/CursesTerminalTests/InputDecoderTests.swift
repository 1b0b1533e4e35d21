import CNcurses
import Cells
import TestSupport
import Testing

@testable import CursesTerminal

@Suite("Decoding input")
struct InputDecoderTests {
  private func decode(_ events: [RawEvent], at time: Int = 0) -> [Input] {
    var decoder = InputDecoder()
    return events.flatMap { decoder.decode($0, at: time) } + (decoder.rest().map { [$0] } ?? [])
  }

  private func scalars(_ text: String) -> [RawEvent] { text.utf8.map { .byte($0) } }

  @Test("letters, controls and named keys become keys")
  func keys() {
    #expect(decode(scalars("aé日")) == "aé日".map { .key(.character($0)) })
    #expect(
      decode(scalars("\u{13}\u{1A}\u{1F}\u{0}"))
        == ["s", "z", "_", " "].map { .key(.control($0)) })
    #expect(
      decode(scalars("\t\r\u{7F}\u{8}"))
        == [.key(.tab), .key(.enter), .key(.backspace), .key(.backspace)])
    #expect(
      decode([.named(Int(CURSES_BACK_TAB)), .named(Int(CURSES_F0) + 12), .named(Int(CURSES_UP))])
        == [.key(.backTab), .key(.function(12)), .key(.up)])
  }

  @Test("Escape alone is a key, an Alt chord or a strange sequence is nothing")
  func escape() {
    #expect(decode(scalars("\u{1B}")) == [.key(.escape)])
    #expect(decode(scalars("\u{1B}b")) == [])
    #expect(decode(scalars("\u{1B}[1;5Cx")) == [.key(.character("x"))])
    #expect(decode(scalars("\u{1B}[?62;c")) == [])
    #expect(decode(scalars("\u{1B}\u{1B}")) == [.key(.escape), .key(.escape)])
    #expect(
      decode(scalars("\u{1B}") + [.named(Int(CURSES_UP))]) == [.key(.escape), .key(.up)])
  }

  @Test("a paste is one text, without controls and with plain line feeds")
  func paste() {
    let begin = [RawEvent.named(Int(CURSES_PASTE_BEGIN))]
    let end = [RawEvent.named(Int(CURSES_PASTE_END))]
    #expect(
      decode(begin + scalars("q\rdd\u{1B}\u{3}\tx") + end + scalars("j"))
        == [.paste("q\ndd\tx"), .key(.character("j"))])
    #expect(decode(begin + end) == [])
  }

  @Test("a letter whose bytes come with a pause between them is whole, in a paste as well")
  func splitLetters() {
    var decoder = InputDecoder()
    #expect(decoder.decode(.byte(0xE2), at: 0) == [] && decoder.decode(.byte(0x82), at: 0) == [])
    #expect(decoder.rest() == nil && decoder.isAtRest)
    #expect(decoder.decode(.byte(0xAC), at: 900) == [.key(.character("€"))])
    _ = decoder.decode(.named(Int(CURSES_PASTE_BEGIN)), at: 0)
    for byte in "Wörter".utf8 {
      _ = decoder.decode(.byte(byte), at: 0)
      #expect(decoder.rest() == nil)
    }
    #expect(decoder.decode(.named(Int(CURSES_PASTE_END)), at: 0) == [.paste("Wörter")])
  }

  @Test("what is no UTF-8 leaves a sign in its place and takes no letter beside it")
  func invalidBytes() {
    func typed(_ bytes: UInt8...) -> [Input] { decode(bytes.map { .byte($0) }) }
    let sign = Input.key(.character("\u{FFFD}"))
    #expect(typed(0xF6, 0x6E) == [sign, .key(.character("n"))])
    #expect(typed(0xC3, 0x6E) == [sign, .key(.character("n"))])
    #expect(typed(0xC0, 0x80) == [sign, sign], "a longer form than needed")
    #expect(typed(0xED, 0xA0, 0x80) == [sign, sign, sign], "half a surrogate pair")
    #expect(
      decode([.byte(0xC3), .named(Int(CURSES_UP))]) == [sign, .key(.up)])
  }

  @Test("every letter is put together from its bytes, however they are cut")
  func everyLetter() {
    var assembler = ScalarAssembler()
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 7) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let found = String(scalar).utf8.flatMap { assembler.take($0) }
      #expect(found == [value])
    }
    var random = SystemRandomNumberGenerator()
    let bytes = (0..<20_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let found = bytes.flatMap { assembler.take($0) } + assembler.rest()
    #expect(found == String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value))
  }

  @Test("a spreadsheet's line ends are one each, whichever it writes")
  func lineEnds() {
    for end in ["\r\n", "\n", "\r"] {
      let events =
        [RawEvent.named(Int(CURSES_PASTE_BEGIN))] + scalars("1/118\(end)50/60\(end)\(end)7")
        + [.named(Int(CURSES_PASTE_END))]
      #expect(decode(events) == [.paste("1/118\n50/60\n\n7")])
    }
  }

  @Test("a paste that never ends can be ended, and never takes all memory")
  func endlessPaste() {
    var decoder = InputDecoder()
    _ = decoder.decode(.named(Int(CURSES_PASTE_BEGIN)), at: 0)
    for _ in 0..<(InputDecoder.pasteLimit + 10) { _ = decoder.decode(.byte(0x61), at: 0) }
    #expect(decoder.isPasting)
    guard case .paste(let text) = decoder.endPaste() else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == InputDecoder.pasteLimit)
    #expect(decoder.isAtRest)
  }

  @Test("two presses at one place soon after each other are a double press")
  func doublePress() {
    let place = Point(column: 3, row: 4)
    var decoder = InputDecoder()
    let times = [0, 300, 500, 2_000]
    let inputs = times.flatMap { decoder.decode(.mouse(1, place), at: $0) }
    #expect(
      inputs
        == [Mouse.Action.press, .doublePress, .press, .press].map { .mouse(Mouse($0, at: place)) })
    #expect(decoder.decode(.mouse(4, place), at: 0) == [.mouse(Mouse(.wheelUp, at: place))])
  }

  @Test("any events in any order leave the decoder at rest once a paste has ended")
  func anything() {
    var random = SeededGenerator(seed: 5)
    var decoder = InputDecoder()
    for _ in 0..<20_000 {
      let value = UInt32.random(in: 0...0x110000, using: &random)
      let events: [RawEvent] = [
        .byte(UInt8(value % 256)), .byte(UInt8(value % 128)), .named(Int(value % 200)), .other,
        .mouse(Int(value % 6), Point(column: -1, row: 0)),
      ]
      if let event = events.randomElement(using: &random) { _ = decoder.decode(event, at: 0) }
    }
    _ = decoder.endPaste()
    _ = decoder.rest()
    #expect(decoder.isAtRest)
  }
}
