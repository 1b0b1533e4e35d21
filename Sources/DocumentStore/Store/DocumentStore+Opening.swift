import Glibc
import JSONTree

extension DocumentStore {
  /// Opens a store.
  ///
  /// - Throws: `notThere`, `notADirectory`, `notReadable`, `notAStore`, `newerFormat`,
  ///   `damagedStore`.
  public static func open(
    at path: String, schemas: [Schema], fileSystem: FileSystem = .live
  ) throws(StoreError) -> DocumentStore {
    let disk = try Disk(files: fileSystem, path: path)
    let about: JSON
    do throws(StoreError) {
      about = try readAbout(disk)
    } catch {
      disk.close()
      throw error
    }
    let store = DocumentStore(disk: disk, schemas: schemas, about: about)
    try store.finishInterrupted()
    let seen = try store.journalSizes()
    let snapshots = openSnapshots(disk)
    store.state.withLock { state in
      state.journalSeen = seen
      state.snapshots = snapshots
    }
    return store
  }

  /// What `store.json` says of a store that need not be opened for it.
  ///
  /// - Throws: as `open` does.
  public static func about(
    at path: String, fileSystem: FileSystem = .live
  ) throws(StoreError) -> JSON {
    let disk = try Disk(files: fileSystem, path: path)
    defer { disk.close() }
    return try readAbout(disk)
  }

  private static func readAbout(_ disk: Disk) throws(StoreError) -> JSON {
    let path = disk.fullPath("store.json")
    let bytes: [UInt8]?
    do throws(FileReadingFailure) {
      bytes = try disk.read("store.json", in: disk.root, limit: 1 << 20)?.bytes
    } catch {
      switch error {
      case .notAFile: throw .damagedStore(path: path, .notAFile)
      case .tooLarge: throw .damagedStore(path: path, .tooLarge(bytes: 1 << 20))
      case .failed(let failure) where failure.code == EACCES || failure.code == EPERM:
        throw .notReadable(path: path)
      case .failed(let failure): throw StoreError(failure, path: path)
      }
    }
    guard let bytes else { throw .notAStore(path: disk.rootPath) }
    let about: JSON
    do throws(JSONError) {
      about = try JSON.parse(bytes)
    } catch {
      throw .damagedStore(path: path, .notJSON(error))
    }
    guard about.object != nil else { throw .damagedStore(path: path, .notAnObject) }
    guard let needed = about["needs.toRead" as JSONPath]?.int ?? about["format"]?.int else {
      throw .notAStore(path: disk.rootPath)
    }
    if needed > format {
      throw .newerFormat(path: disk.rootPath, found: needed, known: format)
    }
    return about
  }

  /// Why nothing may be written here at all; nil where something may. Complexity: one small read.
  public func whyReadOnly() -> StoreError? {
    let needed = about["needs.toWrite" as JSONPath]?.int ?? about["format"]?.int ?? 0
    if needed > Self.format {
      return .newerFormat(path: disk.rootPath, found: needed, known: Self.format)
    }
    return (try? brake()).flatMap { $0 }.map { .braked(path: disk.rootPath, $0) }
  }

  /// Refuses to write what only a newer program may, and where too much broke or vanished at once,
  /// or where another computer writes.
  func checkWritable() throws(StoreError) {
    let needed = about["needs.toWrite" as JSONPath]?.int ?? about["format"]?.int ?? 0
    if needed > Self.format {
      throw .newerFormat(path: disk.rootPath, found: needed, known: Self.format)
    }
    try checkOnlyComputer()
    try checkBrake()
  }
}
