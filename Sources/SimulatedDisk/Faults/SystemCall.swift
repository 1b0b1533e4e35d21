/// The calls of a file system that can fail.
public enum SystemCall: String, CaseIterable, Sendable {
  case openPath, makeFolderAtPath, open, status, statusBelow, read, map, write, truncate
  case synchronise, synchroniseAll, setMode, rename, link, remove, removeFolder, makeFolder, list
  case lock, tryLock, mayWrite, networkKind

  /// What the kernel calls them: a fault at one of ours is a fault at these.
  public var kernelNames: Set<String> {
    switch self {
    case .openPath: ["open", "openat"]
    case .makeFolderAtPath: ["mkdir"]
    case .open: ["openat"]
    case .status: ["fstat", "newfstatat", "statx"]
    case .statusBelow: ["newfstatat", "statx"]
    case .read: ["pread64"]
    case .map: ["mmap"]
    case .write: ["write"]
    case .truncate: ["ftruncate"]
    case .synchronise: ["fsync"]
    case .synchroniseAll: ["syncfs"]
    case .setMode: ["fchmod"]
    case .rename: ["renameat", "renameat2"]
    case .link: ["linkat"]
    case .remove, .removeFolder: ["unlinkat"]
    case .makeFolder: ["mkdirat"]
    // A descriptor of its own is opened, looked at and told to end with the program.
    case .list: ["openat", "fstat", "newfstatat", "fcntl", "getdents64"]
    case .lock, .tryLock: ["flock"]
    case .mayWrite: ["faccessat", "faccessat2"]
    case .networkKind: ["fstatfs"]
    }
  }
}
