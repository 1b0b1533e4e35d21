import Crypto

/// What git calls a file's bytes: the SHA-1 of a line about them and the bytes (gitformat-pack(5)
/// and "Git Internals", Chacon and Straub 2014, section 10.2).
struct GitBlob: Hashable, Sendable {
  /// 40 lower-case hexadecimal digits.
  let hex: String

  init(hex: String) { self.hex = hex }

  init(of bytes: [UInt8]) {
    var hash = Insecure.SHA1()
    hash.update(data: Array("blob \(bytes.count)\0".utf8))
    hash.update(data: bytes)
    let digits = Array("0123456789abcdef".utf8)
    hex = String(
      decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }
}
