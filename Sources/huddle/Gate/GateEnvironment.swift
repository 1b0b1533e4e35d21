/// What of the environment comes through the gate: what says how the caller's terminal shows text,
/// in a strict form, and nothing else.
struct GateEnvironment: Hashable {
  /// What the process goes on with.
  var kept: [String: String] = [:]
  /// The names of what was taken away, without what every login brings; in order.
  var refused: [String] = []

  /// What sshd and the system set themselves for every login.
  private static let usual: Set<String> = [
    "HOME", "USER", "LOGNAME", "PATH", "MAIL", "SHELL", "SHLVL", "PWD", "OLDPWD", "_", "TZ",
    "SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY", "SSH_ORIGINAL_COMMAND", "SSH_USER_AUTH",
    "XDG_SESSION_ID", "XDG_SESSION_TYPE", "XDG_SESSION_CLASS", "XDG_RUNTIME_DIR",
    "DBUS_SESSION_BUS_ADDRESS", "MOTD_SHOWN",
  ]

  init(_ variables: [String: String]) {
    for (name, value) in variables {
      if let shape = Self.shape(of: name) {
        if value.isEmpty { continue }
        if shape.admits(value) { kept[name] = value } else { refused.append(name) }
      } else if !Self.usual.contains(name) {
        refused.append(name)
      }
    }
    refused.sort()
  }

  private struct Shape {
    var signs: String
    var longest: Int

    func admits(_ value: String) -> Bool {
      value.utf8.count <= longest
        && value.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || signs.utf8.contains(byte)
        }
    }
  }

  /// No shape holds a slash: neither a terminal nor a locale is looked for along a path.
  private static func shape(of name: String) -> Shape? {
    switch name {
    case "TERM": Shape(signs: "+._-", longest: 64)
    case "LANG", "LC_ALL", "LC_CTYPE", "LC_COLLATE", "LC_MESSAGES", "LC_MONETARY", "LC_NUMERIC",
      "LC_TIME", "LC_ADDRESS", "LC_IDENTIFICATION", "LC_MEASUREMENT", "LC_NAME", "LC_PAPER",
      "LC_TELEPHONE":
      Shape(signs: "_.@-", longest: 64)
    case "COLORTERM": Shape(signs: "-", longest: 16)
    case "NO_COLOR": Shape(signs: "", longest: 8)
    default: nil
    }
  }
}
