import Glibc
import JSONTree

/// A store's folder, opened once; every path below it is walked without following links.
///
/// What is not there is nil; every other failure is worded as an error with its path.
struct Disk: Sendable {
  /// With committed transactions shown as done where it is only read.
  let files: FileSystem
  let overlay = IntentOverlay()
  let root: Descriptor
  /// As the store's folder was named when it was opened.
  let rootPath: String
  /// Files and folders get the rights of the root, so that a folder made for a group stays one.
  let fileMode: UInt32
  let folderMode: UInt32

  /// The sticky bit, which a folder of the store has while its name may not be durable.
  static let unsettled: UInt32 = 0o1000

  init(files: FileSystem, path: String) throws(StoreError) {
    rootPath = path
    do throws(SystemFailure) {
      root = try files.openPath(path)
    } catch {
      throw Self.openingError(error, path: path)
    }
    self.files = files.overlaid(by: overlay, root: root)
    do throws(SystemFailure) {
      let mode = try files.status(root).mode
      fileMode = mode & 0o666
      folderMode = mode & ~Self.unsettled
    } catch {
      files.close(root)
      throw StoreError(error, path: path)
    }
  }

  static func openingError(_ failure: SystemFailure, path: String) -> StoreError {
    switch failure.code {
    case ENOENT: .notThere(path: path)
    case ENOTDIR: .notADirectory(path: path)
    case EACCES, EPERM: .notReadable(path: path)
    default: StoreError(failure, path: path)
    }
  }

  func close() { files.close(root) }

  func fullPath(_ path: String) -> String { "\(rootPath)/\(path)" }

  /// A failure about a path below the root, as an error.
  func error(_ failure: SystemFailure, _ path: String) -> StoreError {
    StoreError(failure, path: fullPath(path))
  }

  /// Runs a system call and words its failure.
  func call<Value>(
    _ path: String, _ body: () throws(SystemFailure) -> Value
  ) throws(StoreError) -> Value {
    do throws(SystemFailure) { return try body() } catch { throw self.error(error, path) }
  }

  /// Runs a system call; nil where it finds nothing there.
  func find<Value>(
    _ path: String, _ body: () throws(SystemFailure) -> Value
  ) throws(StoreError) -> Value? {
    do throws(SystemFailure) {
      return try body()
    } catch {
      // A link or a file in a folder's place is no part of the store.
      if error.code == ENOENT || error.code == ENOTDIR || error.code == ELOOP { return nil }
      throw self.error(error, path)
    }
  }

  /// Whether a name is one that a replaced file had before.
  static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".tmp")
      && ULID(String(name.dropFirst().dropLast(4))) != nil
  }

  /// The folder that a path outside a store lies in, as it can be opened, and the name there.
  static func place(of path: String) -> (folder: String, name: String) {
    let (folder, name) = split(path)
    return (folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder, name)
  }

  /// The folder and the name in a path.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }
}
