/// Writes an archive beside the name it is to have, which it gets when all of it is durable.
struct ArchiveWriter: ~Copyable {
  private let disk: Disk
  private let name: String
  private let temporary: String
  private let file: Descriptor
  private var buffer: [UInt8] = []
  private var isFinished = false

  private static let bufferSize = 1 << 20

  /// - Throws: `alreadyThere`, because a backup is never overwritten.
  init(_ path: String, _ files: FileSystem) throws(StoreError) {
    let (folder, name) = Disk.place(of: path)
    let disk: Disk
    do throws(StoreError) {
      disk = try Disk(files: files, path: folder)
    } catch {
      if case .notThere = error { throw .noFolder(path: folder) }
      throw error
    }
    do throws(StoreError) {
      let there = try disk.find(name) { () throws(SystemFailure) in
        try files.statusBelow(disk.root, name)
      }
      guard there == nil, !name.isEmpty else { throw .fileThere(path: path) }
      let temporary = ".\(ULID().text).tmp"
      file = try disk.call(name) { () throws(SystemFailure) in
        try files.open(disk.root, temporary, .creating(mode: 0o600))
      }
      self.disk = disk
      self.name = name
      self.temporary = temporary
    } catch {
      disk.close()
      throw error
    }
  }

  deinit {
    disk.files.close(file)
    if !isFinished { try? disk.files.remove(disk.root, temporary) }
    disk.close()
  }

  mutating func add(_ name: String, _ bytes: [UInt8], modified: Int) throws(StoreError) {
    let header = TarHeader(name: name, size: bytes.count, kind: .file, modified: modified)
    try write(header.bytes)
    try write(bytes)
    try write([UInt8](repeating: 0, count: TarHeader.padding(bytes.count)))
  }

  private mutating func write(_ bytes: [UInt8]) throws(StoreError) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  private mutating func flush() throws(StoreError) {
    let bytes = buffer
    let file = self.file
    try disk.call(name) { () throws(SystemFailure) in try disk.files.write(file, bytes) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the archive, makes it durable and lets somebody read it before it gets its name.
  mutating func finish(checking check: (Disk, String) throws(StoreError) -> Void) throws(StoreError)
  {
    try write([UInt8](repeating: 0, count: 2 * TarHeader.blockSize))
    try flush()
    let file = self.file
    try disk.call(name) { () throws(SystemFailure) in try disk.files.synchronise(file) }
    try check(disk, temporary)
    try disk.call(name) { () throws(SystemFailure) in
      // A second name is refused where the first is taken meanwhile; a rename would replace it.
      try disk.files.link(disk.root, temporary, disk.root, name)
      try disk.files.remove(disk.root, temporary)
      try disk.files.synchronise(disk.root)
    }
    isFinished = true
  }
}
