import Glibc
import JSONTree

extension DocumentStore {
  /// Makes a store that is full from the start.
  ///
  /// It is built in a folder beside the path, synchronised once and renamed: a store is there as a
  /// whole or not at all. The path may be an empty folder or none.
  ///
  /// - Parameters:
  ///   - fields: what `store.json` says beyond format and id.
  ///   - documents: of one site after another, where speed matters.
  ///   - journal: in the order of time; their hosts become folders.
  public static func createInBulk(
    at path: String, schemas: [Schema], fields: JSON, documents: some Sequence<JSON>,
    journal: some Sequence<JournalEntry>, at now: Timestamp = .now, fileSystem: FileSystem = .live
  ) throws(StoreError) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let (parentPath, name) = Disk.split(trimmed)
    let parentName = parentPath.isEmpty ? (trimmed.hasPrefix("/") ? "/" : ".") : parentPath
    try makeFolders(parentName, fileSystem)
    let parent = try Disk(files: fileSystem, path: parentName)
    defer { parent.close() }
    let mode = try modeOfEmptyFolder(name, in: parent, path: path) ?? 0o755
    let temporary = ".\(name).\(ULID().text)"
    do throws(StoreError) {
      let folder = try parent.makeFolder(temporary, mode: mode)
      parent.files.close(folder)
      let disk = try Disk(files: fileSystem, path: parent.fullPath(temporary))
      var writer = BulkWriter(store: DocumentStore(disk: disk, schemas: schemas, about: [:]))
      try writer.write(documents)
      try writer.write(journal)
      try writer.finish(about: about(fields, at: now))
      try parent.call(name) { () throws(SystemFailure) in
        try parent.files.rename(parent.root, temporary, parent.root, name)
        try parent.files.synchronise(parent.root)
      }
    } catch {
      parent.removeTree(temporary)
      throw error
    }
  }

  /// The rights of the folder that is replaced; nil where there is none.
  static func modeOfEmptyFolder(
    _ name: String, in parent: Disk, path: String
  ) throws(StoreError) -> UInt32? {
    let status = try parent.find(name) { () throws(SystemFailure) in
      try parent.files.statusBelow(parent.root, name)
    }
    guard let status else { return nil }
    guard status.kind == .folder else { throw .notADirectory(path: path) }
    let entries = try parent.list(name)?.entries ?? []
    if entries.contains(where: { $0.name == "store.json" }) { throw .alreadyAStore(path: path) }
    if !entries.isEmpty { throw .notEmpty(path: path) }
    return status.mode
  }
}
