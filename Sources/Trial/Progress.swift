import Glibc

/// Says every few seconds how far a trial is, on standard error, to whoever waits for it.
struct Progress {
  private let start = Moment.now
  private var last = Moment.now

  /// In milliseconds.
  private static let pause = 5_000.0

  /// Says it where nothing was said for a while.
  mutating func tell(_ words: @autoclosure () -> String) {
    let now = Moment.now
    guard now.milliseconds(since: last) >= Self.pause else { return }
    last = now
    Self.say("\(Int(now.milliseconds(since: start) / 1_000)) s: \(words())")
  }

  static func say(_ words: String) {
    let bytes = Array("\(words)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
