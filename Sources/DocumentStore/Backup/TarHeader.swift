/// The 512 bytes before a file in an archive, as POSIX.1-1988 (ustar) has them.
///
/// ```
/// 0 name 100 · 100 mode 8 · 108 uid 8 · 116 gid 8 · 124 size 12 · 136 mtime 12 · 148 checksum 8
/// 156 type 1 · 157 link 100 · 257 magic 8 · 265 user 32 · 297 group 32 · 329 device 16
/// 345 prefix 155
/// ```
/// Names that do not fit stand in an extended header before it (POSIX.1-2001, pax: `path`).
struct TarHeader: Hashable, Sendable {
  enum Kind: UInt8, Sendable {
    case file = 0x30
    case folder = 0x35
    case extended = 0x78
  }

  static let blockSize = 512

  var name: String
  /// Bytes behind the header, without the padding.
  var size: Int
  var kind: Kind
  /// Seconds since 1970.
  var modified: Int

  /// The header's block, with an extended header before it where the name is too long.
  var bytes: [UInt8] {
    if let (prefix, short) = Self.split(name) { return block(prefix, short) }
    let text = Array(Self.record("path", name).utf8)
    let extended = TarHeader(
      name: "long-name", size: text.count, kind: .extended, modified: modified)
    return extended.bytes + Self.padded(text) + block("", String(name.prefix(100)))
  }

  private func block(_ prefix: String, _ short: String) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.blockSize)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { bytes[offset + index] = byte }
    }
    put(short, at: 0)
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(Self.octal(size, digits: 11), at: 124)
    put(Self.octal(modified, digits: 11), at: 136)
    put("        ", at: 148)
    bytes[156] = kind.rawValue
    put("ustar", at: 257)
    put("00", at: 263)
    put(prefix, at: 345)
    put(Self.octal(bytes.reduce(0) { $0 + Int($1) }, digits: 6), at: 148)
    bytes[154] = 0
    return bytes
  }

  /// A name as prefix and rest, parted at a slash; nil where it does not fit.
  private static func split(_ name: String) -> (prefix: String, short: String)? {
    let bytes = Array(name.utf8)
    if bytes.count <= 100 { return ("", name) }
    guard
      let slash = bytes.indices.last(where: { bytes[$0] == UInt8(ascii: "/") && $0 <= 155 }),
      bytes.count - slash - 1 <= 100, slash > 0
    else { return nil }
    return (
      String(decoding: bytes[..<slash], as: UTF8.self),
      String(decoding: bytes[(slash + 1)...], as: UTF8.self)
    )
  }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(max(0, number), radix: 8)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  /// `LENGTH KEY=VALUE\n`, whose length counts itself.
  private static func record(_ key: String, _ value: String) -> String {
    let rest = " \(key)=\(value)\n"
    var length = rest.utf8.count
    while true {
      let next = rest.utf8.count + String(length).utf8.count
      if next == length { return "\(length)\(rest)" }
      length = next
    }
  }

  static func padding(_ size: Int) -> Int { (blockSize - size % blockSize) % blockSize }

  static func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: padding(bytes.count))
  }
}
