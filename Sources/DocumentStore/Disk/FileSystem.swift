public typealias Descriptor = Int32

/// What a store asks of a disk, as a value: this computer's, or another that fails when told to.
///
/// Names are single steps below an open folder and no call follows a link, so that nothing outside
/// the store can be reached through it; only the calls that take a path are not bound.
/// Every call is tried again when a signal interrupts it, and writes and reads whatever it is asked
/// to: `init(_:)` makes that of bare `SystemCalls`.
public struct FileSystem: Sendable {
  /// What a file is opened for; links are never followed.
  public enum Purpose: Hashable, Sendable {
    case folder
    /// Does not wait where a pipe stands in a file's place.
    case reading
    /// Fails where something has the name already.
    case creating(mode: UInt32)
    /// Made where it is missing; may be read as well.
    case appending(mode: UInt32)
    /// Made where it is missing.
    case locking(mode: UInt32)
  }

  public var openPath: @Sendable (_ path: String) throws(SystemFailure) -> Descriptor
  public var makeFolderAtPath: @Sendable (_ path: String) throws(SystemFailure) -> Void
  public var open:
    @Sendable (_ folder: Descriptor, _ name: String, Purpose) throws(SystemFailure) -> Descriptor
  public var close: @Sendable (Descriptor) -> Void
  /// The status of what is open.
  public var status: @Sendable (Descriptor) throws(SystemFailure) -> FileStatus
  /// The status of a path below a folder, not followed where it ends in a link.
  public var statusBelow:
    @Sendable (_ folder: Descriptor, _ path: String) throws(SystemFailure) -> FileStatus
  /// At most `count` bytes from `offset` on; fewer at the end of the file only.
  public var read:
    @Sendable (Descriptor, _ offset: Int, _ count: Int) throws(SystemFailure) -> [UInt8]
  /// All `count` bytes of a file, read when they are looked at.
  public var map: @Sendable (Descriptor, _ count: Int) throws(SystemFailure) -> MappedFile
  /// All the bytes, or a failure that may have left some.
  public var write: @Sendable (Descriptor, [UInt8]) throws(SystemFailure) -> Void
  public var truncate: @Sendable (Descriptor, _ size: Int) throws(SystemFailure) -> Void
  /// Makes a file or a folder's names survive a power cut.
  public var synchronise: @Sendable (Descriptor) throws(SystemFailure) -> Void
  /// Makes everything on the file system of this descriptor survive a power cut.
  public var synchroniseAll: @Sendable (Descriptor) throws(SystemFailure) -> Void
  public var setMode: @Sendable (Descriptor, _ mode: UInt32) throws(SystemFailure) -> Void
  public var rename:
    @Sendable (
      _ folder: Descriptor, _ name: String, _ newFolder: Descriptor, _ newName: String
    ) throws(SystemFailure) -> Void
  /// A second name for the same file.
  public var link:
    @Sendable (
      _ folder: Descriptor, _ name: String, _ newFolder: Descriptor, _ newName: String
    ) throws(SystemFailure) -> Void
  public var remove: @Sendable (_ folder: Descriptor, _ name: String) throws(SystemFailure) -> Void
  public var removeFolder:
    @Sendable (_ folder: Descriptor, _ name: String) throws(SystemFailure) -> Void
  public var makeFolder:
    @Sendable (_ folder: Descriptor, _ name: String, _ mode: UInt32) throws(SystemFailure) -> Void
  /// The names in a folder, in no order, without `.` and `..`.
  public var list: @Sendable (Descriptor) throws(SystemFailure) -> [FolderEntry]
  /// Waits until nobody else holds the lock; closing the descriptor gives it back.
  public var lock: @Sendable (Descriptor) throws(SystemFailure) -> Void
  /// Takes the lock where nobody else holds it; says whether it is now held.
  public var tryLock: @Sendable (Descriptor) throws(SystemFailure) -> Bool
  /// Fails where this person may not make and remove names in an open folder.
  public var mayWrite: @Sendable (_ folder: Descriptor) throws(SystemFailure) -> Void
  /// What a network file system is called; nil for one of this computer's own.
  public var networkKind: @Sendable (Descriptor) throws(SystemFailure) -> String?
  /// What tells this computer from others, with a name for people behind it.
  public var computer: @Sendable () -> String
}
