/// A file's bytes: as programs see them, and as they are on the disk since the last time somebody
/// waited for it.
struct SimulatedFile: Sendable {
  /// What a disk writes as a whole: bytes.
  static let sectorSize = 512
  private static let sectorsInPage = 8

  private(set) var bytes: [UInt8] = []
  /// What is on the disk, and behind it what each change since would have made of that.
  private(set) var versions: [[UInt8]] = [[]]
  /// Sectors that the kernel believes written though the disk refused them: shown to programs, and
  /// not on the disk until they are written again (as Linux does after a failed `fsync`).
  private var refused: Set<Int> = []

  init() {}

  /// A file that is on the disk as it is.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    versions = [bytes]
  }

  var isSettled: Bool { versions.count == 1 && refused.isEmpty }

  mutating func write(_ more: ArraySlice<UInt8>, at offset: Int) {
    let end = offset + more.count
    if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
    bytes.replaceSubrange(offset..<end, with: more)
    forgetRefused(in: offset..<end)
    versions.append(reachable)
  }

  mutating func truncate(to size: Int) {
    if size < bytes.count {
      bytes.removeLast(bytes.count - size)
    } else {
      bytes += [UInt8](repeating: 0, count: size - bytes.count)
    }
    versions.append(reachable)
  }

  /// What is seen comes to the disk, without what it refused before.
  mutating func synchronise() { versions = [reachable] }

  /// The disk refuses what was not yet on it.
  mutating func failToSynchronise() {
    let old = versions[0]
    for sector in 0..<Self.sectors(bytes.count)
    where Self.slice(bytes, sector) != Self.slice(old, sector) {
      refused.insert(sector)
    }
    versions = [old]
  }

  /// The bytes as they would be on the disk if all that still can be written were.
  private var reachable: [UInt8] {
    guard !refused.isEmpty else { return bytes }
    var result = bytes
    let old = versions[0]
    for sector in refused {
      let range = Self.range(sector, of: result.count)
      for index in range { result[index] = index < old.count ? old[index] : 0 }
    }
    return result
  }

  private mutating func forgetRefused(in range: Range<Int>) {
    guard !refused.isEmpty, !range.isEmpty else { return }
    let pageSize = Self.sectorSize * Self.sectorsInPage
    for page in range.lowerBound / pageSize...(range.upperBound - 1) / pageSize {
      for sector in page * Self.sectorsInPage..<(page + 1) * Self.sectorsInPage {
        refused.remove(sector)
      }
    }
  }

  static func sectors(_ size: Int) -> Int { (size + sectorSize - 1) / sectorSize }

  static func range(_ sector: Int, of size: Int) -> Range<Int> {
    let start = min(sector * sectorSize, size)
    return start..<min(start + sectorSize, size)
  }

  static func slice(_ bytes: [UInt8], _ sector: Int) -> ArraySlice<UInt8> {
    bytes[range(sector, of: bytes.count)]
  }
}
