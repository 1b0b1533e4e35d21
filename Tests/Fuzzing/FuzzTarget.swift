/// What is given any bytes at all, to see that it neither traps nor breaks its word.
///
/// The same functions are called by the fuzzer, which looks for bytes, and by the tests, which keep
/// those that were found.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case json, merge, csv, paths, bundle

  /// What does not hold for these bytes; nil where all does.
  public func finding(in bytes: [UInt8]) -> String? {
    switch self {
    case .json: Self.jsonFinding(in: bytes)
    case .merge: Self.mergeFinding(in: bytes)
    case .csv: Self.csvFinding(in: bytes)
    case .paths: Self.pathFinding(in: bytes)
    case .bundle: Self.bundleFinding(in: bytes)
    }
  }
}
