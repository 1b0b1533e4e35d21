import JSONTree

/// A person in a project's team.
public struct RosterEntry: DocumentRecord {
  public var tree: JSON
  public init(_ tree: JSON) { self.tree = tree }

  public var member: String { text("member") ?? "" }
  public var role: RosterRole { word("role") ?? .teamMember }
  public var from: CalendarDate? { date("from") }
  public var to: CalendarDate? { date("to") }

  /// Whether the person holds the role on a day.
  public func isHeld(on day: CalendarDate) -> Bool {
    (from ?? day) <= day && day <= (to ?? day)
  }
  /// Whether the role has ended before a day.
  public func hasEnded(by day: CalendarDate) -> Bool { to.map { $0 < day } ?? false }

  /// Whether the role begins only after a day.
  public func isAhead(on day: CalendarDate) -> Bool {
    (from.map { $0 > day } ?? false) && !hasEnded(by: day)
  }
}
