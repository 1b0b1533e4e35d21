import Cells
import Glibc
import Testing
import Themes

@Suite("Themes")
struct ThemesTests {
  /// Roles that draw lines or frames and carry no words.
  private let lines: Set<Role> = [.border, .chartConnector, .popupBorder]

  @Test("every shipped theme can be read and differs from the others")
  func shipped() throws {
    let themes = try Themes.shipped.map { try Themes.load($0) }
    #expect(themes.map(\.name) == Themes.shipped)
    #expect(Set(themes.map(\.styles)).count == themes.count)
  }

  @Test("the default theme names every role that there is")
  func complete() throws {
    let text = try #require(Themes.shippedText("default"))
    for role in Role.allCases { #expect(text.contains("\"\(role.rawValue)\": {"), "\(role)") }
  }

  @Test("the default theme asks for nothing but the terminal's own sixteen colours")
  func sixteen() throws {
    let styles = try Themes.load("default").styles
    for role in Role.allCases {
      for colour in [styles[role].foreground, styles[role].background] {
        #expect(colour?.rgb == nil && colour?.x256 == nil && (colour?.ansi ?? 0) < 16)
      }
    }
  }

  @Test("mono has no colours and still shows selection, concern and focus")
  func mono() throws {
    let styles = try Themes.load("mono").styles
    for role in Role.allCases {
      #expect(styles[role].foreground == nil && styles[role].background == nil, "\(role)")
    }
    for role in [Role.selection, .selectionInactive, .chartConcern, .error, .formFieldFocused] {
      #expect(styles[role] != .plain && styles[role] != styles[.text], "\(role)")
    }
    #expect(styles[.selection].reverse)
  }

  @Test(
    "text stands out from its background by 4.5 to 1, in full colour and in 256",
    arguments: ["dark", "light"])
  func contrast(name: String) throws {
    let styles = try Themes.load(name).styles
    for role in Role.allCases where !lines.contains(role) {
      let style = styles[role]
      let (front, back) =
        style.reverse
        ? (style.background, style.foreground) : (style.foreground, style.background)
      let foreground = try #require(front)
      let background = try #require(back)
      #expect(
        Contrast.ratio(try #require(foreground.rgb), try #require(background.rgb)) >= 4.5,
        "\(role)")
      let indexed = Contrast.ratio(
        RGB(x256: try #require(foreground.x256)), RGB(x256: try #require(background.x256)))
      #expect(indexed >= 4.5, "\(role) in 256 colours: \(indexed)")
      #expect(!style.dim, "\(role) would be paler than what was measured")
    }
  }

  @Test("with sixteen colours no role has the same colour before and behind")
  func sixteenColours() throws {
    for name in Themes.shipped {
      let styles = try Themes.load(name).styles
      for role in Role.allCases {
        for depth in [ColourDepth.eight, .sixteen] where styles[role].background != nil {
          let front = styles[role].foreground?.resolved(for: depth)
          #expect(
            front != styles[role].background?.resolved(for: depth), "\(name) \(role) \(depth)")
        }
      }
    }
  }
}

/// The ratio of two colours' luminance, from 1 to 21 (W3C, WCAG 2.1, “contrast ratio”).
enum Contrast {
  static func ratio(_ one: RGB, _ other: RGB) -> Double {
    let luminances = [luminance(one), luminance(other)].sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  private static func luminance(_ colour: RGB) -> Double {
    0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }

  private static func linear(_ part: UInt8) -> Double {
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
}
