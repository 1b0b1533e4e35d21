/// How each scalar of a text is shown, so that none can command the terminal or hide.
enum VisibleText {
  enum Treatment {
    case spacing(Int)
    case mark
    case space
    /// Shown by a sign in its place, which is spelt differently where there is only ASCII.
    case picture(unicode: String, ascii: String)
    case dropped
  }

  static func treatment(of scalar: Unicode.Scalar) -> Treatment {
    switch scalar.value {
    case 0x09, 0x0A, 0x2028, 0x2029: return .space
    // Only CR LF comes with a second scalar; alone, CR is a control like any other.
    case 0x0D: return .space
    case 0..<0x20, 0x7F: return control(scalar.value)
    case 0xAD, 0x200B...0x200F, 0x061C, 0x2060...0x2064, 0xFEFF: return .dropped
    case 0xFE00...0xFE0F, 0xE0000...0xE01EF: return .dropped
    case 0x202A...0x202E, 0x2066...0x206F: return unprintable
    default: break
    }
    switch scalar.displayWidth {
    case 0: return .mark
    case let width?: return .spacing(width)
    case nil: return unprintable
    }
  }

  private static let unprintable = Treatment.picture(unicode: "\u{FFFD}", ascii: "?")

  private static func control(_ value: UInt32) -> Treatment {
    let picture = Unicode.Scalar(value == 0x7F ? 0x2421 : 0x2400 + value) ?? "\u{FFFD}"
    let letter = Unicode.Scalar(value ^ 0x40) ?? "?"
    return .picture(unicode: String(picture), ascii: "^" + String(letter))
  }
}
