import Glibc

/// Why the trial could not be held.
enum TrialError: Error, CustomStringConvertible {
  case cannot(String, code: Int32)
  /// A small disk takes the superuser, or a namespace of one's own.
  case mayNotMount(code: Int32)
  case failed([String], code: Int32, errors: String)

  private static func words(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }

  var description: String {
    switch self {
    case .cannot(let what, let code): "cannot \(what): \(Self.words(code))"
    case .mayNotMount(let code):
      "cannot mount a small disk: \(Self.words(code)); run it as root, or where user namespaces "
        + "are allowed"
    case .failed(let words, let code, let errors):
      "\(words.joined(separator: " ")) ended with \(code): \(errors)"
    }
  }
}
