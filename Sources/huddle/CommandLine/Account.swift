import Glibc

/// An account of the operating system.
struct Account: Hashable {
  let name: String
  /// Its home.
  let folder: String

  /// Whose process this is; nil where the system does not tell.
  ///
  /// C's own way to ask loads a library for each place where accounts are kept, which a program that
  /// has its C library in itself must not. So the local accounts are read, and for those that are
  /// kept elsewhere, such as in a directory, the system's own program is asked.
  static let own: Account? = {
    let user = geteuid()
    return Account(of: user, in: text(of: fopen("/etc/passwd", "re"), close: fclose))
      ?? Account(
        of: user,
        in: text(of: popen("/usr/bin/getent passwd \(user) 2>/dev/null", "re"), close: pclose))
  }()

  /// The account of a user in lines of the form that `passwd(5)` tells of; nil where none has it.
  init?(of user: UInt32, in lines: String) {
    let found = lines.split(separator: "\n").lazy
      .map { $0.split(separator: ":", omittingEmptySubsequences: false) }
      .first { $0.count >= 6 && $0[2] == "\(user)" && !$0[0].isEmpty }
    guard let found else { return nil }
    name = String(found[0])
    folder = String(found[5])
  }

  private static func text(
    of stream: UnsafeMutablePointer<FILE>?, close: (UnsafeMutablePointer<FILE>) -> Int32
  ) -> String {
    guard let stream else { return "" }
    defer { _ = close(stream) }
    var bytes: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = fread(&portion, 1, portion.count, stream)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += portion[..<count]
    }
  }
}
