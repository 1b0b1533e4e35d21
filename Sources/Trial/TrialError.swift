import Glibc

/// Why the trial could not be held.
enum TrialError: Error, CustomStringConvertible {
  case cannot(String, code: Int32)
  case failed([String], code: Int32, errors: String)

  var description: String {
    switch self {
    case .cannot(let what, let code):
      "cannot \(what): \(strerror(code).map { String(cString: $0) } ?? "error \(code)")"
    case .failed(let words, let code, let errors):
      "\(words.joined(separator: " ")) ended with \(code): \(errors)"
    }
  }
}
