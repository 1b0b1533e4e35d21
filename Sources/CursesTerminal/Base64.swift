/// Bytes as text, as a terminal's clipboard takes them (RFC 4648, section 4).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encoded(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    var held: UInt32 = 0
    var count = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      count += 1
      if count == 3 {
        append(held, digits: 4, to: &result)
        held = 0
        count = 0
      }
    }
    if count > 0 {
      append(held << (8 * UInt32(3 - count)), digits: count + 1, to: &result)
      result += repeatElement(UInt8(ascii: "="), count: 3 - count)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(_ group: UInt32, digits: Int, to result: inout [UInt8]) {
    for digit in 0..<digits {
      result.append(alphabet[Int(group >> UInt32(18 - 6 * digit) & 63)])
    }
  }
}
