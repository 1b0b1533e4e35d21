import Glibc

/// A time on the clock that only goes forward.
struct Moment {
  private var nanoseconds: Int

  static var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Moment(nanoseconds: time.tv_sec * 1_000_000_000 + time.tv_nsec)
  }

  func milliseconds(since other: Moment) -> Double {
    Double(nanoseconds - other.nanoseconds) / 1_000_000
  }
}
