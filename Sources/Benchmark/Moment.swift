import Glibc

/// A time on a clock that only goes forward.
struct Moment {
  private var nanoseconds: Int

  /// The time on the clock on the wall.
  static var now: Moment { Moment(CLOCK_MONOTONIC) }

  /// How long a processor has worked for this program, which other programs don't lengthen.
  static var worked: Moment { Moment(CLOCK_PROCESS_CPUTIME_ID) }

  private init(_ clock: clockid_t) {
    var time = timespec()
    clock_gettime(clock, &time)
    nanoseconds = time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  func milliseconds(since other: Moment) -> Double {
    Double(nanoseconds - other.nanoseconds) / 1_000_000
  }
}
