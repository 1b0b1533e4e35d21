import Glibc

/// A file, or the standard input, as the chunks a reader asks for.
public final class CSVFile {
  private let path: String
  private let descriptor: Int32
  private let closes: Bool
  private let whenRead: @Sendable () -> Void

  /// Opens a file for reading; `-` is the standard input.
  ///
  /// - Parameter whenRead: told of every part that has come.
  public init(path: String, whenRead: @escaping @Sendable () -> Void = {}) throws(CSVError) {
    self.whenRead = whenRead
    self.path = path == "-" ? "the standard input" : path
    if path == "-" {
      descriptor = STDIN_FILENO
      closes = false
      return
    }
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw .cannotOpen(path: path, code: errno) }
    var status = stat()
    if fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(opened)
      throw .isFolder(path: path)
    }
    descriptor = opened
    closes = true
  }

  deinit { if closes { close(descriptor) } }

  /// The next 256 KB or less; none at the end.
  public func chunk() throws(CSVError) -> [UInt8] {
    let size = 1 << 18
    while true {
      var failure: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, size)
        failure = got < 0 ? errno : 0
        count = max(0, got)
      }
      if failure == 0 {
        whenRead()
        return bytes
      }
      if failure != EINTR { throw .cannotRead(path: path, code: failure) }
    }
  }

  public func reader() throws(CSVError) -> CSVReader {
    try CSVReader { () throws(CSVError) -> [UInt8] in try self.chunk() }
  }
}
