import Glibc

extension SystemCalls {
  /// The system calls of this computer.
  public static let live = SystemCalls(
    openPath: { (path) throws(SystemFailure) in
      try check("open") { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    },
    makeFolderAtPath: { (path) throws(SystemFailure) in
      _ = try check("make the folder") { mkdir(path, 0o777) }
    },
    open: { (folder, name, purpose) throws(SystemFailure) in
      try check("open") { openat(folder, name, flags(purpose), mode_t(mode(purpose))) }
    },
    close: { _ = Glibc.close($0) },
    status: { (descriptor) throws(SystemFailure) in
      var found = stat()
      _ = try check("look at") { fstat(descriptor, &found) }
      return FileStatus(found)
    },
    statusBelow: { (folder, path) throws(SystemFailure) in
      var found = stat()
      _ = try check("look at") { fstatat(folder, path, &found, AT_SYMLINK_NOFOLLOW) }
      return FileStatus(found)
    },
    read: { (descriptor, offset, count) throws(SystemFailure) in
      try readBytes(descriptor, from: offset, count: count)
    },
    map: { (descriptor, count) throws(SystemFailure) in try MappedFile(descriptor, count: count) },
    write: { (descriptor, bytes) throws(SystemFailure) in
      try check("write") {
        bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, bytes.count) }
      }
    },
    truncate: { (descriptor, size) throws(SystemFailure) in
      _ = try check("shorten") { ftruncate(descriptor, size) }
    },
    synchronise: { (descriptor) throws(SystemFailure) in
      _ = try check("save to the disk") { fsync(descriptor) }
    },
    synchroniseAll: { (descriptor) throws(SystemFailure) in
      _ = try check("save to the disk") { syncfs(descriptor) }
    },
    setMode: { (descriptor, mode) throws(SystemFailure) in
      _ = try check("set the permissions of") { fchmod(descriptor, mode_t(mode)) }
    },
    rename: { (folder, name, newFolder, newName) throws(SystemFailure) in
      _ = try check("rename") { renameat(folder, name, newFolder, newName) }
    },
    link: { (folder, name, newFolder, newName) throws(SystemFailure) in
      _ = try check("link") { linkat(folder, name, newFolder, newName, 0) }
    },
    remove: { (folder, name) throws(SystemFailure) in
      _ = try check("remove") { unlinkat(folder, name, 0) }
    },
    removeFolder: { (folder, name) throws(SystemFailure) in
      _ = try check("remove") { unlinkat(folder, name, AT_REMOVEDIR) }
    },
    makeFolder: { (folder, name, mode) throws(SystemFailure) in
      _ = try check("make the folder") { mkdirat(folder, name, mode_t(mode)) }
    },
    list: { (descriptor) throws(SystemFailure) in try entries(of: descriptor) },
    lock: { (descriptor) throws(SystemFailure) in
      LockQueue.wait(descriptor)
      _ = try check("lock") { flock(descriptor, LOCK_EX) }
    },
    tryLock: { (descriptor) throws(SystemFailure) in
      do throws(SystemFailure) {
        _ = try check("lock") { flock(descriptor, LOCK_EX | LOCK_NB) }
        return true
      } catch {
        if error.code == EWOULDBLOCK { return false }
        throw error
      }
    },
    mayWrite: { (folder) throws(SystemFailure) in
      _ = try check("write to") { faccessat(folder, ".", W_OK | X_OK, AT_EACCESS) }
    },
    networkKind: { (descriptor) throws(SystemFailure) in
      // Of `struct statfs`, which takes 120 bytes, the first word says which file system it is.
      var found = [Int](repeating: 0, count: 32)
      _ = try check("look at") { fstatfs(descriptor, &found) }
      return NetworkFileSystem.name(ofMagic: found[0])
    },
    computer: { NetworkFileSystem.computer }
  )
}

/// glibc's `syncfs`, which its headers show to GNU sources only and Swift's import is not one.
@_silgen_name("syncfs")
private func syncfs(_ descriptor: Int32) -> Int32

/// glibc's `fstatfs`, whose header Swift's import leaves out.
@_silgen_name("fstatfs")
private func fstatfs(_ descriptor: Int32, _ found: UnsafeMutableRawPointer) -> Int32

/// What a call came to, or the failure it left in `errno`.
private func check<Result: SignedInteger>(
  _ operation: String, _ call: () -> Result
) throws(SystemFailure) -> Result {
  let result = call()
  if result >= 0 { return result }
  throw SystemFailure(operation, code: errno)
}

private func flags(_ purpose: FileSystem.Purpose) -> Int32 {
  let always = O_NOFOLLOW | O_CLOEXEC
  return switch purpose {
  case .folder: always | O_RDONLY | O_DIRECTORY
  case .reading: always | O_RDONLY | O_NONBLOCK
  case .creating: always | O_WRONLY | O_CREAT | O_EXCL
  case .appending: always | O_RDWR | O_CREAT | O_APPEND | O_NONBLOCK
  case .locking: always | O_RDWR | O_CREAT | O_NONBLOCK
  }
}

private func mode(_ purpose: FileSystem.Purpose) -> UInt32 {
  switch purpose {
  case .folder, .reading: 0
  case .creating(let mode), .appending(let mode), .locking(let mode): mode
  }
}

private func readBytes(
  _ descriptor: Descriptor, from offset: Int, count: Int
) throws(SystemFailure) -> [UInt8] {
  var code: Int32 = 0
  let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
    let result = pread(descriptor, buffer.baseAddress, max(0, count), offset)
    if result < 0 { code = errno }
    filled = max(0, result)
  }
  if code != 0 { throw SystemFailure("read", code: code) }
  return bytes
}

private func entries(of folder: Descriptor) throws(SystemFailure) -> [FolderEntry] {
  // A descriptor of its own, because reading a folder moves on and closing the stream closes it.
  let own = try check("list") { openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  guard let stream = fdopendir(own) else {
    let code = errno
    Glibc.close(own)
    throw SystemFailure("list", code: code)
  }
  defer { closedir(stream) }
  var result: [FolderEntry] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else {
      let code = errno
      if code != 0 { throw SystemFailure("list", code: code) }
      return result
    }
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name == "." || name == ".." { continue }
    let kind: FileStatus.Kind? =
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): .file
      case Int(DT_DIR): .folder
      case Int(DT_UNKNOWN): nil
      default: .other
      }
    result.append(FolderEntry(name: name, kind: kind))
  }
}

extension FileStatus {
  fileprivate init(_ found: stat) {
    let kind: Kind =
      switch found.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    self.init(
      kind: kind, mode: UInt32(found.st_mode & 0o7777),
      stamp: FileStamp(
        inode: UInt64(found.st_ino), size: Int(found.st_size),
        modified: found.st_mtim.tv_sec * 1_000_000_000 + found.st_mtim.tv_nsec))
  }
}
