import Cells
import Glibc
import Testing

@Suite("Width of text")
struct WidthTests {
  @Test("every scalar that can be shown has the width that the C library gives it")
  func agreesWithLibc() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    // Glibc's overlay leaves the function out, though the library has it.
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (CInt) -> CInt).self)
    var different: [String] = []
    var compared = 0
    for value in UInt32(0x20)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = Int(wcwidth(CInt(value)))
      let clusters = DisplayCluster.all(in: "e\(scalar)x")
      // What is dropped or shown by a sign in its place never reaches the terminal as itself.
      guard expected >= 0,
        let cluster = clusters.first(where: { $0.text.unicodeScalars.contains(scalar) })
      else { continue }
      compared += 1
      // A mark shares its cell with the character it stands on.
      let own = cluster.columns - (cluster.text.unicodeScalars.first == scalar ? 0 : 1)
      if own != expected { different.append(String(value, radix: 16)) }
    }
    #expect(compared > 100_000)
    // Another version of the library may know a few scalars more.
    #expect(different.count < 100, "\(different.prefix(20))")
  }

  @Test(
    "a text takes the columns of its clusters",
    arguments: [
      ("", 0), ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇬🇧", 2), ("❤️", 1),
      ("क्ष", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("a\u{200B}b", 2), ("\r\n", 1),
    ])
  func columns(text: String, expected: Int) {
    #expect(TextWidth.of(text) == expected)
  }

  @Test("a text is cut to any width and never exceeds it", arguments: Glyphs.allCases)
  func clampedFits(glyphs: Glyphs) {
    let text = "Wound 感染 infections — 👩‍👩‍👧 \u{1B}[31m café"
    for width in 0...60 {
      let cut = TextWidth.clamped(text, to: width, glyphs: glyphs)
      #expect(TextWidth.of(cut, glyphs: glyphs) <= width)
      let padded = TextWidth.padded(text, to: width, alignment: .right, glyphs: glyphs)
      #expect(TextWidth.of(padded, glyphs: glyphs) == width)
    }
  }
}
