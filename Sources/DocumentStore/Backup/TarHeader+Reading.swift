/// Why an archive is not one that a store was kept in.
public enum ArchiveProblem: Error, Hashable, Sendable {
  /// The file ends before what was announced.
  case truncated
  case notAnArchive(offset: Int)
  /// A link, a device, or what else is no plain file.
  case foreignEntry(name: String, kind: UInt8)
  /// A name that leads out of the folder, or into what is never kept.
  case foreignName(String)
  case tooLarge(name: String, bytes: Int)
  case noManifest
  /// A file is not as the manifest says, or not there.
  case changed(name: String)
  case noStore
}

extension TarHeader {
  /// Reads a header's block; nil for a block of zeros, which ends an archive.
  ///
  /// - Parameter offset: where it stands in the archive, for the error.
  init?(reading block: ArraySlice<UInt8>, at offset: Int) throws(ArchiveProblem) {
    let bytes = Array(block)
    guard bytes.count == Self.blockSize else { throw .truncated }
    if bytes.allSatisfy({ $0 == 0 }) { return nil }
    var sum = bytes.reduce(0) { $0 + Int($1) }
    for byte in bytes[148..<156] { sum += 32 - Int(byte) }
    guard Self.number(bytes[148..<156]) == sum, bytes[257..<262].elementsEqual("ustar".utf8),
      let size = Self.number(bytes[124..<136]), let modified = Self.number(bytes[136..<148]),
      let short = Self.text(bytes[0..<100]), let prefix = Self.text(bytes[345..<500])
    else { throw .notAnArchive(offset: offset) }
    let name = prefix.isEmpty ? short : "\(prefix)/\(short)"
    guard let kind = Kind(rawValue: bytes[156] == 0 ? Kind.file.rawValue : bytes[156]) else {
      throw .foreignEntry(name: name, kind: bytes[156])
    }
    self.init(name: name, size: size, kind: kind, modified: modified)
  }

  /// An octal number up to a blank; nil where something else stands there.
  private static func number(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
    guard digits.count <= 12, digits.allSatisfy({ (0x30...0x37).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String? {
    String(validating: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// The `path` in an extended header's records; nil where there is none.
  static func path(inExtended bytes: [UInt8]) -> String? {
    var rest = bytes[...]
    while let blank = rest.firstIndex(of: 0x20),
      let length = Int(String(decoding: rest[..<blank], as: UTF8.self)),
      length > blank - rest.startIndex + 1,
      length <= rest.count
    {
      let record = rest[(blank + 1)..<(rest.startIndex + length)]
      if record.starts(with: "path=".utf8) {
        return String(validating: record.dropFirst(5).dropLast(), as: UTF8.self)
      }
      rest = rest.dropFirst(length)
    }
    return nil
  }
}
