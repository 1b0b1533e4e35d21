import Crypto

extension Revision {
  /// The revision of a document with these bytes.
  public init(of bytes: [UInt8]) {
    var words = SIMD4<UInt64>()
    for (index, byte) in SHA256.hash(data: bytes).enumerated() {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    self.init(words: words)
  }
}
