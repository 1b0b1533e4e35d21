/// The bare system calls behind a `FileSystem`: a signal may interrupt each, and each may write or
/// read less than it was asked to.
///
/// They are a value, so that a test can stand in for the kernel: fail at the nth call, write half,
/// or keep everything in memory and lose of it what a power cut loses.
public struct SystemCalls: Sendable {
  public var openPath: @Sendable (_ path: String) throws(SystemFailure) -> Descriptor
  public var makeFolderAtPath: @Sendable (_ path: String) throws(SystemFailure) -> Void
  public var open:
    @Sendable (_ folder: Descriptor, _ name: String, FileSystem.Purpose) throws(SystemFailure) ->
      Descriptor
  public var close: @Sendable (Descriptor) -> Void
  /// The status of what is open.
  public var status: @Sendable (Descriptor) throws(SystemFailure) -> FileStatus
  /// The status of a path below a folder, not followed where it ends in a link.
  public var statusBelow:
    @Sendable (_ folder: Descriptor, _ path: String) throws(SystemFailure) -> FileStatus
  /// Some of `count` bytes from `offset` on; none at the end of the file only.
  public var read:
    @Sendable (Descriptor, _ offset: Int, _ count: Int) throws(SystemFailure) -> [UInt8]
  /// All `count` bytes of a file, read when they are looked at.
  public var map: @Sendable (Descriptor, _ count: Int) throws(SystemFailure) -> MappedFile
  /// How many of the bytes, from the first on, were written.
  public var write: @Sendable (Descriptor, ArraySlice<UInt8>) throws(SystemFailure) -> Int
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

  public init(
    openPath: @escaping @Sendable (_ path: String) throws(SystemFailure) -> Descriptor,
    makeFolderAtPath: @escaping @Sendable (_ path: String) throws(SystemFailure) -> Void,
    open:
      @escaping @Sendable (_ folder: Descriptor, _ name: String, FileSystem.Purpose)
      throws(SystemFailure) -> Descriptor,
    close: @escaping @Sendable (Descriptor) -> Void,
    status: @escaping @Sendable (Descriptor) throws(SystemFailure) -> FileStatus,
    statusBelow:
      @escaping @Sendable (_ folder: Descriptor, _ path: String) throws(SystemFailure) -> FileStatus,
    read:
      @escaping @Sendable (Descriptor, _ offset: Int, _ count: Int) throws(SystemFailure) -> [UInt8],
    map: @escaping @Sendable (Descriptor, _ count: Int) throws(SystemFailure) -> MappedFile,
    write: @escaping @Sendable (Descriptor, ArraySlice<UInt8>) throws(SystemFailure) -> Int,
    truncate: @escaping @Sendable (Descriptor, _ size: Int) throws(SystemFailure) -> Void,
    synchronise: @escaping @Sendable (Descriptor) throws(SystemFailure) -> Void,
    synchroniseAll: @escaping @Sendable (Descriptor) throws(SystemFailure) -> Void,
    setMode: @escaping @Sendable (Descriptor, _ mode: UInt32) throws(SystemFailure) -> Void,
    rename:
      @escaping @Sendable (
        _ folder: Descriptor, _ name: String, _ newFolder: Descriptor, _ newName: String
      ) throws(SystemFailure) -> Void,
    link:
      @escaping @Sendable (
        _ folder: Descriptor, _ name: String, _ newFolder: Descriptor, _ newName: String
      ) throws(SystemFailure) -> Void,
    remove:
      @escaping @Sendable (_ folder: Descriptor, _ name: String) throws(SystemFailure) -> Void,
    removeFolder:
      @escaping @Sendable (_ folder: Descriptor, _ name: String) throws(SystemFailure) -> Void,
    makeFolder:
      @escaping @Sendable (_ folder: Descriptor, _ name: String, _ mode: UInt32)
      throws(SystemFailure) -> Void,
    list: @escaping @Sendable (Descriptor) throws(SystemFailure) -> [FolderEntry],
    lock: @escaping @Sendable (Descriptor) throws(SystemFailure) -> Void,
    tryLock: @escaping @Sendable (Descriptor) throws(SystemFailure) -> Bool,
    mayWrite: @escaping @Sendable (_ folder: Descriptor) throws(SystemFailure) -> Void,
    networkKind: @escaping @Sendable (Descriptor) throws(SystemFailure) -> String?,
    computer: @escaping @Sendable () -> String
  ) {
    self.openPath = openPath
    self.makeFolderAtPath = makeFolderAtPath
    self.open = open
    self.close = close
    self.status = status
    self.statusBelow = statusBelow
    self.read = read
    self.map = map
    self.write = write
    self.truncate = truncate
    self.synchronise = synchronise
    self.synchroniseAll = synchroniseAll
    self.setMode = setMode
    self.rename = rename
    self.link = link
    self.remove = remove
    self.removeFolder = removeFolder
    self.makeFolder = makeFolder
    self.list = list
    self.lock = lock
    self.tryLock = tryLock
    self.mayWrite = mayWrite
    self.networkKind = networkKind
    self.computer = computer
  }
}
