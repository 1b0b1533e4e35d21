/// One SSH public key, as it stands in a `.pub` file.
struct PublicKey: Hashable {
  var type: String
  var base64: String
  /// Whose it is, in signs that mean nothing to sshd; may be empty.
  var comment: String

  /// The kinds that OpenSSH takes today.
  static let types = [
    "ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521", "sk-ecdsa-sha2-nistp256@openssh.com", "ssh-rsa",
  ]

  enum Problem: Error, Hashable {
    case isPrivate
    case empty
    /// There is text, and none of it is a key.
    case noKey
    case severalKeys(Int)
    /// One key, and something else besides.
    case otherLines
    case hasOptions
    case unknownType(String)
    case damaged
  }

  /// Reads the text of a file that must hold one key and nothing else.
  static func parse(_ text: String) throws(Problem) -> PublicKey {
    if text.contains("PRIVATE KEY") { throw .isPrivate }
    let lines = text.split(whereSeparator: \.isNewline).filter { line in
      let start = line.drop { $0 == " " || $0 == "\t" }
      return !start.isEmpty && !start.hasPrefix("#")
    }
    guard let line = lines.first else { throw .empty }
    if lines.count > 1 {
      let keys = lines.count { line in
        line.split { $0 == " " || $0 == "\t" }.contains { types.contains(String($0)) }
      }
      switch keys {
      case 0: throw .noKey
      case 1: throw .otherLines
      default: throw .severalKeys(keys)
      }
    }
    let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    guard types.contains(words[0]) else {
      if words.dropFirst().contains(where: types.contains) { throw .hasOptions }
      throw .unknownType(words[0])
    }
    guard words.count > 1, let blob = bytes(ofBase64: words[1]), isKey(blob, type: words[0]) else {
      throw .damaged
    }
    let comment = words.dropFirst(2).joined(separator: "_").unicodeScalars.map { scalar in
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "@._-".unicodeScalars.contains(scalar))
      return isPlain ? Character(scalar) : "_"
    }
    return PublicKey(type: words[0], base64: words[1], comment: String(comment.prefix(64)))
  }

  /// Whether the bytes are what such a key is made of: strings with their lengths before them, the
  /// type first, and nothing behind the last (RFC 4253, section 6.6).
  private static func isKey(_ blob: [UInt8], type: String) -> Bool {
    guard blob.count <= 4_096 else { return false }
    var parts: [ArraySlice<UInt8>] = []
    var rest = blob[...]
    while !rest.isEmpty {
      guard rest.count >= 4 else { return false }
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      guard length <= rest.count else { return false }
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.count > 1 && parts[0].elementsEqual(type.utf8)
      && parts.dropFirst().contains { $0.count >= 32 }
  }

  private static func bytes(ofBase64 text: String) -> [UInt8]? {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let body = text.utf8.reversed().drop { $0 == 0x3D }.reversed()
    guard text.utf8.count % 4 == 0, text.utf8.count - body.count <= 2 else { return nil }
    var bytes: [UInt8] = []
    var (bits, count): (UInt32, Int) = (0, 0)
    for sign in body {
      guard let value = signs.firstIndex(of: sign) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}

extension PublicKey.Problem {
  func words(path: String) -> String {
    switch self {
    case .isPrivate:
      "\(path) holds a private key, which nobody but its owner may have: send it to nobody, delete "
        + "this copy, and ask for the file that ends in .pub"
    case .empty: "\(path) holds no key; ask for the file that ends in .pub"
    case .noKey:
      "\(path) holds no SSH key, but something else; ask for the file that ends in .pub"
    case .otherLines:
      "\(path) holds something else beside the key; leave only the key, as ssh-keygen wrote it"
    case .severalKeys(let count):
      "\(path) holds \(count) keys; invite with one at a time, in a file of its own"
    case .hasOptions:
      "\(path) has options before the key; leave only the key, as ssh-keygen wrote it"
    case .unknownType(let type):
      "\(path): “\(GateRefusal.clipped(type))” is no kind of key that is taken; make one with "
        + "ssh-keygen -t ed25519"
    case .damaged: "\(path): the key is damaged; copy the file that ends in .pub again"
    }
  }
}
