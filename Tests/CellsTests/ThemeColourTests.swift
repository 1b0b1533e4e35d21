import Cells
import Testing

@Suite("Colours by what a terminal can show")
struct ThemeColourTests {
  private let blue = ThemeColour(rgb: RGB(red: 130, green: 170, blue: 255))

  @Test("a colour said only as RGB is brought to each depth, and to none")
  func depths() {
    #expect(blue.resolved(for: .trueColour) == .rgb(RGB(red: 130, green: 170, blue: 255)))
    #expect(blue.resolved(for: .palette) == .index(111))
    #expect(blue.resolved(for: .none) == nil)
    for depth in [ColourDepth.eight, .sixteen] {
      guard case .index(let index) = blue.resolved(for: depth) else {
        Issue.record("no index at \(depth)")
        continue
      }
      #expect(Int(index) < depth.rawValue)
    }
  }

  @Test("what a theme says for a depth is taken")
  func said() {
    let colour = ThemeColour(rgb: RGB(red: 1, green: 2, blue: 3), x256: 74, ansi: 12)
    #expect(colour.resolved(for: .palette) == .index(74))
    #expect(colour.resolved(for: .sixteen) == .index(12))
    #expect(colour.resolved(for: .eight) == .index(4))
  }
}
