/// On a network file system one computer writes, and others are told which.
///
/// A lock that one computer takes need not hold on another there, and what one has synchronised need
/// not be what another reads; people of several computers work on one of them, or exchange.
extension DocumentStore {
  private static let writerPath = ".store/writer"

  /// Makes this computer the one that writes, where none is yet.
  ///
  /// - Throws: `otherComputer`.
  func checkOnlyComputer() throws(StoreError) {
    if state.withLock({ $0.isOnlyComputer }) { return }
    let kind = try disk.call("") { () throws(SystemFailure) in
      try disk.files.networkKind(disk.root)
    }
    if let kind {
      let own = disk.files.computer()
      let writer = try claim(own)
      guard writer == own else {
        let name = writer.split(separator: " ", maxSplits: 1).last.map(String.init) ?? "another"
        throw .otherComputer(path: disk.rootPath, kind: kind, name: name)
      }
    }
    state.withLock { $0.isOnlyComputer = true }
  }

  /// The computer that writes: this one, where there was none.
  private func claim(_ own: String) throws(StoreError) -> String {
    if let bytes = try disk.read(Self.writerPath) { return Self.text(bytes) }
    let folder = try disk.makeFolder(".store")
    defer { disk.files.close(folder) }
    do throws(SystemFailure) {
      // The name is taken or not in one step, on these file systems too.
      try disk.create(
        "writer", in: folder, bytes: Array("\(own)\n".utf8), mode: disk.fileMode,
        isSynchronised: true)
      return own
    } catch {
      guard error.code == SystemFailure.nameTaken else {
        throw disk.error(error, Self.writerPath)
      }
    }
    return Self.text(try disk.read(Self.writerPath) ?? [])
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
  }
}
