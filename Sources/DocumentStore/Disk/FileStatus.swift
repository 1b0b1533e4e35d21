/// What a folder says about one of its entries without opening it.
public struct FileStatus: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case file, folder, other }

  public var kind: Kind
  /// Permission bits, with set-group-id.
  public var mode: UInt32
  public var stamp: FileStamp

  public init(kind: Kind, mode: UInt32, stamp: FileStamp) {
    self.kind = kind
    self.mode = mode
    self.stamp = stamp
  }
}

/// What tells one state of a file from another without reading it.
public struct FileStamp: Hashable, Sendable {
  public var inode: UInt64
  /// Bytes.
  public var size: Int
  /// Nanoseconds since 1970.
  public var modified: Int

  public init(inode: UInt64, size: Int, modified: Int) {
    self.inode = inode
    self.size = size
    self.modified = modified
  }

  /// Whether a later change must show in the stamp. A kernel counts file times in ticks of some
  /// milliseconds: what is as young as a tick may change again under the same stamp.
  func isSettled(at nanoseconds: Int) -> Bool { modified < nanoseconds - 50_000_000 }
}

/// A name in a folder.
public struct FolderEntry: Hashable, Sendable {
  public var name: String
  /// Nil where the file system does not say.
  public var kind: FileStatus.Kind?

  public init(name: String, kind: FileStatus.Kind?) {
    self.name = name
    self.kind = kind
  }
}
