import Glibc
import JSONTree

extension DocumentStore {
  /// Makes a store from a backup, in a folder that is empty or not there.
  ///
  /// It is unpacked in a folder beside, made durable, read again and held against the manifest byte
  /// for byte before it gets its name: it is there as a whole or not at all. This host then takes a
  /// new name in the journal with its first change, so that two stores that come from one backup
  /// never write the same file.
  /// - Throws: `badArchive`, `noFile`, `notEmpty`, `alreadyAStore`, and what opening a store throws.
  /// - Returns: the number of files.
  public static func restoreBackup(
    _ archive: String, to path: String, schemas: [Schema], fileSystem: FileSystem = .live
  ) throws(StoreError) -> Int {
    var trimmed = path
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
    let (parentName, name) = Disk.place(of: trimmed)
    // What is made beside it takes its name; whoever stands in it would stand in what is gone.
    if [".", ".."].contains(name) { throw .needsName(path: path) }
    let (archiveDisk, file) = try openArchive(archive, fileSystem)
    defer {
      fileSystem.close(file)
      archiveDisk.close()
    }
    var reader = try ArchiveReader(file, of: archiveDisk, path: archive)
    try makeFolders(parentName, fileSystem)
    let parent = try Disk(files: fileSystem, path: parentName)
    defer { parent.close() }
    let mode = try modeOfEmptyFolder(name, in: parent, path: path) ?? 0o755
    let temporary = ".\(name).\(ULID().text)"
    do throws(StoreError) {
      fileSystem.close(try parent.makeFolder(temporary, mode: mode))
      let disk = try Disk(files: fileSystem, path: parent.fullPath(temporary))
      let count: Int
      do throws(StoreError) {
        count = try unpack(&reader, to: disk)
      } catch {
        disk.close()
        throw error
      }
      disk.close()
      // It opens as a store does.
      _ = try open(
        at: parent.fullPath(temporary), schemas: schemas, fileSystem: fileSystem)
      try parent.call(name) { () throws(SystemFailure) in
        try parent.files.rename(parent.root, temporary, parent.root, name)
        try parent.files.synchronise(parent.root)
      }
      return count
    } catch {
      parent.removeTree(temporary)
      throw error
    }
  }

  private static func openArchive(
    _ path: String, _ files: FileSystem
  ) throws(StoreError) -> (Disk, Descriptor) {
    let (folder, name) = Disk.place(of: path)
    let disk: Disk
    do throws(StoreError) {
      disk = try Disk(files: files, path: folder)
    } catch {
      if case .notThere = error { throw .noFile(path: path) }
      throw error
    }
    do throws(SystemFailure) {
      return (disk, try files.open(disk.root, name, .reading))
    } catch {
      disk.close()
      if error.code == ENOENT { throw .noFile(path: path) }
      throw StoreError(error, path: path)
    }
  }

  private static func unpack(
    _ reader: inout ArchiveReader, to disk: Disk
  ) throws(StoreError) -> Int {
    var manifest: Manifest?
    var unpacked: Set<String> = []
    while let (name, bytes) = try reader.next() {
      // Behind the manifest comes nothing.
      guard manifest == nil else {
        throw .badArchive(path: reader.path, .foreignName(name))
      }
      if name == Manifest.name {
        guard let found = Manifest(bytes) else {
          throw .badArchive(path: reader.path, .noManifest)
        }
        manifest = found
        continue
      }
      try put(name, bytes, in: disk, isThere: !unpacked.insert(name).inserted)
    }
    guard let manifest else { throw .badArchive(path: reader.path, .noManifest) }
    guard manifest.files["store.json"] != nil else {
      throw .badArchive(path: reader.path, .noStore)
    }
    // What was removed while the backup was made is in it and not in its manifest.
    for name in unpacked where manifest.files[name] == nil { try disk.remove(name) }
    try disk.call("") { () throws(SystemFailure) in try disk.files.synchroniseAll(disk.root) }
    for (name, revision) in manifest.files.sorted(by: { $0.key < $1.key }) {
      // Only what was unpacked is looked at, wherever a name in the list leads.
      guard unpacked.contains(name),
        try disk.read(name, limit: ArchiveReader.fileLimit).map(Revision.init(of:)) == revision
      else { throw .badArchive(path: reader.path, .changed(name: name)) }
    }
    return manifest.files.count
  }

  private static func put(
    _ name: String, _ bytes: [UInt8], in disk: Disk, isThere: Bool
  ) throws(StoreError) {
    let (folderPath, file) = Disk.split(name)
    if isThere { try disk.remove(name) }
    let folder = try disk.makeFolder(folderPath, isDurable: false)
    defer { disk.files.close(folder) }
    try disk.call(name) { () throws(SystemFailure) in
      try disk.create(
        file, in: folder, bytes: bytes, mode: disk.fileMode, isSynchronised: false)
    }
  }
}
