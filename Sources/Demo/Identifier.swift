/// Ids in the form of lower-case ULIDs: 48 bits of time in milliseconds and 80 bits of chance, in
/// Crockford's base 32.
enum Identifier {
  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  static func ulid(milliseconds: Int, high: UInt16, low: UInt64) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(26)
    for shift in stride(from: 45, through: 0, by: -5) {
      text.append(digits[(milliseconds >> shift) & 31])
    }
    // Sixteen digits of chance, taken from the low end.
    var bits: [UInt8] = []
    bits.reserveCapacity(16)
    var lower = low
    var upper = high
    for _ in 0..<16 {
      bits.append(digits[Int(lower & 31)])
      lower = lower >> 5 | UInt64(upper & 31) << 59
      upper >>= 5
    }
    text.append(contentsOf: bits.reversed())
    return String(decoding: text, as: UTF8.self)
  }
}
