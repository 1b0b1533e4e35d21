extension SimulatedFile {
  /// The file as a power cut may leave it: of any length it had since it was last on the disk, and
  /// of each sector what was there at one of these moments. A sector that was not on the disk before
  /// may hold zeros or somebody else's old bytes instead.
  func afterPowerCut(_ choices: inout Choices) -> SimulatedFile {
    if versions.count == 1 { return SimulatedFile(versions[0]) }
    let sizes = Set(versions.map(\.count)).sorted()
    let size = sizes[choices.next(of: sizes.count)]
    var result: [UInt8] = []
    result.reserveCapacity(size)
    for sector in 0..<Self.sectors(size) {
      let range = Self.range(sector, of: size)
      let candidates = candidates(sector, count: range.count)
      result += candidates[choices.next(of: candidates.count)]
    }
    return SimulatedFile(result)
  }

  private func candidates(_ sector: Int, count: Int) -> [[UInt8]] {
    var found: [[UInt8]] = []
    func add(_ bytes: [UInt8]) { if !found.contains(bytes) { found.append(bytes) } }
    for version in versions {
      let part = Self.slice(version, sector).prefix(count)
      // A version that ends before the sector says nothing of it.
      if part.isEmpty { continue }
      add(Array(part) + [UInt8](repeating: 0, count: count - part.count))
    }
    if versions[0].count <= sector * Self.sectorSize {
      add([UInt8](repeating: 0, count: count))
      add((0..<count).map { Self.garbage[$0 % Self.garbage.count] })
    }
    return found
  }

  /// No text: what was written in a sector before it belonged to this file.
  static let garbage: [UInt8] = [0xA5, 0x7F, 0x0A, 0x7B, 0xFE, 0x22, 0x00, 0xC1]
}
