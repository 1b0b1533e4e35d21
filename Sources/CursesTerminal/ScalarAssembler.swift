/// Puts the letters together whose bytes a line delivers one by one, or with a pause within one.
///
/// A slow line may end a read in the middle of a letter; what has come of it waits for the rest. What
/// is no UTF-8 is not dropped in silence: a replacement character stands in its place, as the Unicode
/// Standard advises (version 15, section 3.9, *substitution of maximal subparts*).
struct ScalarAssembler: Hashable, Sendable {
  private var value: UInt32 = 0
  /// How many bytes the letter still lacks.
  private var missing = 0
  /// What the next byte must be, which rules out longer forms than needed, and surrogates.
  private var next: ClosedRange<UInt8> = 0x80...0xBF

  private static let replacement: UInt32 = 0xFFFD

  /// The letters that a byte completes: mostly one or none, two where it shows that the one before
  /// stays incomplete.
  mutating func take(_ byte: UInt8) -> [UInt32] {
    if missing > 0 {
      guard next.contains(byte) else {
        missing = 0
        return [Self.replacement] + take(byte)
      }
      (value, missing, next) = (value << 6 | UInt32(byte & 0x3F), missing - 1, 0x80...0xBF)
      return missing == 0 ? [value] : []
    }
    switch byte {
    case 0x00...0x7F: return [UInt32(byte)]
    case 0xC2...0xDF: begin(byte & 0x1F, missing: 1)
    case 0xE0: begin(byte & 0x0F, missing: 2, next: 0xA0...0xBF)
    case 0xED: begin(byte & 0x0F, missing: 2, next: 0x80...0x9F)
    case 0xE1...0xEF: begin(byte & 0x0F, missing: 2)
    case 0xF0: begin(byte & 0x07, missing: 3, next: 0x90...0xBF)
    case 0xF1...0xF3: begin(byte & 0x07, missing: 3)
    case 0xF4: begin(byte & 0x07, missing: 3, next: 0x80...0x8F)
    default: return [Self.replacement]
    }
    return []
  }

  /// What stands when something else comes than the rest of a letter.
  mutating func rest() -> [UInt32] {
    defer { missing = 0 }
    return missing > 0 ? [Self.replacement] : []
  }

  private mutating func begin(
    _ bits: UInt8, missing: Int, next: ClosedRange<UInt8> = 0x80...0xBF
  ) {
    (value, self.missing, self.next) = (UInt32(bits), missing, next)
  }
}
