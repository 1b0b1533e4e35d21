import Cells
import Testing

@Suite("Hostile text")
struct VisibleTextTests {
  private func shown(_ text: String, _ glyphs: Glyphs = .unicode) -> String {
    DisplayCluster.all(in: text, glyphs: glyphs).map(\.text).joined()
  }

  @Test("an escape sequence is seen and not obeyed")
  func escape() {
    #expect(shown("\u{1B}[2J") == "␛[2J")
    #expect(shown("\u{1B}[2J", .ascii) == "^[[2J")
  }

  @Test("C1 controls and direction overrides become a replacement mark")
  func overrides() {
    #expect(shown("a\u{9B}31m") == "a�31m")
    #expect(shown("a\u{202E}b\u{2066}c") == "a�b�c")
    #expect(shown("a\u{202E}b", .ascii) == "a?b")
  }

  @Test("a flood of combining marks stays in one cell and is owned up to")
  func flood() {
    let flood = "a" + String(repeating: "\u{301}", count: 500)
    let clusters = DisplayCluster.all(in: flood)
    #expect(clusters.map { $0.text.unicodeScalars.count } == [5, 1])
  }

  @Test("a mark without a character stands on a dotted circle")
  func lonelyMark() {
    #expect(shown("\u{301}") == "◌\u{301}")
  }

  @Test("no cluster holds more than one spacing scalar, four marks or any control")
  func clustersFitACell() {
    for value in UInt32(0)...0x33FF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for glyphs in Glyphs.allCases {
        for cluster in DisplayCluster.all(in: "\(scalar)\u{301}", glyphs: glyphs) {
          #expect(cluster.text.unicodeScalars.count <= 5)
          #expect(
            cluster.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
          if glyphs == .ascii { #expect(cluster.text.utf8.count == 1) }
        }
      }
    }
  }

  @Test(
    "a terminal without UTF-8 gets the nearest spelling",
    arguments: [
      ("Zoë Müller", "Zoe Muller"), ("n ≥ 12 – “ok”…", "n >= 12 - \"ok\"..."), ("日本", "??"),
      ("Łódź Åse Ñandú œuf", "Lodz Ase Nandu ouf"),
    ])
  func ascii(text: String, expected: String) {
    #expect(shown(text, .ascii) == expected)
  }
}
