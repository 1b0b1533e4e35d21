extension Unicode.Scalar {
  /// How many columns a terminal gives this scalar: 0 for a mark that combines, 1, or 2 for a wide
  /// one; nil where it can't be shown at all.
  ///
  /// The same answer as `wcwidth` of the C library gives, because ncurses asks that one; a test
  /// compares the two. Zero width comes from the general category, two columns from a table of East
  /// Asian wide and emoji ranges (Unicode Standard Annex 11).
  var displayWidth: Int? {
    if value < 0x7F { return value < 0x20 ? nil : 1 }
    if value < 0xA0 { return nil }
    if value < 0x300 { return 1 }
    // Box drawing, blocks and shapes fill most of a screen; the table is not asked for them.
    if value >= 0x2500 && value < 0x25FD { return 1 }
    if isJoiningHangul { return 0 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format: return isPrintedFormat ? 1 : 0
    case .control, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return nil
    default: return WideRanges.contains(value) ? 2 : 1
    }
  }

  /// The vowels and final consonants of Hangul, which stand within the syllable before them.
  private var isJoiningHangul: Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
  }

  /// Format characters that have a shape of their own, such as the Arabic number sign.
  private var isPrintedFormat: Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }
}
