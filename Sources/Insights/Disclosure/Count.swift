/// Events counted, and where it is known among how many.
public struct Count: Hashable, Sendable {
  public var events: Int
  /// How many people or cases were counted; nil where events have no such number, as falls have that
  /// are told per bed day.
  public var cases: Int?

  public init(_ events: Int, of cases: Int? = nil) {
    self.events = events
    self.cases = cases
  }

  static func + (left: Count, right: Count) -> Count {
    let cases: Int? = if let one = left.cases, let two = right.cases { one + two } else { nil }
    return Count(left.events + right.events, of: cases)
  }
}
