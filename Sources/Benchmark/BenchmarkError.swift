import Glibc

/// Why something could not be measured.
enum BenchmarkError: Error {
  case noTerminal
  case cannotStart(String, Int32)
  case neverShown(String)
  case ended(String)
  case failed([String], String)
  case noFile(String)
}

extension BenchmarkError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noTerminal: "the system has no pseudo-terminal to spare"
    case .cannotStart(let name, let code):
      "\(name) can't be started: \(String(cString: strerror(code)))"
    case .neverShown(let text): "“\(text)” was never shown"
    case .ended(let text): "the program ended before it had shown “\(text)”"
    case .failed(let words, let reason): "\(words.joined(separator: " ")) failed: \(reason)"
    case .noFile(let path): "\(path) can't be written or read"
    }
  }
}
