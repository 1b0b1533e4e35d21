import DocumentStore
import Glibc

/// All that a disk holds of what people were promised.
struct Sighting: Sendable, Equatable {
  /// What changes as a whole: the documents of the store with its trash, each draft, each archive,
  /// each other store; the bytes by path.
  var units: [String: [String: [UInt8]]] = [:]
  /// What is kept of damaged documents.
  var quarantine: Set<[UInt8]> = []
  /// The journal's entries in their order, with duplicates.
  var entries: [String] = []

  static let documents = "documents"

  init(_ volume: Volume, entries: [String]) {
    self.entries = entries
    for (path, bytes) in volume.files(below: "") { add(path, bytes) }
  }

  private mutating func add(_ path: String, _ bytes: [UInt8]) {
    let steps = path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
    // Temporary names are nobody's promise.
    if steps.contains(where: { $0.hasPrefix(".") && $0 != ".store" }) { return }
    let unit: String
    switch (steps.first, steps.dropFirst().first) {
    case ("store", ".store"):
      if steps.count > 3, steps[2] == "quarantine" { quarantine.insert(bytes) }
      guard steps.count > 3, steps[2] == "members" else { return }
      unit = path
    case ("store", "journal"): return
    case ("store", _): unit = Self.documents
    case ("places", let place?):
      if steps.dropFirst(3).first == ".store" { return }
      unit = "places/\(place)"
    default: unit = path
    }
    units[unit, default: [:]][path] = path.hasSuffix(".tar") ? Self.timeless(bytes) : bytes
  }

  /// An archive without the times in its headers, which two runs do not share.
  private static func timeless(_ archive: [UInt8]) -> [UInt8] {
    var bytes = archive
    for start in stride(from: 0, to: bytes.count - 511, by: 512)
    where bytes[start + 257..<start + 262].elementsEqual("ustar".utf8) {
      for index in start + 136..<start + 156 { bytes[index] = 0 }
    }
    return bytes
  }

  /// Where two of them differ, in words.
  func difference(from other: Sighting) -> String {
    var words: [String] = []
    for unit in Set(units.keys).union(other.units.keys).sorted() {
      let (own, others) = (units[unit] ?? [:], other.units[unit] ?? [:])
      for path in Set(own.keys).union(others.keys).sorted() where own[path] != others[path] {
        let (found, expected) = (own[path], others[path])
        words.append(
          found == nil
            ? "\(path) is missing" : expected == nil ? "\(path) is there" : "\(path) differs")
      }
    }
    return words.prefix(6).joined(separator: ", ")
  }
}

extension Volume {
  /// Files of the store that hold a text, which must be ASCII.
  func files(holding text: String) -> [String] {
    let wanted = Array(text.utf8)
    return files(below: World.path).filter { _, bytes in
      bytes.withUnsafeBytes { haystack in
        wanted.withUnsafeBytes { needle in
          guard let start = haystack.baseAddress, let text = needle.baseAddress,
            let first = needle.first
          else { return false }
          var offset = 0
          while offset + needle.count <= haystack.count,
            let found = memchr(start + offset, Int32(first), haystack.count - offset)
          {
            let position = UnsafeRawPointer(found) - start
            if position + needle.count > haystack.count { return false }
            if memcmp(found, text, needle.count) == 0 { return true }
            offset = position + 1
          }
          return false
        }
      }
    }.keys.sorted()
  }
}
