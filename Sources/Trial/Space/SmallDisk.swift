import Glibc

/// A file system in memory of a few kilobytes, which this process and those it starts see alone.
struct SmallDisk {
  let path: String

  /// Gives this process a view of its own of what is mounted where; once is enough.
  ///
  /// - Throws: where neither the superuser nor a namespace of one's own is to be had.
  static func prepare() throws(TrialError) {
    let (user, group) = (getuid(), getgid())
    guard user != 0 else { return try alone(0) }
    try alone(userNamespace)
    // In a namespace of one's own one is its superuser.
    write("deny", to: "/proc/self/setgroups")
    write("0 \(user) 1", to: "/proc/self/uid_map")
    write("0 \(group) 1", to: "/proc/self/gid_map")
  }

  private static func alone(_ more: CInt) throws(TrialError) {
    guard unshare(mountNamespace | more) == 0,
      mountFileSystem("none", "/", nil, recursive | isPrivate, nil) == 0
    else { throw .mayNotMount(code: errno) }
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "we") else { return }
    fputs(text, file)
    fclose(file)
  }

  init(at path: String, kilobytes: Int) throws(TrialError) {
    self.path = path
    mkdir(path, 0o755)
    try mount(kilobytes, 0)
  }

  func grow(to kilobytes: Int) throws(TrialError) { try mount(kilobytes, Self.again) }

  func remove() { _ = unmount(path, 0) }

  private func mount(_ kilobytes: Int, _ flags: UInt) throws(TrialError) {
    guard mountFileSystem("tmpfs", path, "tmpfs", flags, "size=\(kilobytes)k") == 0 else {
      throw .mayNotMount(code: errno)
    }
  }

  // As Linux numbers them; glibc shows some to GNU sources only.
  private static let mountNamespace: CInt = 0x2_0000
  private static let userNamespace: CInt = 0x1000_0000
  private static let recursive: UInt = 0x4000
  private static let isPrivate: UInt = 0x4_0000
  private static let again: UInt = 0x20
}

@_silgen_name("unshare")
private func unshare(_ flags: CInt) -> CInt

@_silgen_name("umount2")
private func unmount(_ path: UnsafePointer<CChar>, _ flags: CInt) -> CInt

@_silgen_name("mount")
private func mountFileSystem(
  _ source: UnsafePointer<CChar>, _ path: UnsafePointer<CChar>, _ kind: UnsafePointer<CChar>?,
  _ flags: UInt, _ data: UnsafePointer<CChar>?
) -> CInt
