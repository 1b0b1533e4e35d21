/// Reads an archive file by file; what could do harm ends the reading with an error.
struct ArchiveReader {
  /// The most bytes one file may have.
  static let fileLimit = 256 << 20

  let path: String
  private let disk: Disk
  private let file: Descriptor
  private let size: Int
  private var offset = 0

  /// - Parameters:
  ///   - file: open for reading; the caller closes it.
  ///   - path: what the archive is called in errors.
  init(_ file: Descriptor, of disk: Disk, path: String) throws(StoreError) {
    self.disk = disk
    self.file = file
    self.path = path
    let status = try disk.call(path) { () throws(SystemFailure) in try disk.files.status(file) }
    guard status.kind == .file else { throw .badArchive(path: path, .notAnArchive(offset: 0)) }
    size = status.stamp.size
  }

  /// The next file's name and bytes; nil behind the last.
  mutating func next() throws(StoreError) -> (name: String, bytes: [UInt8])? {
    do throws(ReadingFailure) {
      return try nextFile()
    } catch {
      switch error {
      case .problem(let problem): throw .badArchive(path: path, problem)
      case .system(let failure): throw StoreError(failure, path: path)
      }
    }
  }

  private enum ReadingFailure: Error {
    case problem(ArchiveProblem)
    case system(SystemFailure)
  }

  private mutating func nextFile() throws(ReadingFailure) -> (name: String, bytes: [UInt8])? {
    var longName: String?
    while true {
      let start = offset
      let block = try read(TarHeader.blockSize)
      let found: TarHeader?
      do throws(ArchiveProblem) {
        found = try TarHeader(reading: block[...], at: start)
      } catch {
        throw .problem(error)
      }
      guard let header = found else { return nil }
      let name = longName ?? header.name
      if header.kind != .extended {
        guard Self.isSafe(name, header.kind) else { throw .problem(.foreignName(name)) }
      }
      guard header.size <= Self.fileLimit else {
        throw .problem(.tooLarge(name: name, bytes: header.size))
      }
      let bytes = try read(header.size)
      offset += TarHeader.padding(header.size)
      switch header.kind {
      case .extended: longName = TarHeader.path(inExtended: bytes)
      case .folder: longName = nil
      case .file: return (name, bytes)
      }
    }
  }

  private mutating func read(_ count: Int) throws(ReadingFailure) -> [UInt8] {
    guard count <= size - offset else { throw .problem(.truncated) }
    let bytes: [UInt8]
    do throws(SystemFailure) {
      bytes = try disk.files.read(file, offset, count)
    } catch {
      throw .system(error)
    }
    guard bytes.count == count else { throw .problem(.truncated) }
    offset += count
    return bytes
  }

  /// Whether a name stays in the folder it is unpacked in and out of what is never kept.
  static func isSafe(_ name: String, _ kind: TarHeader.Kind = .file) -> Bool {
    var steps = name.split(separator: "/", omittingEmptySubsequences: false)
    if kind == .folder, steps.count > 1, steps.last == "" { steps.removeLast() }
    guard let first = steps.first, first != ".store", steps.count <= 32 else { return false }
    return steps.allSatisfy { step in
      !step.isEmpty && step != "." && step != ".." && step.utf8.count <= 255
        && step.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
  }
}
