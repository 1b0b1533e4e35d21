import Glibc

/// A line of `authorized_keys` that lets the owner of a key in as one member and does nothing else.
///
/// `restrict` takes away every forwarding, the agent, X11, terminals and `~/.ssh/rc`, also those
/// that later versions of sshd may bring; `pty` gives the terminal back.
struct Invitation {
  var member: String
  var program: String
  var store: String
  var key: PublicKey

  var line: String {
    get throws {
      for text in [member, program, store] where !Self.isPlain(text) {
        throw Failure.refused(
          "“\(text)” holds signs that a shell reads in its own way; sshd hands the line to one, so "
            + "use letters, digits and / . _ @ + - only")
      }
      let command = "\(program) gate --member \(member) --store \(store)"
      return "restrict,pty,command=\"\(command)\" \(key.type) \(key.base64)"
        + (key.comment.isEmpty ? "" : " \(key.comment)")
    }
  }

  /// The full path of a file that is there.
  static func path(_ path: String, of what: String) throws -> String {
    guard let found = realpath(path, nil) else {
      throw Failure.refused("\(what) is not at \(path); say where it is")
    }
    defer { free(found) }
    return String(cString: found)
  }

  /// The full path of a program that can be started.
  static func program(_ path: String) throws -> String {
    let found = try Self.path(path, of: "the program")
    var status = stat()
    guard stat(found, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(found, X_OK) == 0
    else { throw Failure.refused("\(found) is no program that can be started; name huddle's own") }
    return found
  }

  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("-")
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte) || "/._@+-".utf8.contains(byte)
      }
  }
}
