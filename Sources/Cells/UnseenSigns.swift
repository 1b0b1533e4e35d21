/// Signs in a text that change how the rest of it is read, or are no text at all.
///
/// They are kept where they stand and drawn as marks; whoever pastes them may not know of them.
public enum UnseenSigns {
  /// How many signs in a text turn its direction around (Unicode 16, UAX #9, sections 2.1 to 2.7) or
  /// are control characters other than tabs and line breaks. Complexity: O(n).
  public static func count(in text: String) -> Int {
    text.unicodeScalars.reduce(0) { count, scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: count
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: count + 1
      default: count
      }
    }
  }
}
