import Cells
import Glibc

/// What the environment says about the terminal, read once.
///
/// Rules over plain texts, so that they are tested without a terminal.
struct Environment: Sendable {
  var value: @Sendable (String) -> String?

  static let process = Environment { name in
    guard let text = getenv(name) else { return nil }
    return String(cString: text)
  }

  private func nonEmpty(_ name: String) -> String? {
    value(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  var terminalType: String { nonEmpty("TERM") ?? "" }

  /// `NO_COLOR` with any text asks for none (no-color.org).
  var allowsColour: Bool { nonEmpty("NO_COLOR") == nil }

  /// Over SSH the bytes of one key may arrive apart.
  var escapeDelay: Int32 { nonEmpty("SSH_CONNECTION") == nil ? 25 : 100 }

  /// Whether the terminal may be sent UTF-8.
  ///
  /// A locale that says another encoding, or `C` outright, is believed. Where nothing is said, as in
  /// most containers, terminals of today are UTF-8.
  var isUnicode: Bool {
    guard let locale = nonEmpty("LC_ALL") ?? nonEmpty("LC_CTYPE") ?? nonEmpty("LANG") else {
      return true
    }
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
}

/// Sets the encoding of characters, and nothing else of the locale: numbers keep their point.
enum Encoding {
  /// The signs that may be used after it was set.
  static func establish(_ environment: Environment) -> Glyphs {
    guard environment.isUnicode else {
      setlocale(LC_CTYPE, "C")
      return .ascii
    }
    // A locale that is named but not installed is no reason to lose the encoding.
    for name in ["", "C.UTF-8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
      if String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" { return .unicode }
    }
    setlocale(LC_CTYPE, "C")
    return .ascii
  }
}
