import Glibc
import JSONTree

extension DocumentStore {
  /// Makes an empty store in a new or an empty folder and opens it.
  ///
  /// - Parameters:
  ///   - fields: what `store.json` says beyond format and id, such as the store's name.
  /// - Throws: `alreadyAStore`, `notEmpty` where something else is in the folder already.
  public static func create(
    at path: String, schemas: [Schema], fields: JSON = [:], at now: Timestamp = .now,
    fileSystem: FileSystem = .live
  ) throws(StoreError) -> DocumentStore {
    try makeFolders(path, fileSystem)
    let disk = try Disk(files: fileSystem, path: path)
    do throws(StoreError) {
      let entries = try disk.list("")?.entries ?? []
      if entries.contains(where: { $0.name == "store.json" }) { throw .alreadyAStore(path: path) }
      // What an attempt that had no room left does not count.
      let others = entries.filter { $0.name != ".store" && !Disk.isTemporary($0.name) }
      if !others.isEmpty { throw .notEmpty(path: path) }
      for entry in entries where Disk.isTemporary(entry.name) { try disk.remove(entry.name) }
      let about = Self.about(fields, at: now)
      try disk.replace("store.json", bytes: about.canonicalBytes)
      return DocumentStore(disk: disk, schemas: schemas, about: about)
    } catch {
      disk.close()
      throw error
    }
  }

  /// The text of a new `store.json`.
  static func about(_ fields: JSON, at now: Timestamp) -> JSON {
    var about = fields
    about["format"] = JSON(format)
    about["needs"] = ["toRead": JSON(format), "toWrite": JSON(format)]
    about["id"] = about["id"] ?? .string(ULID().text)
    about["created"] = about["created"] ?? ["at": .string(now.description)]
    return about
  }

  /// Makes the folders on the way to a path, and the last one, durably.
  static func makeFolders(_ path: String, _ files: FileSystem) throws(StoreError) {
    let steps = path.split(separator: "/")
    var current = path.hasPrefix("/") ? "" : "."
    for step in steps {
      let parent = current.isEmpty ? "/" : current
      current += "/\(step)"
      if try makeFolder(current, of: path, files) {
        do throws(SystemFailure) {
          try synchronise(parent, files)
        } catch {
          throw StoreError(error, path: parent)
        }
      } else {
        // Whoever made it may have ended before it was durable; not every folder on the way is one
        // that this person may open.
        try? synchronise(parent, files)
      }
    }
  }

  /// - Returns: whether the folder is new.
  private static func makeFolder(
    _ folder: String, of path: String, _ files: FileSystem
  ) throws(StoreError) -> Bool {
    do throws(SystemFailure) {
      try files.makeFolderAtPath(folder)
      return true
    } catch {
      if error.code == EEXIST { return false }
      // A folder on the way may refuse a new name and still hold the one that is needed.
      if let found = try? files.openPath(folder) {
        files.close(found)
        return false
      }
      if error.code == ENOTDIR { throw .notADirectory(path: path) }
      throw StoreError(error, path: folder)
    }
  }

  private static func synchronise(
    _ folder: String, _ files: FileSystem
  ) throws(SystemFailure) {
    let opened = try files.openPath(folder)
    defer { files.close(opened) }
    try files.synchronise(opened)
  }
}
