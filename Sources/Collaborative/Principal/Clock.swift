import DocumentStore
import Improvement

/// What time it is, so that tests and demonstrations can say so themselves.
public struct Clock: Sendable {
  public var now: @Sendable () -> Timestamp

  public init(now: @escaping @Sendable () -> Timestamp) { self.now = now }

  public static let live = Clock { Timestamp.now }

  public static func fixed(_ moment: Timestamp) -> Clock { Clock { moment } }

  /// The day in UTC.
  public var today: CalendarDate { now().day }
}

extension Timestamp {
  /// The day in UTC.
  public var day: CalendarDate {
    let days = secondsSince1970 / 86_400 - (secondsSince1970 % 86_400 < 0 ? 1 : 0)
    return CalendarDate(daysSince1970: days)
  }
}
