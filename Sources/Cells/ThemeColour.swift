/// How many colours a terminal shows.
public enum ColourDepth: Int, CaseIterable, Comparable, Hashable, Sendable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case palette = 256
  case trueColour = 16_777_216

  public static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A colour by its red, green and blue parts, 0 to 255 each.
public struct RGB: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}

/// One colour of a theme, said for every kind of terminal; what isn't said is derived.
public struct ThemeColour: Hashable, Sendable {
  public var rgb: RGB?
  /// An index into xterm's 256 colours.
  public var x256: UInt8?
  /// One of the sixteen colours that a person may have chosen for their terminal.
  public var ansi: UInt8?

  public init(rgb: RGB? = nil, x256: UInt8? = nil, ansi: UInt8? = nil) {
    self.rgb = rgb
    self.x256 = x256
    self.ansi = ansi
  }

  /// What to ask a terminal for.
  public enum Resolved: Hashable, Sendable {
    case rgb(RGB)
    case index(UInt8)
  }

  /// The closest that a terminal of this depth can show; nil for its own colour.
  public func resolved(for depth: ColourDepth) -> Resolved? {
    switch depth {
    case .none: nil
    case .eight: sixteen.map { .index($0 & 7) }
    case .sixteen: sixteen.map { .index($0) }
    case .palette: (x256 ?? rgb?.nearest(in: 16..<256) ?? ansi).map { .index($0) }
    case .trueColour: rgb.map { .rgb($0) } ?? (x256 ?? ansi).map { .index($0) }
    }
  }

  private var sixteen: UInt8? {
    ansi ?? (rgb ?? x256.map(RGB.init(x256:)))?.nearest(in: 0..<16)
  }
}

extension RGB {
  /// The colour that xterm shows at an index: 16 named ones, a cube of 6×6×6 and 24 greys.
  public init(x256 index: UInt8) {
    switch index {
    case 0..<16:
      let value = Self.named[Int(index)]
      self.init(
        red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    case 16..<232:
      let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
      let cube = Int(index) - 16
      self.init(
        red: levels[cube / 36], green: levels[cube / 6 % 6], blue: levels[cube % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      self.init(red: grey, green: grey, blue: grey)
    }
  }

  /// The sixteen colours as xterm has them where nobody chose others.
  private static let named: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  /// The index of the closest of xterm's colours, by the sum of squared differences.
  func nearest(in indices: Range<Int>) -> UInt8? {
    indices.map(UInt8.init).min { distance(to: RGB(x256: $0)) < distance(to: RGB(x256: $1)) }
  }

  private func distance(to other: RGB) -> Int {
    let red = Int(red) - Int(other.red)
    let green = Int(green) - Int(other.green)
    let blue = Int(blue) - Int(other.blue)
    return red * red + green * green + blue * blue
  }
}
