import Glibc

/// A name that sorts by the time it was given: 48 bits of milliseconds, then 80 random bits.
///
/// Written as 26 lower-case digits of Crockford's base 32 (no i, l, o, u), after the ULID
/// specification (Feerasta 2016); lower case because names of files are.
public struct ULID: Hashable, Sendable, CustomStringConvertible {
  /// 26 ASCII characters.
  public let text: String

  /// The same name for the same numbers, as made-up data and tests need it.
  ///
  /// - Parameters:
  ///   - milliseconds: since 1970; the lowest 48 bits count.
  ///   - high: the first 16 of the random bits.
  ///   - low: the other 64.
  public init(milliseconds: UInt64, high: UInt16, low: UInt64) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(26)
    let time = milliseconds & 0xFFFF_FFFF_FFFF
    for index in 0..<10 {
      bytes.append(Self.digits[Int((time >> UInt64(45 - index * 5)) & 31)])
    }
    for index in 0..<16 {
      let shift = 75 - index * 5
      var part = shift >= 64 ? UInt64(high) >> UInt64(shift - 64) : low >> UInt64(shift)
      if (60..<64).contains(shift) { part |= UInt64(high) << UInt64(64 - shift) }
      bytes.append(Self.digits[Int(part & 31)])
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// A name whose random bits come from a generator.
  public init(milliseconds: UInt64, using generator: inout some RandomNumberGenerator) {
    self.init(
      milliseconds: milliseconds, high: UInt16.random(in: .min ... .max, using: &generator),
      low: UInt64.random(in: .min ... .max, using: &generator))
  }

  /// A new name for now.
  public init() {
    var generator = SystemRandomNumberGenerator()
    self.init(milliseconds: Clock.milliseconds, using: &generator)
  }

  /// Reads a name as it is written, in either case; nil where it is none.
  public init?(_ text: String) {
    let lower = text.lowercased()
    guard lower.utf8.count == 26, lower.utf8.allSatisfy(Self.digits.contains),
      let first = lower.utf8.first, first <= UInt8(ascii: "7")
    else { return nil }
    self.text = lower
  }

  /// When the name was given, in milliseconds since 1970.
  public var milliseconds: UInt64 {
    text.utf8.prefix(10).reduce(0) { sum, byte in
      sum << 5 | UInt64(Self.digits.firstIndex(of: byte) ?? 0)
    }
  }

  public var description: String { text }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}

/// The wall clock.
enum Clock {
  /// Nanoseconds since 1970.
  static var nanoseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  static var milliseconds: UInt64 { UInt64(max(0, nanoseconds / 1_000_000)) }
}
